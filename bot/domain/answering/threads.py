"""Follow-ups: what a short question takes over from the turn before it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.domain.fact import Fact
from bot.domain.lexicon import Entity, EntityType
from bot.domain.matching.slots import OFFICE
from bot.domain.question.others import THAT_COMPANY
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word
from bot.domain.reading.tokens import Token
from bot.domain.reading.vocabulary import Sense

_INTERCHANGEABLE = (
    {EntityType.TELCO, EntityType.COMPANY, EntityType.ORGANISATION},
    {EntityType.PRODUCT, EntityType.MODEL, EntityType.PROGRAMME, EntityType.FACILITY},
    {EntityType.FACILITY, EntityType.PLACE},  # 평촌2센터는 언제 열었어? 파주는?
)
_CONTENT = (
    Role.ACTION,
    Role.THING,
    Role.ATTRIBUTE,
    Role.QUALITY,
    Role.TITLE,
    Role.UNKNOWN,
    Role.UNKNOWN_VERB,
)


_CASE = ("경우", "쪽", "측")
"""Nouns that say no more than the name before them: KT의 경우는?"""

_THERE = "that-place"
"""The concept of 거기: of whose CEO is asked, a company."""
_THAT_PERSON = re.compile(r"(그|이|저)\s?(사람|분|양반|인물)(은|는|이|가|한테|의)?\s")
"""What points at the person of the turn before: 그 사람은."""
_WHO = Word(Token(0, 0, "누구", (Sense("ask-who", "asks"),)), Role.ASKS, ("people",), implied=True)


def carried(
    new: Question, before: Question, answer: Fact | None, entities: Mapping[str, Entity]
) -> Iterator[Question]:
    """Ways to complete a follow-up, the likeliest first.

    A new name replaces one of its kind. A bare name ("KT는?") takes over all the rest; a new slot
    ("금액은?") takes over names, then the predicate only if that gives sense; new content takes over
    the names alone.
    """
    kept = [
        implied(w) for w in before.roles(Role.ENTITY) if not w.excluded and not _replaced(w, new, entities)
    ]
    content = [implied(w) for w in before.words if w.role in _CONTENT]
    dates = [implied(w) for w in before.roles(Role.DATE, Role.AMOUNT)] if not new.roles(Role.DATE) else []
    asks = [implied(w) for w in before.roles(Role.ASKS)]
    said = [w for w in new.words if w.text not in _CASE]
    own = any(w.role in (*_CONTENT, Role.SHELL) or w.weak for w in said)
    subject = [entity_word(i, entities) for i in _subjects(answer, new, entities)]
    if answer:
        yield from _pointed_at(new, before, answer, entities)
        if _asks_office(new) and not _named_person(new, entities) and _people(answer, entities):
            return
    if answer and answer.people and any("person-word" in w.ids for w in new.words) and not new.asked:
        yield _with(new, kept + content + [_WHO])  # 그 말 한 사람은?
        return
    if not own and not new.asked:
        yield _with(new, kept + content + dates + asks)
        if any("ask-how-is" not in w.ids for w in new.roles(Role.ASKS)):  # 그럼 딥엑스랑은 뭘 해?
            yield _with(new, kept)
    elif not own:
        yield _with(new, kept + content)
        yield _with(new, kept)
        yield _with(new, subject + content)
    else:
        if not new.roles(Role.ASKS) and not (new.is_yes_no and new.roles(Role.ACTION)):
            yield _with(new, kept + asks)
        yield _with(new, kept)
    if subject or own:
        yield _with(new, subject)


def _pointed_at(
    new: Question, before: Question, answer: Fact, entities: Mapping[str, Entity]
) -> Iterator[Question]:
    """The follow-up with whom or what it points at in the answer before: 그 교수, 그 사람, 그 회사."""
    if new.roles(Role.TITLE) and _THERE in {i for w in new.words for i in w.ids}:
        yield from (_with(new, [entity_word(i, entities)]) for i in _companies(answer, before, entities))
    elif (new.roles(Role.TITLE) or _asks_office(new)) and not _named_person(new, entities):
        yield _with(new, [entity_word(i, entities) for i in _people(answer, entities)[:1]])
    if _THAT_PERSON.search(new.text) and _is_person(answer.subject, entities):
        yield _with(new, [entity_word(answer.subject, entities)])  # 그 사람은 뭘 발표했어
    if any(THAT_COMPANY in w.ids for w in new.words):
        yield from (_with(new, [entity_word(i, entities)]) for i in _companies(answer, before, entities))


def _asks_office(new: Question) -> bool:
    return any(w.grain == OFFICE for w in new.asked)


def _people(answer: Fact, entities: Mapping[str, Entity]) -> list[str]:
    return [i for i in (answer.subject, *answer.entities) if _is_person(i, entities)]


def _is_person(entity_id: str, entities: Mapping[str, Entity]) -> bool:
    return entity_id in entities and entities[entity_id].type is EntityType.PERSON


def _companies(answer: Fact, before: Question, entities: Mapping[str, Entity]) -> list[str]:
    """Companies of an answer that the question before it did not name: 그 회사."""
    named = [value.entity for value in answer.orgs if value.entity] + [answer.subject, *answer.entities]
    firms = (EntityType.COMPANY, EntityType.ORGANISATION)
    found = [i for i in named if i in entities and entities[i].type in firms and i not in before.entities]
    return list(dict.fromkeys(found))


def entity_word(entity_id: str, entities: Mapping[str, Entity]) -> Word:
    """An entity as if it had been typed."""
    name = entities[entity_id].name
    sense = Sense(entity_id, "entity" if entities[entity_id].known else "outsider")
    return Word(Token(0, 0, name, (sense,)), Role.ENTITY, implied=True)


def implied(word: Word) -> Word:
    """A word as taken over; it no longer puts the question that it put (포티투마루였나)."""
    return replace(word, implied=True, token=replace(word.token, asking=False))


def _with(new: Question, more: list[Word]) -> Question:
    added = [w for w in more if not (w.ids and set(w.ids) & new.ids)]
    return replace(new, words=(*added, *new.words))


def _replaced(word: Word, new: Question, entities: Mapping[str, Entity]) -> bool:
    types = {entities[i].type for i in new.entities}
    return any(_alike(entities[i].type, t) for i in word.ids if i in entities for t in types)


def _named_person(new: Question, entities: Mapping[str, Entity]) -> bool:
    return any(entities[i].type is EntityType.PERSON for i in new.entities)


def _alike(one: EntityType, other: EntityType) -> bool:
    return one == other or any({one, other} <= group for group in _INTERCHANGEABLE)


def _subjects(answer: Fact | None, new: Question, entities: Mapping[str, Entity]) -> list[str]:
    if answer is None or answer.subject in new.entities or answer.subject not in entities:
        return []
    types = {entities[i].type for i in new.entities}
    return [] if any(_alike(entities[answer.subject].type, t) for t in types) else [answer.subject]
