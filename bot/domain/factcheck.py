"""Checks what a message states against the facts: what agrees, what differs, what is not known.

The message is cut into sentences and these, where a clause ends, into statements. A statement agrees with
a fact only where the fact accounts for every one of its words; it differs where the fact accounts for all
but numbers, dates or names that the fact has otherwise. All else is not known: words in the same order may
still say something else, so doubts (a denial, another doer) never count as agreement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.agreement import VALUES, agrees, is_relative, says
from bot.domain.answering.premises import correction
from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.fact import Fact
from bot.domain.lexicon import EMPLOYERS, EntityType
from bot.domain.matching.explaining import Account, Verdict
from bot.domain.matching.matching import Match
from bot.domain.question.question import Question
from bot.domain.question.statements import clauses, denials, is_done, predicate, sentences, states, text_of
from bot.domain.question.words import Role

MOST_STATEMENTS = 12
"""Statements of one message that are checked."""
NEAREST = 12
"""Ranked facts that a statement is held against."""


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
    PLACE = "place"
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


def _check_sentence(sentence: str, engine: Engine) -> Iterator[Checked]:
    question = engine.understand(sentence)
    if not states(question):
        return
    whole = _check(sentence, question, engine)
    cut = list(clauses(question))
    if whole.finding is not Finding.UNKNOWN or len(cut) < 2 or denials(sentence):
        yield whole
        return
    parts = [_check(text_of(clause, question, sentence), clause, engine) for clause in cut]
    if all(part.finding is Finding.UNKNOWN for part in parts):
        yield whole
    else:
        yield from parts


def _check(text: str, question: Question, engine: Engine) -> Checked:
    ranked = engine.matcher.rank(question)[:NEAREST]
    denied = denials(text)
    for match in ranked:
        if agrees(match, question, engine) and _same_sense(match.fact, question, denied, engine):
            if match.fact.plan and is_done(question):
                return Checked(text, Finding.DIFFERS, match.fact, ((predicate(question), Difference.PLAN),))
            return Checked(text, Finding.AGREES, match.fact)
    if not denied and (wrong := _differs(ranked, question, engine.base)):
        match, accounts = wrong
        return Checked(
            text, Finding.DIFFERS, match.fact, tuple(_difference(a, text, engine.base) for a in accounts)
        )
    return Checked(text, Finding.UNKNOWN)


def _same_sense(fact: Fact, question: Question, denied: int, engine: Engine) -> bool:
    """Whether both deny or neither does; of a denial all must be the same, lest another word is denied."""
    if denials(fact.summary) != denied:
        return False
    said = {i for word in question.content for i in word.ids}
    whole = engine.profiles.question(fact.summary).content if denied else ()
    return all(said & set(word.ids) for word in whole if word.ids)


def _differs(
    ranked: Sequence[Match], question: Question, base: FactBase
) -> tuple[Match, tuple[Account, ...]] | None:
    single = correction(question, ranked, base)
    people = [w for w in question.roles(Role.ENTITY) if _kinds(w.ids, base) & {EntityType.PERSON}]
    unclear = single and single[1].word.holder and len(people) > 1  # whose office it is
    unclear = unclear or (single and single[1].word.role is Role.ACTION)
    if single and not unclear and not is_relative(single[1].word) and _rest_is_said(single[0]):
        return single[0], (single[1],)
    about = {i for w in question.roles(Role.ENTITY) for i in w.ids}
    for match in ranked:
        wrong = tuple(match.conflicts)
        if not wrong or not _rest_is_said(match) or any(is_relative(a.word) for a in wrong):
            continue
        values = all(account.word.role in VALUES for account in wrong)
        if (values and match.fact.subject in about) or (len(wrong) == 1 and _tells(match, wrong[0], base)):
            return match, wrong
    return None


def _tells(match: Match, wrong: Account, base: FactBase) -> bool:
    """Whether the fact tells of another place, person or company where the statement has this one."""
    kinds = _kinds(wrong.word.ids, base)
    fact = match.fact
    if EntityType.PLACE in kinds:
        subject = base.entities.get(fact.subject)
        own = subject is not None and subject.type not in EMPLOYERS  # a firm has more than one place
        return own and bool(fact.places) and fact.subject in {i for a in match.accounts for i in a.word.ids}
    if EntityType.PERSON in kinds:
        return bool(fact.people)
    same_amount = any(a.word.role is Role.AMOUNT and a.share == 1.0 for a in match.accounts)
    return bool(kinds & EMPLOYERS) and same_amount


def _rest_is_said(match: Match) -> bool:
    """Whether the fact says all but what is in conflict."""
    rest = [a for a in match.accounts if a.verdict is not Verdict.CONFLICT]
    return bool(rest) and all(says(a, match.fact) or a.word.role is Role.QUALITY for a in rest)


def _difference(account: Account, text: str, base: FactBase) -> tuple[str, Difference]:
    """The words as they were written, and what differs about them."""
    written = re.search(re.escape(account.word.text), text, re.IGNORECASE)
    return written.group() if written else account.word.text, _kind(account, base)


def _kind(account: Account, base: FactBase) -> Difference:
    word = account.word
    if word.role is Role.AMOUNT:
        return Difference.NUMBER
    if word.role is Role.DATE:
        return Difference.DATE
    kinds = _kinds(word.ids, base)
    if word.role is Role.TITLE or EntityType.PERSON in kinds:
        return Difference.PERSON
    if EntityType.PLACE in kinds:
        return Difference.PLACE
    if kinds & EMPLOYERS:
        return Difference.COMPANY
    return Difference.NAME


def _kinds(ids: Sequence[str], base: FactBase) -> set[EntityType]:
    return {base.entities[i].type for i in ids if i in base.entities}
