"""What a fact can account for: read once from its summary, quote, questions and slots."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.korean import jamo
from bot.domain.lexicon import FIRMS, Entity
from bot.domain.matching import shares
from bot.domain.matching.shares import Neighbours
from bot.domain.question.marks import Marks
from bot.domain.question.question import Question
from bot.domain.question.understanding import Understanding
from bot.domain.question.words import Role
from bot.domain.reading.reader import Reader
from bot.domain.reading.values import Amount
from bot.domain.reading.vocabulary import fold
from bot.domain.text.layout import clean

FUTURE = "future"
"""The concept of 앞으로, 향후: what a plan is about, whether its source says so or not."""
VALUES = frozenset({"when", "amounts", "counts", "durations", "places"})
"""Slots that no fact fills without a value."""
UNITS = {"KRW": "KRW", "원": "KRW", "kW": "kW", "㎾": "kW", "kW/rack": "kW"}


@dataclass(frozen=True)
class Profile:
    """A fact with everything that a question's words are checked against."""

    fact: Fact
    entities: frozenset[str]
    """Entities that the fact is about."""
    around: frozenset[str]
    """Their owners, developers, organisations, and what their names stand within."""
    stated: frozenset[str]
    """Concepts of summary and quote."""
    affirmed: frozenset[str]
    """Concepts of actions that the fact or its own questions say are done."""
    denied: frozenset[str]
    """Concepts of actions that they say are not done."""
    former: frozenset[str]
    """Concepts of what it says was so before (분산돼 있던)."""
    done: frozenset[str]
    """Concepts of actions that the fact itself says are done, and never that they are not."""
    asked: frozenset[str]
    """Concepts of the fact's own questions: how people speak of it."""
    descriptions: frozenset[str]
    """Concepts that describe its entities: kinds (is_a) and titles."""
    phrasings: tuple[Marks, ...]
    """What the fact's own questions are made of, each kind once."""
    covers: Mapping[str, float]
    """How well the fact covers each concept (0…1)."""
    names: Mapping[str, float]
    """The same for each entity."""
    offers: Mapping[str, frozenset[str]]
    """For each slot that the fact fills, the predicates of its values; empty means any."""
    text: str
    """Letters of the words of summary, quote and questions, for words that the lexicon does not know."""
    own: frozenset[str]
    """The fact's own questions, folded."""
    kinds: frozenset[str]
    """What kind of thing its subject is."""
    receivers: frozenset[str]
    """Entities to which something is done."""
    partners: frozenset[str]
    """Entities with which something is done."""
    givers: tuple[tuple[frozenset[str], str], ...]
    """(what is given, who gives it) where a fact tells it of a company: cash, KT."""
    amounts: tuple[Amount, ...] = ()

    @cached_property
    def concepts(self) -> frozenset[str]:
        return self.stated | self.asked

    @cached_property
    def _told(self) -> list[str]:
        return list(dict.fromkeys(jamo(fold(w)) for w in f"{self.fact.summary} {self.fact.quote}".split()))

    def beginnings(self, size: int) -> list[str]:
        """So many letters from the beginning of each word of summary and quote."""
        return [word[:size] for word in self._told]


