"""Ranks facts for a question: retrieval by grams and names, then a score of few named features.

score = COVER * cover + FOCUS * focus + GRAMS * grams + SLOT * slot, each in 0…1:

cover   the share of the question's content that the fact accounts for (explaining.py)
focus   how much the question asks the same as the nearest of the fact's own questions: weighed Dice
        coefficient over the entities, concepts and slots of both
grams   the cosine of the phrase index, which sees what no lexicon does
slot    whether the fact fills the slot that is asked, for the predicate that is asked

The weights are set by ``scripts/fit.py``; see there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.base import FactBase
from bot.domain.explaining import Account, Explainer, Verdict
from bot.domain.fact import Fact
from bot.domain.lexicon import EntityType
from bot.domain.phrases import PhraseIndex
from bot.domain.profiles import UNITS, Profile, Profiles
from bot.domain.quantities import Amount
from bot.domain.question import Question, Role, Word

COVER, FOCUS, GRAMS, SLOT = 0.40, 0.30, 0.15, 0.15
CANDIDATES = 14
"""Facts taken from the phrase index; those that share the question's rarer names come on top."""

RARE = 25
"""Facts that a name may have to be looked up by it; KT has too many for that to narrow anything."""
NO_SLOT = 0.7
"""The slot feature of a question that asks for no slot in particular."""

VALUE_SLOTS = frozenset({"when", "amounts", "counts", "durations"})
"""Slots whose value belongs to one predicate: 착공 is not 완공."""


SOFT_SLOTS = frozenset({"methods", "statements", "definitions", "roles"})
"""Slots that a fact may well tell without a value of its own; the others need one."""

_PEOPLE = re.compile("명|사람|인원|몇 분|people|head")
"""Count words that count persons."""
MONEY = frozenset({"invest", "money", "pay", "buy", "sell", "build-cost"})
"""Concepts that make 얼마 a question of money."""

_WITHIN = re.compile("^ㅇㅔ(?!ㄱㅔ)")
"""어디에, 어디에서: asks for a place rather than a company."""


@dataclass(frozen=True)
class Match:
    """A fact with how it answers a question."""

    fact: Fact
    accounts: tuple[Account, ...]
    cover: float
    focus: float
    grams: float
    fits: tuple[float, ...]
    """For each word that asks for a slot: 1 where it is filled for the predicate, 0 where it is not."""

    @property
    def slot(self) -> float:
        return sum(self.fits) / len(self.fits) if self.fits else NO_SLOT

    @cached_property
    def score(self) -> float:
        return COVER * self.cover + FOCUS * self.focus + GRAMS * self.grams + SLOT * self.slot

    def failed(self, *verdicts: Verdict) -> list[Account]:
        return [account for account in self.accounts if account.verdict in verdicts]

    @cached_property
    def conflicts(self) -> list[Account]:
        return self.failed(Verdict.CONFLICT)

    @cached_property
    def unexplained(self) -> list[Account]:
        return self.failed(Verdict.UNEXPLAINED)


