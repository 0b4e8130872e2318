"""From a reading to a question: the role of each word by the kinds of the lexicon."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.korean import compose
from bot.domain.lexicon import Concept, ConceptKind, Entity
from bot.domain.question.asking import ASK_WHAT, INTERROGATIVE
from bot.domain.question.describing import only_things, stand_for_products
from bot.domain.question.question import Question
from bot.domain.question.syntax import related
from bot.domain.question.words import Role, Word
from bot.domain.reading.tokens import Reading, Token
from bot.domain.reading.values import Amount, Day

_FREE = (ConceptKind.ASKS, ConceptKind.SHELL, ConceptKind.FORM, ConceptKind.CHAT)
"""Kinds that the question's form explains; they are the weaker sense of an ambiguous word."""

_VERB_SHAPE = re.compile(
    "(?:하는|되는|[든진린친킨낸운른던혀져켜려쳐겨려]|려는|다는|[았었였겠했됐]|[해아어여]서|려고|면서|도록|습니까|습니다|니까|나요|까요|[어아]요|데요|대요|네요|"
    "죠|지요|[갈길릴킬울을]지?|았어|었어|했어|됐어|였어|냐|[우키히리]고)$"
)
"""How an eojeol ends that can only be, or mostly is, an inflected verb."""


_AUXILIARY = "auxiliary"
"""The concept of verbs that only help another one (놓다, 나다, 가다)."""


_SAID_TO_BE = re.compile("[고로]$")
"""How a question word ends before a verb that only puts it (누구라고 나와), unlike 언제 나와, 뭘 내."""


def _main_verb(token: Token, before: Token | None) -> Token:
    """A verb that may help another one (해 놓다), without that sense where no verb stands before it."""
    helps = before is not None and (
        before.verbal
        or bool(before.has("asks") and _SAID_TO_BE.search(before.surface + compose(before.tail)))
    )
    if helps or not token.verbal or all(s.id != _AUXILIARY for s in token.senses):
        return token
    actions = tuple(s for s in token.senses if s.kind == ConceptKind.ACTION)
    return replace(token, senses=actions) if actions else token


def _told(token: Token) -> Token:
    """A token without the senses of which no fact speaks, where it has others."""
    told = tuple(s for s in token.senses if s.kind != ConceptKind.PLAIN)
    return token if not told or len(told) == len(token.senses) else replace(token, senses=told)


@dataclass
class Understanding:
    """Turns readings into questions, by the kinds of the lexicon."""

    concepts: Mapping[str, Concept]
    entities: Mapping[str, Entity]

    @cached_property
    def _things(self) -> dict[tuple[str, str], str]:
        return only_things(self.entities)

    def question(self, reading: Reading) -> Question:
        before = (None, *reading.tokens)
        found = [
            self._word(_told(_main_verb(token, b))) for token, b in zip(reading.tokens, before, strict=False)
        ]
        meant = related(found, reading.text, self.entities)
        described = tuple(stand_for_products(meant, self._things, self.entities))
        words = self._defined(tuple(self._until_then(described)))
        read_as = reading.swapped + tuple(
            (t.surface, self._meant(t))
            for t in reading.tokens
            if t.repaired and t.repaired.lower() != t.surface
        )
        return Question(reading.text, words, reading.cost, read_as)

    def _defined(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """IT가 뭐야: where nothing else is there to be defined, a word of form is what it also means."""
        if any(word.role.content or word.role is Role.SHELL for word in words):
            return words
        asked = any("definitions" in word.slots for word in words)
        what = any(ASK_WHAT in word.ids for word in words)
        return tuple(
            replace(word, role=Role.THING)
            if word.role is Role.FORM and word.token.has("thing") and (asked or (what and word.token.tail))
            else word
            for word in words
        )

    def _until_then(self, words: Sequence[Word]) -> Iterator[Word]:
        """An attribute that ends with what is asked only tells how it was: 공짜로 쓰는데 언제 유료가 돼."""
        named = {i for word in words for i in word.ids}
        for word in words:
            ended = word.role is Role.ATTRIBUTE and any(
                named & set(self.concepts[i].against) for i in word.ids if i in self.concepts
            )
            yield replace(word, role=Role.QUALITY) if ended else word

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
        if all(sense.kind == ConceptKind.PLAIN for sense in token.senses):
            return Word(token, Role.UNKNOWN_VERB if token.verbal else Role.UNKNOWN)
        if token.has("entity"):
            return Word(token, Role.ENTITY)
        if token.has("outsider"):
            return Word(token, Role.OUTSIDER)
        return self._concept_word(token)

    def _concept_word(self, token: Token) -> Word:
        concepts = [c for i in token.ids if (c := self.concepts[i]).kind is not ConceptKind.PLAIN]
        asks = [c for c in concepts if c.kind is ConceptKind.ASKS]
        if asks:
            # 말 may ask for a statement or just be a word.
            sure = len(asks) == len(concepts) or bool(INTERROGATIVE.match(token.surface))
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