@dataclass
class Profiles:
    """The profiles of a base, each made when it is first asked for.

    Reading all of a base takes about a second, one fact some milliseconds; a cold ``telco ask`` needs
    a dozen.
    """

    base: FactBase
    reader: Reader
    understanding: Understanding
    _made: dict[str, Profile] = field(default_factory=dict)
    _titles: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.base.concepts)

    def of(self, fact: Fact) -> Profile:
        if fact.id not in self._made:
            self._made[fact.id] = self._make(fact)
        return self._made[fact.id]

    def warm(self) -> None:
        """Make all profiles now, for a server that has the time before its first question."""
        for fact in self.base.facts:
            self.of(fact)

    def question(self, text: str) -> Question:
        return self.understanding.question(self.reader.read(clean(text)))

    def _make(self, fact: Fact) -> Profile:
        stated = [self.question(fact.summary), self.question(fact.quote)]
        phrasings = tuple(self.question(text) for text in fact.questions)
        named = {e for q in stated for e in q.entities}
        named |= set(self.base.articles[fact.article].about)
        if fact.statements:  # what was said was said where it was held: 바르셀로나에서 뭐라고 했어
            named |= {
                r for e in self.base.articles[fact.article].about for r in relations(self.base.entities, e)
            }
        about = frozenset(fact.entities) | {fact.subject}
        near = {r for e in about for r in relations(self.base.entities, e)}
        offices = {r for e in self.base.people(about) for r in relations(self.base.entities, e)}
        near |= {r for e in offices for r in relations(self.base.entities, e)}  # 미국에서 온 경영자
        around = frozenset(near) | named
        around |= {other.subject for other in self._linked(fact)}  # 한국형 AI, since called 한국적 AI
        said, asked = _concepts(stated), _concepts(phrasings)
        said |= {FUTURE} if fact.plan else frozenset()
        described = frozenset(d for e in about for d in self.describe(e))
        return Profile(
            fact=fact,
            entities=about,
            around=around - about,
            stated=said,
            asked=asked,
            affirmed=_actions(stated, denied=False)
            | _actions([p for p in phrasings if not p.is_yes_no], denied=False),
            denied=_actions(stated, denied=True),
            done=frozenset() if fact.plan else _actions(stated, denied=False) - _actions(stated, denied=True),
            former=frozenset(_former(stated)),
            own=frozenset(map(fold, fact.questions)),
            kinds=self.describe(fact.subject),
            descriptions=described,
            phrasings=tuple(dict.fromkeys(p.marks for p in phrasings)),
            covers=shares.of_concepts(said, described, asked, self._neighbours),
            names=shares.of_entities(about, around - about, fact.company),
            offers=self._offers(fact, phrasings),
            text=_word_starts((fact.summary, fact.quote, *fact.questions)),
            receivers=_playing(fact, "recipient"),
            partners=_playing(fact, "partner"),
            givers=tuple(self._givers(fact)),
            amounts=tuple(_amounts(fact)),
        )

    def _givers(self, fact: Fact) -> Iterator[tuple[frozenset[str], str]]:
        sides = {fact.company, *(value.entity for value in fact.orgs)}
        for item in fact.items:
            entity = self.base.entities.get(item.entity or "")
            senses = _concepts([read := self.question(item.text)])
            if entity and entity.type in FIRMS and entity.id in sides - set(read.entities):
                yield senses, entity.id

    def _linked(self, fact: Fact) -> list[Fact]:
        """The fact that this one overtakes, and the one that overtakes it."""
        older = self.base.by_id.get(fact.updates) if fact.updates else None
        return [other for other in (older, self.base.updated_by.get(fact.id)) if other]

    def describe(self, entity_id: str) -> frozenset[str]:
        """Concepts that describe an entity: what kind of thing it is, the offices a person holds."""
        if entity_id not in self._titles:
            entity = self.base.entities.get(entity_id)
            found: set[str] = set(entity.is_a if entity else ())
            for title in entity.titles if entity else ():
                found |= {i for word in self.question(title).words for i in word.ids}
            self._titles[entity_id] = frozenset(found)
        return self._titles[entity_id]

    def _offers(self, fact: Fact, phrasings: tuple[Question, ...]) -> dict[str, frozenset[str]]:
        offers: dict[str, set[str]] = {}
        for slot, value in fact.slots():
            if slot == "items" and len(fact.items) < 2:
                continue  # one thing is no list
            ids = {i for word in self.question(value.what).words for i in word.ids}
            offers.setdefault(slot, set()).update(ids)
        filled = frozenset(offers)
        for phrasing in phrasings:
            for word in phrasing.asked:
                # What the curators ask a fact for it can tell, also without a slot of its own; but
                # a value (a date, a number, a place) it must hold.
                for slot in (filled & set(word.slots)) or (set(word.slots) - VALUES):
                    offers.setdefault(slot, set()).update(phrasing.predicate_ids)
        return {slot: frozenset(ids) for slot, ids in offers.items()}


def relations(entities: Mapping[str, Entity], entity_id: str) -> frozenset[str]:
    """Entities to which one belongs: owner, developer, organisations, and all that it is part of."""
    entity = entities.get(entity_id)
    if entity is None:
        return frozenset()
    related = {entity.owner, entity.developer, *entity.orgs, *_wholes(entities, entity)}
    return frozenset(r for r in related if r)


def _wholes(entities: Mapping[str, Entity], entity: Entity) -> set[str]:
    """What an entity is part of, and that in turn: 파주 데이터센터, 파주, 경기."""
    found: set[str] = set()
    left = list(entity.part_of)
    while left:
        whole = left.pop()
        if whole not in found:
            found.add(whole)
            left += entities[whole].part_of if whole in entities else ()
    return found


def _playing(fact: Fact, role: str) -> frozenset[str]:
    """Entities that play a part in a fact."""
    return frozenset(v.entity for _, v in fact.slots() if v.entity and v.role == role)


def _concepts(questions: list[Question] | tuple[Question, ...]) -> frozenset[str]:
    return frozenset(
        i for q in questions for w in q.words if not w.token.has("entity") and not w.excluded for i in w.ids
    )  # fmt: skip


def _actions(questions: Iterable[Question], *, denied: bool) -> frozenset[str]:
    words = (w for q in questions for w in q.roles(Role.ACTION) if w.denied is denied and w.token.verbal)
    return frozenset(i for w in words for i in w.ids)


def _former(stated: Iterable[Question]) -> Iterator[str]:
    for question in stated:
        for word, after in itertools.pairwise(question.words):
            if word.role is Role.ACTION and after.token.tail.endswith("ㄷㅓㄴ"):
                yield from word.ids


def _word_starts(texts: Iterable[str]) -> str:
    """All words of the texts as letters, each behind a space."""
    return " " + " ".join(jamo(fold(word)) for text in texts for word in text.split())


def _amounts(fact: Fact) -> list[Amount]:
    quantities = (*fact.amounts, *fact.counts, *fact.durations)
    return [Amount(q.value, UNITS.get(q.unit, q.unit)) for q in quantities]
