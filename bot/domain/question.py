"""What a question asks: who and what it names, which slot it wants, which words must be accounted for."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from bot.domain.lexicon import Concept, ConceptKind, Entity, EntityType
from bot.domain.quantities import Amount, Day
from bot.domain.reader import Reading, Token


class Role(StrEnum):
    """How a word of a question counts."""

    ENTITY = "entity"
    OUTSIDER = "outsider"
    ACTION = "action"
    THING = "thing"
    ATTRIBUTE = "attribute"
    QUALITY = "quality"
    TITLE = "title"
    UNKNOWN = "unknown"
    UNKNOWN_VERB = "unknown verb"
    AMOUNT = "amount"
    DATE = "date"
    ASKS = "asks"
    SHELL = "shell"
    FORM = "form"
    CHAT = "chat"
    TOPIC = "topic"

    @property
    def content(self) -> bool:
        """True for words that a fact has to account for."""
        return self not in (Role.ASKS, Role.SHELL, Role.FORM, Role.CHAT)


WEIGHTS = {
    Role.ENTITY: 3.0, Role.OUTSIDER: 3.0, Role.ATTRIBUTE: 3.0, Role.UNKNOWN: 2.5, Role.TOPIC: 2.5, Role.AMOUNT: 2.0,
    Role.THING: 1.6, Role.ACTION: 1.5, Role.TITLE: 1.5, Role.DATE: 1.2, Role.UNKNOWN_VERB: 1.0, Role.QUALITY: 0.8, Role.SHELL: 0.5,
}  # fmt: skip
"""How much each kind of word must be accounted for: names and attributes most, modifiers least.

A shell noun (분야) needs no account, but tells one question from another.
"""
SLOT_WEIGHT = 1.5
"""The same for a word that asks for a slot."""
LIGHT = frozenset({"plan", "aim", "say", "predict", "tell-me", "hold-event", "carry-out", "begin"})
"""Actions that frame another one: what is planned or said is the predicate, not that it is."""

_FREE = (ConceptKind.ASKS, ConceptKind.SHELL, ConceptKind.FORM, ConceptKind.CHAT)
"""Kinds that the question's form explains; they are the weaker sense of an ambiguous word."""

_INTERROGATIVE = re.compile(
    r"언제|언젠|몇|며칠|멫|얼마|얼만|누구|누가|누굴|누군|어디|어딘|어데|워디|왜|어떻|어떡|어케|어째|어찌|어느|어떤|무슨|무엇|뭐|뭘|뭔|머|모|무얼|뭡|뭣|"
    r"when|who|where|how|why|what|which"
)

_VERB_SHAPE = re.compile(
    "(?:하는|되는|[든진린친킨낸운른던혀져켜려쳐겨려]|려는|다는|[았었였겠했됐]|[해아어여]서|려고|면서|도록|습니까|습니다|니까|나요|까요|[어아]요|데요|대요|네요|"
    "죠|지요|[갈길릴킬울을]지?|았어|었어|했어|됐어|였어|냐|[우키히리]고)$"
)
"""How an eojeol ends that can only be, or mostly is, an inflected verb."""

_ADVERBIAL = re.compile("ㅇㅔ|ㄲㅏㅈㅣ|ㅂㅜㅌㅓ|ㅇㅢ|ㄹㅗ|ㅇㅡㄹㅗ")
"""How the particles 에, 에서, 까지, 부터, 의, 로 begin."""

COMPARES = frozenset(
    {"telco", "company", "organisation", "person", "product", "model", "facility", "programme"}
)
"""Types of entity of which a question about one is not answered by a fact about another."""


