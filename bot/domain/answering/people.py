"""인물: the people of the facts with their offices, as the facts state them (인물, 인물 KT)."""

import datetime as dt
import re
from dataclasses import dataclass

from bot.domain.answering import wording
from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.lexicon import EMPLOYERS
from bot.domain.matching.matching import Match, Matcher
from bot.domain.question.question import Question
from bot.domain.question.words import Role
from bot.domain.reply import ReadAs, Reply, Status
from bot.domain.shown import shown

_ASKS = re.compile(
    r"(?:등장\s?)?인물(?:\s?(?:목록|명단|리스트))?|사람들?\s?(?:목록|명단)|people|persons?", re.IGNORECASE
)
_BESIDE = (Role.ENTITY, Role.FORM)


@dataclass(frozen=True)
class People:
    """The facts that tell people's offices, with how many people they are."""

    matches: tuple[Match, ...]
    count: int


def found(question: Question, matcher: Matcher) -> People | None:
    """The people that a question lists; None where it asks something else, or nobody is known."""
    marks = [m.span() for m in _ASKS.finditer(question.text)]
    if not marks:
        return None
    rest = [w for w in question.words if w.implied or not any(s <= w.token.start < e for s, e in marks)]
    names = {i for w in rest for i in w.ids if w.role is Role.ENTITY}
    kinds = {matcher.base.entities[i].type for i in names if i in matcher.base.entities}
    if not all(w.role in _BESIDE for w in rest) or not kinds <= EMPLOYERS:
        return None
    facts = [fact for fact in matcher.base.facts if offices(fact, matcher.base, names)]
    if not facts:
        return None
    holders = {person for fact in facts for person in offices(fact, matcher.base, names)}
    return People(matcher.matches(question, facts), len(holders))


def offices(fact: Fact, base: FactBase, names: set[str]) -> set[str]:
    """The people whose office the fact tells; where ``names`` are given, those that belong to one of them."""
    people = base.people(value.entity or fact.subject for value in fact.roles)
    if not names:
        return people
    own = fact.subject if fact.company in names else ""
    return {i for i in people if names & set(base.entities[i].orgs) or i == own}


def reply(people: People, question: Question, base: FactBase, today: dt.date) -> Reply:
    """The list as an overview."""
    named = [base.entities[i] for i in question.entities if i in base.entities]
    names = [entity.name for entity in named if entity.type in EMPLOYERS]
    return Reply(
        status=Status.OVERVIEW,
        message=wording.people("·".join(names[:2]), people.count),
        facts=tuple(shown(match.fact, base, today, 1.0) for match in people.matches),
        read_as=tuple(ReadAs(typed=typed, read=read) for typed, read in question.read_as),
    )
