"""Timelines: what the facts tell of a time, in order of time (일정 KT, KT가 분기별로 뭘 내놔).

A question asks for one by a word for it alone (일정, 로드맵) or by asking for every such period (분기별).
A period keeps the facts that are dated as exactly as that. Whatever else the question says must be
accounted for by each fact that is shown; where none is left, the question is none for a timeline.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.answering import wording
from bot.domain.base import FactBase
from bot.domain.fact import Fact, Grain, PartialDate, When
from bot.domain.lexicon import FIRMS
from bot.domain.matching.explaining import Verdict
from bot.domain.matching.matching import Match, Matcher
from bot.domain.question.predicates import LIGHT
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word
from bot.domain.reply import Milestone, Moment, ReadAs, Reply, Status
from bot.domain.shown import shown

_NAMED = re.compile(
    r"일정\s?표|일정|타임\s?라인|로드\s?맵|연표|마일\s?스톤|\b(?:timeline|roadmap|schedule|milestones?)\b"
)
_ORDERED = re.compile(
    r"(?:시기|시간|날짜|일자|연대|시점|기간)\s?(?:별|순서대로|순서|순)"
    r"|chronological\w*(?:\s+order)?|in order of time|by date"
)
_EVERY = r"(?:per|by|each|every)\s+"
_PERIODS: tuple[tuple[Grain, re.Pattern[str]], ...] = tuple(
    (grain, re.compile(rf"(?:{korean})\s?(?:별|마다)|매\s?(?:{each})(?:마다)?|{_EVERY}{english}|{adverb}"))
    for grain, korean, each, english, adverb in (
        (Grain.QUARTER, "분기", "분기", "quarter", "quarterly|quarter by quarter"),
        (Grain.HALF, "반기", "반기", "half(?:[ -]year)?", "half[ -]yearly"),
        (Grain.MONTH, "(?<![가-힣])(?:개월|월|달)", "월|달", "month", "monthly|month by month"),
        (Grain.YEAR, "연도|년도|해|년", "년|해", "year", r"\byearly|year by year"),
    )
)
_BESIDE = (Role.ENTITY, Role.THING, Role.ASKS, Role.SHELL, Role.FORM, Role.CHAT)
"""What may stand beside a bare word for a timeline: 데이터센터 일정 보여줘, but not 에스터 출시 일정."""
_GENERIC = frozenset({"launch", "plan", "begin", "carry-out", "tell-me", "hold-event"})
"""Actions that say no more than that something happens: 뭘 내놔, 무엇을 해."""
_WHAT = re.compile("뭘|뭐|머|무엇|무얼|어떤|what")
_LIGHT = (Role.QUALITY, Role.UNKNOWN_VERB)
_TELCOS = "telcos"
_SURE = 0.75
"""Share from which a fact accounts for a word here: a neighbouring concept will do."""


@dataclass(frozen=True)
class Timeline:
    """What a question for a timeline is answered with, in order of time."""

    matches: tuple[Match, ...]
    grain: Grain | None = None


def found(question: Question, matcher: Matcher) -> Timeline | None:
    """The timeline that a question asks for; None where it asks for none, or no fact belongs in it."""
    asked = _asked(question)
    if asked is None:
        return None
    rest, grain = asked
    if not _may_ask(rest, grain, question, matcher.base):
        return None
    dated = matcher.matches(rest, [fact for fact in matcher.base.facts if _dates(fact, grain)])
    kept = [match for match in dated if _belongs(match, rest)]
    if not kept or (rest.content and len(kept) < 2):
        return None  # one date is an ordinary answer
    return Timeline(tuple(sorted(kept, key=lambda m: _order(_dates(m.fact, grain)[0]))), grain)


def reply(timeline: Timeline, question: Question, base: FactBase, today: dt.date) -> Reply:
    """The timeline as an overview with milestones, as of ``today``."""
    facts = [match.fact for match in timeline.matches]
    dated = [(when, fact) for fact in facts for when in _dates(fact, timeline.grain)]
    milestones = [_milestone(fact, when, today) for when, fact in sorted(dated, key=lambda d: _order(d[0]))]
    named = [base.entities[i] for i in question.entities if i in base.entities]
    names = [entity.name for entity in named if entity.type in FIRMS]
    coming = sum(milestone.moment in (Moment.COMING, Moment.NOW) for milestone in milestones)
    return Reply(
        status=Status.OVERVIEW,
        message=wording.timeline("·".join(names[:2]), len(milestones), coming),
        facts=tuple(shown(match.fact, base, today, 1.0) for match in timeline.matches),
        read_as=tuple(ReadAs(typed=typed, read=read) for typed, read in question.read_as),
        milestones=tuple(milestones),
    )


def label(date: PartialDate) -> str:
    """A date as exact as it is known: 2025년 상반기, 2025년 2분기, 2025년 3월, 2025년 3월 4일, 2024년 말."""
    year, months = f"{date.year}년", date.months()
    if date.text.endswith("-end"):
        return f"{year} 말"
    match date.grain:
        case Grain.HALF:
            return f"{year} {'상반기' if months[0] == 1 else '하반기'}"
        case Grain.QUARTER:
            return f"{year} {months[-1] // 3}분기"
        case Grain.MONTH:
            return f"{year} {months[0]}월"
        case Grain.DAY:
            return f"{year} {months[0]}월 {date.first_day().day}일"
    return year


def _asked(question: Question) -> tuple[Question, Grain | None] | None:
    """The question without the words that ask for a timeline, and the period that they name."""
    named = [m.span() for m in _NAMED.finditer(question.text)]
    for grain, pattern in (*_PERIODS, (None, _ORDERED)):
        if marks := [m.span() for m in pattern.finditer(question.text)]:
            return _without(question, [*marks, *named], grain)
    if named:
        rest = _without(question, named, None)
        bare = rest and all(w.role in _BESIDE for w in rest[0].words) and rest[0].slots <= {"when", "methods"}
        return rest if bare else None
    return None


def _without(
    question: Question, marks: Sequence[tuple[int, int]], grain: Grain | None
) -> tuple[Question, Grain | None] | None:
    """None where a longer word holds one of the marks: 방한 일정, 연도별 투자액."""
    kept = []
    for word in question.words:
        inside = not word.implied and any(word.token.start < e and s < word.token.end for s, e in marks)
        if not inside:
            kept.append(word)
        elif not any(s <= word.token.start and word.token.end <= e for s, e in marks):
            return None
    return replace(question, words=tuple(kept)), grain


def _may_ask(rest: Question, grain: Grain | None, question: Question, base: FactBase) -> bool:
    """Whether what is left of a question leaves room for a list of dates."""
    if rest.excluded or rest.roles(Role.OUTSIDER, Role.TOPIC, Role.AMOUNT, Role.TITLE):
        return False
    if rest.roles(Role.DATE) and not grain:
        return False
    if rest.slots - {"when", "items", "methods", "definitions", "statements"}:
        return False
    named = {base.entities[i].type for i in rest.entities if i != _TELCOS and i in base.entities}
    return bool(grain or _ORDERED.search(question.text)) or named <= FIRMS


def _belongs(match: Match, rest: Question) -> bool:
    """Whether a fact accounts for all that the question says beside asking for a timeline."""
    what = any(_WHAT.match(word.text) for word in rest.words)
    for account in match.accounts:
        if account.word.role in _LIGHT or _generic(account.word, what=what):
            continue
        if match.fact.company in account.word.ids:
            continue
        if account.verdict is Verdict.CONFLICT or account.share < _SURE:
            return False
    return True


def _generic(word: Word, *, what: bool) -> bool:
    if word.role is not Role.ACTION:
        return word.ids == (_TELCOS,)  # all three: nobody is left out
    return bool(set(word.ids) & (_GENERIC if what else LIGHT))


def _dates(fact: Fact, grain: Grain | None) -> list[When]:
    """The dates of a fact, each once; of one ``grain`` alone where that is asked."""
    dates = {when.date.text: when for when in reversed(fact.when) if grain in (None, when.date.grain)}
    return sorted(dates.values(), key=_order)


def _order(when: When) -> tuple[dt.date, dt.date]:
    """By the latest day that is meant: what is due in a quarter comes before what is due in its year."""
    return when.date.last_day(), when.date.first_day()


def _milestone(fact: Fact, when: When, today: dt.date) -> Milestone:
    first, last = when.date.first_day(), when.date.last_day()
    if not fact.plan:
        moment = Moment.PAST
    elif last < today:
        moment = Moment.OVERDUE
    else:
        moment = Moment.NOW if first <= today else Moment.COMING
    return Milestone(
        fact_id=fact.id,
        when=label(when.date),
        first_day=first.isoformat(),
        last_day=last.isoformat(),
        moment=moment,
    )
