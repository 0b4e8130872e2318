"""Whether a fact says all that a statement says, so that it may be called confirmed."""

import re

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.fact import Fact, Grain
from bot.domain.lexicon import EMPLOYERS, EntityType
from bot.domain.matching.explaining import Account, Verdict
from bot.domain.matching.matching import Match
from bot.domain.question.question import Question
from bot.domain.question.statements import SAYING, swallows
from bot.domain.question.words import Role, Word
from bot.domain.reading.values import Day

STATED = 0.95
"""Share from which a fact says a word itself; a neighbouring concept (착공 for 완공) does not."""
NAMED = 0.8
"""The same for names: the owner of what a fact is about is accounted for a little less."""
LITERAL = 0.9
"""The same for words that only stand in the fact's text."""
_DOER = re.compile("^(ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅣ|ㄱㅏ|ㅇㅣㄱㅏ)$")
_WITH = re.compile("^(ㅇㅘ|ㄱㅘ|ㄹㅏㅇ|ㅇㅣㄹㅏㅇ|ㅎㅏㄱㅗ)")
VALUES = (Role.AMOUNT, Role.DATE)
_PREDICATES = (Role.ACTION, Role.TITLE, *VALUES)


def agrees(match: Match, question: Question, engine: Engine) -> bool:
    accounts, fact = match.accounts, match.fact
    if not accounts or set(question.content) - {account.word for account in accounts}:
        return False
    if not all(says(account, fact) for account in accounts) or swallows(question):
        return False
    if not _same_doer(fact, question, engine):
        return False
    said = [a for a in accounts if a.word.role in _PREDICATES or a.word.token.verbal]
    named = {i for w in question.roles(Role.ENTITY) for i in w.ids}
    return bool(said) and bool(named & {fact.company, fact.subject, *fact.entities})


def says(account: Account, fact: Fact) -> bool:
    """Whether the fact itself says a word, and not only something near it."""
    word = account.word
    if account.verdict is not Verdict.EXPLAINED:
        return False
    if word.role is Role.DATE:
        return _tells_date(word, fact)
    if word.role is Role.AMOUNT:
        return account.share == 1.0
    if word.role is Role.ENTITY:
        return account.share >= NAMED
    if word.role in (Role.UNKNOWN, Role.UNKNOWN_VERB):
        return account.share >= LITERAL
    return account.share >= STATED or bool(set(word.ids) & SAYING)


def _tells_date(word: Word, fact: Fact) -> bool:
    """Whether a date of the fact lies within the one stated: 2024년 9월 within 2024년, not the reverse."""
    day = word.token.value.value if word.token.value else None
    if not isinstance(day, Day) or is_relative(word):
        return False
    for when in fact.when:
        same_year = day.year in (None, when.date.year)
        same_day = day.day is None or (when.date.grain is Grain.DAY and when.date.first_day().day == day.day)
        if same_year and same_day and set(when.date.months()) <= set(_months(day)):
            return True
    return False


def _months(day: Day) -> range:
    if day.month:
        return range(day.month, day.month + 1)
    if day.quarter:
        return range(day.quarter * 3 - 2, day.quarter * 3 + 1)
    if day.half:
        return range(day.half * 6 - 5, day.half * 6 + 1)
    return range(10, 13) if day.end else range(1, 13)


def is_relative(word: Word) -> bool:
    """올해, 다음 달: what they mean depends on when the message was written."""
    day = word.token.value.value if word.token.value else None
    return isinstance(day, Day) and (day.shift is not None or day.month_shift is not None)


def _same_doer(fact: Fact, question: Question, engine: Engine) -> bool:
    """Whether who is said to do it does it in the fact: MS가 KT에 투자한다 is not KT가 MS와 투자한다."""
    base = engine.base
    doers = _doers(question, base)
    if not doers:
        return True
    summary = engine.profiles.question(fact.summary)
    roles = {(value.entity, value.role) for _, value in fact.slots() if value.entity}
    does = _doers(summary, base) | {entity for entity, role in roles if role in ("agent", "member")}
    with_others = any(_WITH.match(w.token.tail) and set(w.ids) & does for w in question.roles(Role.ENTITY))
    if with_others:  # MS가 KT와 맺었다
        does |= {entity for entity, role in roles if role == "partner"}
    return not does or all(ids & does for ids in _subjects(question, base))


def _doers(question: Question, base: FactBase) -> set[str]:
    return {i for ids in _subjects(question, base) for i in ids}


def _subjects(question: Question, base: FactBase) -> list[set[str]]:
    """The companies and people that are subjects of a clause, each by its possible ids."""
    kinds = {*EMPLOYERS, EntityType.PERSON}
    subjects = [set(w.ids) for w in question.roles(Role.ENTITY) if _DOER.match(w.token.tail)]
    return [
        ids for ids in subjects if any(i in base.entities and base.entities[i].type in kinds for i in ids)
    ]