class Matcher:
    """Ranks the facts of one base."""

    def __init__(self, base: FactBase, profiles: Profiles) -> None:
        self.base = base
        self._profiles = profiles
        self._explainer = Explainer(base, profiles)
        self._index = PhraseIndex({f.id: (f.summary, f.quote, *f.questions) for f in base.facts})
        self._by_entity: dict[str, list[str]] = {}
        for fact in base.facts:
            for entity in dict.fromkeys((fact.subject, *fact.entities)):
                self._by_entity.setdefault(entity, []).append(fact.id)

    def rank(self, question: Question) -> list[Match]:
        """Facts that may answer, best first; ties in the order of the base's ids."""
        found = dict(self._index.search(typed(question), limit=CANDIDATES))
        for fact_id, grams in self._index.search(self._canonical(question), limit=CANDIDATES // 2):
            found[fact_id] = max(grams, found.get(fact_id, 0.0))
        for fact_id in self._named(question):
            found.setdefault(fact_id, 0.0)
        matches = [self.match(question, self.base.by_id[i], grams) for i, grams in found.items()]
        return sorted(matches, key=lambda m: (-m.score, m.fact.id))

    def match(self, question: Question, fact: Fact, grams: float = 0.0) -> Match:
        profile = self._profiles.of(fact)
        found = [self._explainer.account(word, profile) for word in question.content]
        accounts = alternatives(found, question.is_yes_no)
        weight = sum(a.weight for a in accounts)
        cover = sum(a.weight * a.share for a in accounts) / weight if weight else 0.0
        return Match(
            fact, accounts, cover, focus(question, profile), grams, slot_fits(question, profile, self.base)
        )

    def _canonical(self, question: Question) -> str:
        """The question in the lexicon's own words, which finds what synonyms and English hide."""
        return " ".join(self._surface(word) for word in question.content)

    def _surface(self, word: Word) -> str:
        for i in word.ids:
            if i in self.base.entities:
                return self.base.entities[i].name
            if (concept := self.base.concepts.get(i)) and concept.nouns:
                return concept.nouns[0]
        return word.text

    def _named(self, question: Question) -> Iterable[str]:
        """Facts about the names in the question that are not in every other fact."""
        for entity in question.entities:
            ids = self._by_entity.get(entity, [])
            if len(ids) <= RARE:
                yield from ids


def alternatives(accounts: Sequence[Account], yes_no: bool) -> tuple[Account, ...]:
    """Conflicts that are none.

    Of two dates or numbers offered for choice (9월이야 11월이야) the one that fits excuses the other. To a
    yes/no question a fact that says the opposite (확정된 이름인가: 가칭) is the answer.
    """
    fits = {a.word.role for a in accounts if a.verdict is Verdict.EXPLAINED and a.share == 1.0}
    excused = {Role.DATE, Role.AMOUNT} & fits
    if yes_no:
        excused |= {Role.ACTION, Role.QUALITY}
    return tuple(
        replace(a, verdict=Verdict.EXPLAINED, share=0.8, how="the other choice")
        if a.verdict is Verdict.CONFLICT and a.word.role in excused
        else a
        for a in accounts
    )


def typed(question: Question) -> str:
    """The question as read, for the phrase index: repaired words in their right spelling."""
    return " ".join(w.token.repaired or w.token.surface for w in question.words) or question.text


def focus(question: Question, profile: Profile) -> float:
    """How nearly the question asks what one of the fact's own questions asks (0…1)."""
    return question.marks.nearest(profile.marks)


def slot_fits(question: Question, profile: Profile, base: FactBase) -> tuple[float, ...]:
    """How well the fact fills each slot asked: 1 for the predicate asked, less for another, 0 not at all."""
    return tuple(_word_fit(word, question, profile, base) for word in question.asked)


def _word_fit(word: Word, question: Question, profile: Profile, base: FactBase) -> float:
    filled = [slot for slot in word.slots if slot in profile.offers and _tells_more(slot, question, profile)]
    if "places" in word.slots and _WITHIN.search(word.token.tail):
        filled = [slot for slot in filled if slot == "places"]
    if not filled:
        return _implied_fit(word, question, profile, base)
    if not (_grain_fits(word, profile) and _kind_fits(word, question, profile, base)):
        return 0.0
    wanted = question.predicate_ids
    if not wanted:
        return 0.9
    near = {n for i in wanted if i in base.concepts for n in base.concepts[i].near}
    for slot in filled:
        if profile.offers[slot] & wanted or not profile.offers[slot]:
            return 1.0
    return 0.8 if any(profile.offers[slot] & near for slot in filled) else 0.4


def _tells_more(slot: str, question: Question, profile: Profile) -> bool:
    """Whether a slot holds a value that the question does not name itself, or sets aside."""
    values = getattr(profile.fact, slot)
    if slot in ("amounts", "counts", "durations"):
        told = {m.token.value.value for m in question.roles(Role.AMOUNT) if m.token.value}
        return not values or any(Amount(v.value, UNITS.get(v.unit, v.unit)) not in told for v in values)
    named = {value.entity for value in values}
    if None in named or slot not in ("people", "orgs", "names", "places"):
        return True
    return bool(named - set(question.entities) - question.excluded)


def _has_a_name(entity_id: str, base: FactBase) -> bool:
    """Whether an entity is what people ask the name of; a telco or a place is not."""
    entity = base.entities.get(entity_id)
    named = (EntityType.PRODUCT, EntityType.MODEL, EntityType.COMPANY, EntityType.FACILITY, EntityType.PROGRAMME)
    return entity is not None and entity.type in named


def _implied_fit(word: Word, question: Question, profile: Profile, base: FactBase) -> float:
    """Slots that a fact fills without saying so.

    A name is told by a fact whose subject the question does not name, or that names the holder of an office. Who did
    it is told by a company's fact to a question that does not name the company. How something is, was
    said or is made up is told by any fact that accounts for the rest, if less surely.
    """
    fact = profile.fact
    if fact.subject in question.excluded:
        return 0.0
    known = {*question.entities, *question.excluded}
    if "names" in word.slots and fact.subject not in question.entities:
        return 0.8
    if "names" in word.slots and fact.people and question.roles(Role.TITLE):
        return 0.8
    if "names" in word.slots and any(_has_a_name(i, base) for i in set(fact.entities) - known):
        return 0.7
    if "orgs" in word.slots and word.grain:
        return 0.0
    if "orgs" in word.slots and fact.company != "industry" and fact.company not in known:
        return 0.0 if _WITHIN.search(word.token.tail) else 0.8
    return 0.3 if SOFT_SLOTS & set(word.slots) else 0.0


def _kind_fits(word: Word, question: Question, profile: Profile, base: FactBase) -> bool:
    """어느 대학 needs a university that the question does not name; 얼마 of money needs money."""
    fact = profile.fact
    if "orgs" in word.slots and word.grain:
        others = {fact.subject, *fact.entities} - set(question.entities)
        return any(word.grain in base.entities[i].is_a for i in others if i in base.entities)
    if "counts" in word.slots and fact.counts and (unit := _PEOPLE.search(word.text)):
        return any(count.unit == "명" for count in fact.counts) == bool(unit)
    if "amounts" in word.slots and fact.amounts and MONEY & {i for w in question.words for i in w.ids}:
        return any(amount.unit == "KRW" for amount in fact.amounts)
    return True


def _grain_fits(word: Word, profile: Profile) -> bool:
    """몇 월 needs a month, 며칠 a day; a half-year does not tell either."""
    if not word.grain or "when" not in word.slots or not profile.fact.when:
        return True
    finer = {"year": 0, "half": 1, "quarter": 2, "month": 3, "day": 4}
    if word.grain not in finer:
        return True
    return any(finer[w.date.grain] >= finer[word.grain] for w in profile.fact.when)