@dataclass(frozen=True)
class Word:
    """A token with the part that it plays in the question."""

    token: Token
    role: Role
    slots: tuple[str, ...] = ()
    grain: str | None = None
    weak: bool = False
    """True for a word that may ask (말, 돈) but may also just be a word."""
    implied: bool = False
    """True for what was not typed but carried over from an earlier turn."""
    excluded: bool = False
    """True for what the question sets aside (X 말고, X가 아니라)."""
    holder: str | None = None
    """For a title or employer, the person whose it is said to be."""
    category: bool = False
    """True for a noun that only says what kind of answer is wanted (어떤 모델, 두 업무가 뭐죠)."""
    maker: bool = False
    """True for a product that stands for who made it (챗GPT를 만든 회사)."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return self.token.ids

    @property
    def text(self) -> str:
        return self.token.surface


class Marks(NamedTuple):
    """The parts by which two questions are compared."""

    parts: tuple[tuple[frozenset[str], float], ...]
    """(senses, weight) of each word that counts."""
    weight: float
    senses: frozenset[str]

    def nearest(self, others: Iterable["Marks"]) -> float:
        """The highest weighed Dice coefficient (0…1) with any of the others.

        The coefficient is the weight of the parts that the other has too, both ways, over all weight.
        Most others are passed over by a bound, because this runs for every phrasing of every candidate.
        """
        best = 0.0
        for other in others:
            mine = 0.0
            for ids, weight in self.parts:
                if not ids.isdisjoint(other.senses):
                    mine += weight
            total = self.weight + other.weight
            if not mine or mine + other.weight <= best * total:
                continue
            theirs = sum([weight for ids, weight in other.parts if not ids.isdisjoint(self.senses)])
            best = max(best, (mine + theirs) / total)
        return best


@dataclass(frozen=True)
class Question:
    """A question as understood. Two questions with the same words are equal in effect."""

    text: str
    words: tuple[Word, ...]
    cost: float = 0.0
    read_as: tuple[tuple[str, str], ...] = ()
    """(typed, read) for every piece that was not read as typed."""

    @cached_property
    def marks(self) -> "Marks":
        """What the question is made of: word senses and asked slots, each with its weight."""
        found = [(frozenset(w.ids) or frozenset({w.text}), WEIGHTS[w.role]) for w in self.content]
        found += [(frozenset([f"?{s}" for s in w.slots]), SLOT_WEIGHT) for w in self.asked]
        found += [
            (frozenset(w.ids), WEIGHTS[Role.SHELL]) for w in self.roles(Role.SHELL) if w not in self.content
        ]
        return Marks(tuple(found), sum(w for _, w in found), frozenset(i for ids, _ in found for i in ids))

    def roles(self, *roles: Role) -> list[Word]:
        return [word for word in self.words if word.role in roles]

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """Ids of the entities named, in order, each once."""
        return tuple(dict.fromkeys(i for w in self.roles(Role.ENTITY) if not w.excluded for i in w.ids))

    @cached_property
    def excluded(self) -> frozenset[str]:
        """Ids of the entities set aside."""
        return frozenset(i for w in self.words if w.excluded for i in w.ids)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        found = tuple(word for word in self.words if word.role.content and not word.excluded)
        # "AI는 무슨 뜻이야": where nothing else is asked about, the common word is.
        return found or tuple(w for w in self.roles(Role.SHELL) if "definitions" in self.slots)

    @cached_property
    def head(self) -> Word | None:
        """The last content word: what a question is after stands at its end."""
        return self.content[-1] if self.content else None

    @cached_property
    def asked(self) -> tuple[Word, ...]:
        """The words that ask for a slot: 언제, 얼마, 시기; not those that fit any (뭐).

        A noun (시점, 이름) asks only where no interrogative does ("몇 달" in "발표 시점까지 몇 달"), and
        not as an adverbial ("기사 시점에 KT는 …" asks for no date). What may be just a word (말, 돈)
        asks only at the end.
        """
        found = [word for word in self.words if word.slots]
        sharp = tuple(word for word in found if _INTERROGATIVE.match(word.text))
        if not sharp and self.is_yes_no:
            return ()
        sure = tuple(w for w in found if not w.weak and not _ADVERBIAL.match(w.token.tail))
        if not sharp:
            return sure or tuple(w for w in found if w is self.words[-1])
        # "위치가 어디야" asks for a place, not for a company as 어디 alone may.
        return tuple(next((n for n in sure if set(n.slots) < set(w.slots)), w) for w in sharp)

    @cached_property
    def is_yes_no(self) -> bool:
        """True where an ending asks and no question word does: "이름은 확정된 명칭입니까"."""
        words = [word for word in self.words if word.role is Role.ASKS]
        return any(w.token.asking for w in self.words) and not any(
            _INTERROGATIVE.match(w.text) for w in words
        )

    @cached_property
    def asks_for_others(self) -> bool:
        """True where it asks who else (다른 기업은 어디): the one that is known is not the answer."""
        pairs = itertools.pairwise(self.words)
        return any(w.text.startswith("다른") and after.role in (Role.SHELL, Role.THING) for w, after in pairs)

    @cached_property
    def wants_list(self) -> bool:
        """True where more than one answer is wanted: 목록, 다 알려줘, 세 개."""
        listed = any("items" in w.slots for w in self.words) or any("whole" in w.ids for w in self.words)
        counted = any(
            isinstance(w.token.value.value, Amount)
            and w.token.value.value.value >= 2
            and w.token.value.value.unit == "개"
            for w in self.roles(Role.AMOUNT)
            if w.token.value
        )
        return listed or counted

    @cached_property
    def slots(self) -> frozenset[str]:
        return frozenset(slot for word in self.asked for slot in word.slots)

    @cached_property
    def asks(self) -> bool:
        """True where there is a question word, an asking ending or a request at all."""
        return any(w.role is Role.ASKS for w in self.words) or any(w.token.asking for w in self.words)

    @cached_property
    def predicates(self) -> tuple[Word, ...]:
        return tuple(self.roles(Role.ACTION))

    @cached_property
    def predicate_ids(self) -> frozenset[str]:
        """Concepts of the main predicate: the last action, with the framing ones (밝히다) behind it.

        Empty where an unknown verb stands at its place, or there is none.
        """
        framing: frozenset[str] = frozenset()
        for word in reversed(self.words):
            if word.role is Role.UNKNOWN_VERB:
                return frozenset()
            if word.role in (Role.ACTION, Role.FORM, Role.ATTRIBUTE, Role.QUALITY):
                found = frozenset(s.id for s in word.token.senses if s.kind == Role.ACTION)
                if found and not found & LIGHT:
                    return found | framing
                framing |= found
        return framing - {"plan", "aim"}

    @cached_property
    def is_keyword(self) -> bool:
        """True for bare nouns (에이닷 비즈 출시): no question word, no verb."""
        return not any(w.role is Role.ASKS or w.token.verbal for w in self.words)


@dataclass
class Understanding:
    """Turns readings into questions, by the kinds of the lexicon."""

    concepts: Mapping[str, Concept]
    entities: Mapping[str, Entity]
    _seen: dict[str, str] = field(default_factory=dict)

    def question(self, reading: Reading) -> Question:
        from bot.domain.syntax import related  # noqa: PLC0415

        words = related([self._word(token) for token in reading.tokens], reading.text, self.entities)
        read_as = reading.swapped + tuple(
            (t.surface, self._meant(t))
            for t in reading.tokens
            if t.repaired and t.repaired.lower() != t.surface
        )
        return Question(reading.text, words, reading.cost, read_as)

    def _meant(self, token: Token) -> str:
        """How a repaired word is spelt; a name given by its initials is shown by its entity's name."""
        named = [self.entities[i].name for i in token.ids if i in self.entities]
        return named[0] if named and token.initials else token.repaired

    def _word(self, token: Token) -> Word:
        if token.value is not None:
            if isinstance(token.value.value, Day):
                return Word(token, Role.DATE)
            return Word(token, Role.AMOUNT if isinstance(token.value.value, Amount) else Role.UNKNOWN)
        if token.unknown:
            if len(token.surface) == 1 and token.surface.isascii() and token.surface.isalpha():
                return Word(token, Role.FORM)  # "A x B", "e mail": a letter alone says nothing
            verb = (token.verbal and len(token.surface) > 1) or _VERB_SHAPE.search(token.eojeol)
            return Word(token, Role.UNKNOWN_VERB if verb else Role.UNKNOWN)
        if token.has("entity"):
            return Word(token, Role.ENTITY)
        if token.has("outsider"):
            return Word(token, Role.OUTSIDER)
        return self._concept_word(token)

    def _concept_word(self, token: Token) -> Word:
        concepts = [self.concepts[i] for i in token.ids]
        asks = [c for c in concepts if c.kind is ConceptKind.ASKS]
        if asks:
            # 말 may ask for a statement or just be a word.
            sure = len(asks) == len(concepts) or bool(_INTERROGATIVE.match(token.surface))
            slots = tuple(dict.fromkeys(slot for c in asks for slot in c.slot))
            return Word(
                token, Role.ASKS, slots, next((c.grain for c in asks if c.grain), None), weak=not sure
            )
        free = [c for c in concepts if c.kind in _FREE]
        if free:
            return Word(token, Role(free[0].kind.value))
        ranked = (ConceptKind.TITLE, ConceptKind.ATTRIBUTE, ConceptKind.TOPIC)
        # The kind that asks least of a fact: an ambiguous word must not veto.
        kinds = {c.kind for c in concepts}
        for kind in (ConceptKind.ACTION, *ranked[:1], ConceptKind.QUALITY, ConceptKind.THING, *ranked):
            if kind in kinds:
                asks_by_suffix = kind is ConceptKind.ACTION and token.suffix
                return Word(token, Role(kind.value), (token.suffix,) if asks_by_suffix else ())
        return Word(token, Role.FORM)


def types(question: Question, entities: Mapping[str, Entity]) -> dict[EntityType, list[str]]:
    """The entities of a question by type."""
    found: dict[EntityType, list[str]] = {}
    for entity_id in question.entities:
        found.setdefault(entities[entity_id].type, []).append(entity_id)
    return found
