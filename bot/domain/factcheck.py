"""Checks what a message states against the facts: what agrees, what differs, what is not known.

The message is cut into sentences and these, where a clause ends, into statements. A statement agrees with
a fact only where the fact accounts for every one of its words; it differs where the fact accounts for all
but numbers, dates or names that the fact has otherwise. All else is not known: words in the same order may
still say something else, so doubts (a denial, another doer) never count as agreement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.explaining import Account, Verdict
from bot.domain.fact import Fact
from bot.domain.lexicon import EntityType
from bot.domain.matching import Match
from bot.domain.premises import correction
from bot.domain.quantities import Day
from bot.domain.question import Question, Role, Word

MOST_STATEMENTS = 12
"""Statements of one message that are checked."""
SHORTEST = 6
"""Characters of a sentence that may state something."""
NEAREST = 12
"""Ranked facts that a statement is held against."""
STATED = 0.95
"""Share from which a fact says a word itself; a neighbouring concept (착공 for 완공) does not."""
NAMED = 0.8
"""The same for names: the owner of what a fact is about is accounted for a little less."""
LITERAL = 0.9
"""The same for words that only stand in the fact's text."""

_SENTENCE = re.compile(r"(?<=[.!?…。])(?<!\d\.)\s+|[\n\r;•]+|(?<=[다요죠음함됨임])\.(?=\S)|\s[-–—]\s")
_ASKS = re.compile(r"[?？]\s*$")
_CLAUSE = re.compile("(ㄱㅗ|ㅁㅕ|ㅇㅡㅁㅕ|ㅈㅣㅁㅏㄴ|ㄴㅡㄴㄷㅔ|ㅎㅐㅆㄱㅗ|ㄱㅗㅇㅛ)$")
_DENIES = re.compile(
    r"(?<![가-힣])안\s?(?=[가-힣])|않|못\s?(?:[하했할한]|[가-힣]+다)|아니|아닌|없(?!이)|취소|철회|무산|중단|never|\bnot\b|n't"
)
_DONE = re.compile(
    "(ㅆㄷㅏ|ㅆㅅㅡㅂㄴㅣㄷㅏ|ㅆㅇㅓㅇㅛ|ㅆㄷㅐ(ㅇㅛ)?|ㅆㅇㅡㅁ|ㅆㄴㅔ(ㅇㅛ)?|ㅆㅈㅛ|ㅆㅇㅓ|ㅆㄷㅏㄱㅗ)$"
)
_SAID = frozenset({"say", "plan", "aim", "predict", "tell-me", "announce"})
_DOER = re.compile("^(ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅣ|ㄱㅏ|ㅇㅣㄱㅏ)$")
_VALUES = (Role.AMOUNT, Role.DATE)


