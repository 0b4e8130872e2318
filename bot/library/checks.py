"""Rules beyond the models: what a curator gets wrong although every file loads."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bot.domain.base import FactBase
from bot.domain.errors import Fault
from bot.domain.fact import SLOTS, Fact, Grain, PartialDate, Quantity, When
from bot.domain.lexicon import Concept, Entity
from bot.domain.matching.slots import OFFICE
from bot.library.files import Sources, shown, strays
from bot.library.messages import nearest
from bot.library.numbers import Number, numbers, quantity

_OF_ENTITIES = {
    "owner": "entity",
    "developer": "entity",
    "orgs": "entity",
    "part_of": "entity",
    "is_a": "concept",
}
_OF_CONCEPTS = {"near": "concept", "against": "concept"}
"""Fields of the lexicon that refer to other entries, with the kind of entry."""
_LATIN_WITH_DIGITS = re.compile(r"[A-Za-z]+\d[A-Za-z\d]*")
_RELATIVE = re.compile(r"지난해|작년|올해|내년|이달|이번 달|다음 달|지난달")


def check(base: FactBase, sources: Sources) -> list[Fault]:
    """Every fault of a loaded base, sorted by file and line."""
    faults = [
        *_summaries(base, sources),
        *_questions(base, sources),
        *_predicates(base, sources),
        *_links(base, sources),
        *_surfaces(base, sources),
        *_references(base, sources),
        *_asked(base, sources),
    ]
    return sorted(set(faults))


def check_names(folder: Path) -> list[Fault]:
    """Files that would be passed over in silence: every file of the base ends in .yaml and lies flat."""
    message = "this file is never read: files of the fact base are articles|facts|lexicon/NAME.yaml"
    return [Fault(shown(folder, path), 0, "", message) for path in strays(folder)]


def normal(text: str) -> str:
    """A name or question as compared here: NFKC, casefolded, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _summaries(base: FactBase, sources: Sources) -> Iterator[Fault]:
    names = _names_with_digits(base.entities.values())
    for fact in base.facts:
        for unproved in _unproved(fact, names):
            message = f"the summary says '{unproved}', but neither the quote nor a slot does: "
            yield sources.fault(fact, ("summary",), message + "correct it, or add the slot that has it")
        for word in _RELATIVE.findall(fact.summary):
            yield sources.fault(fact, ("summary",), f"the summary says '{word}': write the date itself")


def _names_with_digits(entities: Iterable[Entity]) -> re.Pattern[str]:
    """Matches names such as Phi 3.5, MWC25 and 평촌2센터, whose digits are no numbers."""
    surfaces = {
        unicodedata.normalize("NFKC", surface)
        for entity in entities
        for surface in entity.surfaces
        if any(letter.isdigit() for letter in surface)
    }
    longest_first = sorted(surfaces, key=lambda surface: (-len(surface), surface))
    # '(?!)' matches nothing: the pattern of a base without such names
    return re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})", re.IGNORECASE)


def _unproved(fact: Fact, names: re.Pattern[str]) -> Iterator[str]:
    """Numbers of the summary, and names with digits that are no entity's, which nothing proves."""
    summary = _without(names, fact.summary)
    texts = [_without(names, text) for text in (fact.quote, *(slot.text for _, slot in fact.slots()))]
    proofs = [number for text in texts for number in numbers(text)] + list(_slot_numbers(fact))
    for number in numbers(summary):
        if not any(proof.proves(number) for proof in proofs):
            yield number.text
    for name in _LATIN_WITH_DIGITS.findall(summary):
        if not any(name in text for text in texts):
            yield name


def _without(names: re.Pattern[str], text: str) -> str:
    return names.sub(" ", unicodedata.normalize("NFKC", text))


def _slot_numbers(fact: Fact) -> Iterator[Number]:
    for _, slot in fact.slots():
        if isinstance(slot, Quantity):
            yield quantity(slot.value, slot.unit)
        if isinstance(slot, When):
            yield from _calendar(slot.date)


def _calendar(date: PartialDate) -> Iterator[Number]:
    yield quantity(date.year, "년")
    if date.grain is Grain.QUARTER:
        yield quantity(date.months()[-1] // 3, "분기")
    if date.grain in (Grain.MONTH, Grain.DAY):
        yield quantity(date.months()[0], "월")
    if date.grain is Grain.DAY:
        yield quantity(date.last_day().day, "일")


def _questions(base: FactBase, sources: Sources) -> Iterator[Fault]:
    asked: dict[str, str] = {}
    for fact in base.facts:
        for index, question in enumerate(fact.questions):
            other = asked.setdefault(normal(question).rstrip("?.!"), fact.id)
            place = ("questions", index)
            if other != fact.id:
                message = f"'{question}' is also a question of {other}: make each ask for its own fact"
                yield sources.fault(fact, place, message)
            elif question in fact.questions[:index]:
                yield sources.fault(fact, place, f"'{question}' stands twice: keep one")


def _predicates(base: FactBase, sources: Sources) -> Iterator[Fault]:
    nouns = {noun: normal(noun) for concept in base.concepts.values() for noun in concept.nouns}
    known = set(nouns.values())
    for fact in base.facts:
        for field in SLOTS:
            for index, slot in enumerate(getattr(fact, field)):
                if normal(slot.what) not in known:
                    advice = nearest(slot.what, nouns, "add it to the nouns of a concept, or use one of them")
                    message = f"'{slot.what}' is no noun of the lexicon: {advice}"
                    yield sources.fault(fact, (field, index, "what"), message)


def _links(base: FactBase, sources: Sources) -> Iterator[Fault]:
    """Facts among themselves, and a fact with its subject."""
    overtaken: dict[str, str] = {}
    for fact in base.facts:
        if fact.subject not in fact.entities:
            message = f"the subject '{fact.subject}' is not among the entities: add it there"
            yield sources.fault(fact, ("subject",), message)
        if fact.id in fact.see:
            yield sources.fault(fact, ("see",), "the fact refers to itself: remove it")
        if fact.updates is None:
            continue
        if fact.id in _older(base, fact):
            message = "the facts update each other in a circle: the older one updates nothing"
            yield sources.fault(fact, ("updates",), message)
        if (other := overtaken.setdefault(fact.updates, fact.id)) != fact.id:
            message = f"'{fact.updates}' is already updated by {other}: update that one instead"
            yield sources.fault(fact, ("updates",), message)


def _older(base: FactBase, fact: Fact) -> list[str]:
    """The ids that a fact updates, directly or by way of others; ends where a circle closes."""
    chain: list[str] = []
    while fact.updates and fact.updates not in chain:
        chain.append(fact.updates)
        fact = base.by_id[fact.updates]
    return chain


def _surfaces(base: FactBase, sources: Sources) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for entity in base.entities.values():
        for index, surface in enumerate(entity.surfaces):
            other = taken.setdefault(normal(surface), entity.id)
            if other != entity.id:
                message = f"'{surface}' is also a name of {other}: a name must mean one entity"
                yield sources.fault(entity, ("aliases", index - 1) if index else ("name",), message)


def _references(base: FactBase, sources: Sources) -> Iterator[Fault]:
    """What the lexicon refers to (those of the facts are a matter of loading)."""
    known: dict[str, Collection[str]] = {"entity": base.entities, "concept": base.concepts}
    entries: Iterable[Entity | Concept] = [*base.entities.values(), *base.concepts.values()]
    for entry in entries:
        for field, kind in (_OF_ENTITIES if isinstance(entry, Entity) else _OF_CONCEPTS).items():
            value = getattr(entry, field)
            for index, name in enumerate(value if isinstance(value, tuple) else [value] if value else ()):
                loc = (field, index) if isinstance(value, tuple) else (field,)
                if name == entry.id:
                    yield sources.fault(entry, loc, f"the {kind} refers to itself: remove it")
                elif name not in known[kind]:
                    advice = nearest(name, known[kind], "add it or correct the id")
                    yield sources.fault(entry, loc, f"unknown {kind} '{name}': {advice}")


def _asked(base: FactBase, sources: Sources) -> Iterator[Fault]:
    """Question words ask for slots that facts have: a misspelt one would ask for nothing."""
    for concept in base.concepts.values():
        for index, name in enumerate(concept.slot):
            if name not in SLOTS:
                advice = nearest(name, SLOTS, f"write one of {', '.join(SLOTS)}")
                yield sources.fault(concept, ("slot", index), f"facts have no slot '{name}': {advice}")
        if concept.grain is not None and concept.grain not in {*Grain, OFFICE, *base.concepts}:
            message = (
                f"'{concept.grain}' is neither a grain of a date ({', '.join(Grain)}) nor a concept's id"
            )
            yield sources.fault(concept, ("grain",), message)