class Finding(StrEnum):
    """What the sources say to a statement."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Difference(StrEnum):
    """In what a statement differs from its fact."""

    NUMBER = "number"
    DATE = "date"
    COMPANY = "company"
    PERSON = "person"
    NAME = "name"
    PLAN = "plan"
    """It is said to have happened; the source only knows of a plan."""


@dataclass(frozen=True)
class Checked:
    """One statement with the fact that confirms it or sets it right; no fact where nothing is known."""

    text: str
    finding: Finding
    fact: Fact | None = None
    wrong: tuple[tuple[str, Difference], ...] = ()
    """(words of the statement, what about them differs)"""


def check(text: str, engine: Engine) -> list[Checked]:
    """Every statement of the text as far as it is checked; questions and mere greetings are left out."""
    found: list[Checked] = []
    for sentence in sentences(text):
        found += _check_sentence(sentence, engine)
        if len(found) >= MOST_STATEMENTS:
            break
    return found[:MOST_STATEMENTS]


def sentences(text: str) -> list[str]:
    """The sentences that may state something."""
    parts = [part.strip(" \t-*>·") for part in _SENTENCE.split(text) if part]
    return [part for part in parts if len(part) >= SHORTEST and not _ASKS.search(part)]


def _check_sentence(sentence: str, engine: Engine) -> Iterator[Checked]:
    question = engine.understand(sentence)
    if not _states(question):
        return
    whole = _check(sentence, question, engine)
    clauses = list(_clauses(question))
    if whole.finding is not Finding.UNKNOWN or len(clauses) < 2:
        yield whole
        return
    parts = [_check(_text_of(clause, question, sentence), clause, engine) for clause in clauses]
    if all(part.finding is Finding.UNKNOWN for part in parts):
        yield whole
    else:
        yield from parts


def _states(question: Question) -> bool:
    """Whether it is a statement: names something known, or a number or date, and says something of it."""
    named = question.roles(Role.ENTITY, Role.OUTSIDER, Role.AMOUNT, Role.DATE, Role.THING)
    return bool(named) and len(question.content) >= 2 and not question.asked


def _check(text: str, question: Question, engine: Engine) -> Checked:
    ranked = engine.matcher.rank(question)[:NEAREST]
    denied = _denies(text)
    for match in ranked:
        if _agrees(match, question, engine.base) and denied == _denies(match.fact.summary + match.fact.quote):
            if match.fact.plan and _done(question):
                return Checked(text, Finding.DIFFERS, match.fact, ((_predicate(question), Difference.PLAN),))
            return Checked(text, Finding.AGREES, match.fact)
    if not denied and (wrong := _differs(ranked, question, engine.base)):
        match, accounts = wrong
        return Checked(
            text, Finding.DIFFERS, match.fact, tuple(_difference(a, engine.base) for a in accounts)
        )
    return Checked(text, Finding.UNKNOWN)


def _agrees(match: Match, question: Question, base: FactBase) -> bool:
    content = {account.word for account in match.accounts}
    if set(question.content) - content or not match.accounts:
        return False
    if not all(_says(account) for account in match.accounts) or not _same_doer(match.fact, question):
        return False
    said = [
        a for a in match.accounts if a.word.role in (Role.ACTION, Role.TITLE, *_VALUES) or a.word.token.verbal
    ]
    named = {i for w in question.roles(Role.ENTITY) for i in w.ids if i in base.entities}
    return bool(said) and bool(named & {match.fact.company, match.fact.subject, *match.fact.entities})


def _says(account: Account) -> bool:
    """Whether the fact itself says a word, and not only something near it."""
    word = account.word
    if account.verdict is not Verdict.EXPLAINED:
        return False
    if word.role is Role.DATE:
        return account.share == 1.0 and not _is_relative(word)
    if word.role is Role.AMOUNT:
        return account.share == 1.0
    if word.role is Role.ENTITY:
        return account.share >= NAMED
    if word.role in (Role.UNKNOWN, Role.UNKNOWN_VERB):
        return account.share >= LITERAL
    return account.share >= STATED or bool(set(word.ids) & _SAID)


def _is_relative(word: Word) -> bool:
    """올해, 다음 달: what they mean depends on when the message was written."""
    day = word.token.value.value if word.token.value else None
    return isinstance(day, Day) and (day.shift is not None or day.month_shift is not None)


def _same_doer(fact: Fact, question: Question) -> bool:
    """Whether who is said to do it is not one to whom the fact says that it is done."""
    roles = {(value.entity, value.role) for _, value in fact.slots() if value.entity and value.role}
    doers = {entity for entity, role in roles if role == "agent"}
    done_to = {entity for entity, role in roles if role in ("recipient", "instrument")} - doers
    named = [w for w in question.roles(Role.ENTITY) if _DOER.match(w.token.tail)]
    return not any(set(word.ids) & done_to for word in named)


def _differs(
    ranked: Sequence[Match], question: Question, base: FactBase
) -> tuple[Match, tuple[Account, ...]] | None:
    single = correction(question, ranked, base)
    if single and not _is_relative(single[1].word) and _rest_is_said(single[0]):
        return single[0], (single[1],)
    for match in ranked:
        wrong = match.conflicts
        values = all(account.word.role in _VALUES and not _is_relative(account.word) for account in wrong)
        about = {i for w in question.roles(Role.ENTITY) for i in w.ids}
        if wrong and values and match.fact.subject in about and _rest_is_said(match):
            return match, tuple(wrong)
    return None


def _rest_is_said(match: Match) -> bool:
    """Whether the fact says all but what is in conflict; a date that it does not have is no matter."""
    rest = [a for a in match.accounts if a.verdict is not Verdict.CONFLICT]
    return bool(rest) and all(_says(a) or a.word.role is Role.QUALITY for a in rest)


def _difference(account: Account, base: FactBase) -> tuple[str, Difference]:
    word = account.word
    if word.role is Role.AMOUNT:
        return word.text, Difference.NUMBER
    if word.role is Role.DATE:
        return word.text, Difference.DATE
    kinds = {base.entities[i].type for i in word.ids if i in base.entities}
    if word.role is Role.TITLE or EntityType.PERSON in kinds:
        return word.text, Difference.PERSON
    if kinds & {EntityType.TELCO, EntityType.COMPANY, EntityType.ORGANISATION}:
        return word.text, Difference.COMPANY
    return word.text, Difference.NAME


def _done(question: Question) -> bool:
    """Whether the last verb says that it has happened (출시했다) and not that it was planned."""
    last = question.words[-1] if question.words else None
    return bool(last and _DONE.search(last.token.tail) and not set(last.ids) & _SAID)


def _predicate(question: Question) -> str:
    return question.words[-1].text


def _denies(text: str) -> bool:
    return bool(_DENIES.search(text))


def _clauses(question: Question) -> Iterator[Question]:
    """The question cut where a clause ends; a clause that names nobody keeps the first one's doer."""
    start, words = 0, question.words
    lead = next((w for w in words if w.role is Role.ENTITY), None)
    for at in range(1, len(words) + 1):
        ends = at == len(words) or (words[at - 1].token.verbal and _CLAUSE.search(words[at - 1].token.tail))
        if ends:
            part = words[start:at]
            if lead and start and not any(w.role is Role.ENTITY for w in part):
                part = (replace(lead, implied=True), *part)
            yield replace(question, words=part)
            start = at


def _text_of(clause: Question, question: Question, sentence: str) -> str:
    """The clause as it was written."""
    own = [w.token for w in clause.words if not w.implied]
    if not own or len(question.text) != len(sentence):  # normalising has moved the characters
        return " ".join(w.text for w in clause.words)
    after = [w.token.start for w in question.words if w.token.start > own[-1].start]
    return sentence[own[0].start : min(after, default=len(sentence))].strip(" ,")
