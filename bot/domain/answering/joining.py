"""What two facts tell together: of the same person, of the same event, of a question in two parts."""

from collections.abc import Sequence

from bot.domain.answering.objecting import Ground, Objection
from bot.domain.matching.explaining import Verdict
from bot.domain.matching.matching import Match
from bot.domain.matching.slots import PERSONAL
from bot.domain.question.question import Question

SECOND_PART = 0.35
"""Score from which a fact may answer the second part of a question in two parts."""
DESCRIBED = 0.55
"""Score from which a fact that does not tell what is asked describes whom it is asked of."""
SAME_EVENT = 2
"""Names that two facts about one event share at least."""


def of_the_same_person(
    question: Question, matches: Sequence[Match], doubts: Sequence[Objection]
) -> list[Match]:
    """What is asked of somebody who is only described (포기하지 말라는 학자는 어느 대학 소속).

    The fact that tells it of the one who fits the description comes first, then the description, which is the
    best match; ``doubts`` are what speaks against that one.
    """
    best = matches[0]
    if best.score < DESCRIBED or not any(word.grain in PERSONAL for word in question.asked):
        return []
    if not _is_only_untold(doubts):
        return []
    people = {value.entity for value in best.fact.people}
    named = people & set(question.entities)
    known = {a.word for a in best.accounts if a.verdict is Verdict.EXPLAINED} if len(named) == 1 else set()
    tells = [
        m
        for m in matches
        if m.fact.subject in (named if known else people)
        and max(m.fits) >= 0.8
        and all(a.word in known for a in m.conflicts)
    ]
    return [*tells[:1], best] if tells else []


def of_who_did_more(question: Question, matches: Sequence[Match], doubts: Sequence[Objection]) -> list[Match]:
    """The office of somebody of whom the question also says what he spoke of (소버린 AI를 말한 이성엽 교수).

    The best fact tells the office, another one of the same person accounts for what it leaves over.
    """
    best = matches[0]
    if not any(word.grain in PERSONAL for word in question.asked) or max(best.fits) < 0.8:
        return []
    if not doubts or any(doubt.ground is not Ground.LEFT_OVER for doubt in doubts):
        return []
    left = {account.word for account in best.unexplained}
    for match in matches[1:]:
        told = {a.word for a in match.accounts if a.verdict is Verdict.EXPLAINED}
        his = best.fact.subject in {value.entity for value in match.fact.people}
        if his and left <= told and not match.conflicts:
            return [best, match]
    return []


def of_the_same_event(
    question: Question, matches: Sequence[Match], doubts: Sequence[Objection]
) -> list[Match]:
    """When that happened of which the best fact tells other things (SKT 대표가 올트먼을 만난 게 며칠).

    Both must tell that the same two did it; names that the best one accounts for are then no conflict.
    """
    best = matches[0]
    if best.score < DESCRIBED or "when" not in question.slots or not question.predicate_ids:
        return []
    if not _is_only_untold(doubts):
        return []
    known = {a.word for a in best.accounts if a.verdict is Verdict.EXPLAINED}
    for match in matches[1:]:
        told = {i for a in match.accounts if a.verdict is Verdict.EXPLAINED for i in a.word.ids}
        same = len(set(match.fact.entities) & set(best.fact.entities)) >= SAME_EVENT
        only_known = all(a.word in known for a in match.conflicts)
        if max(match.fits) >= 0.8 and same and only_known and told & question.predicate_ids:
            return [match, best]
    return []


def _is_only_untold(doubts: Sequence[Objection]) -> bool:
    """Whether nothing speaks against the best fact but that it does not tell what is asked."""
    return bool(doubts) and all(doubt.ground is Ground.UNTOLD for doubt in doubts)


def second_parts(question: Question, best: Match, matches: Sequence[Match]) -> list[Match]:
    """For a question in two parts, the facts that tell what the best one does not.

    The office of somebody whom the best fact tells is told by a fact that speaks of nothing else.
    """
    if len(best.fits) < 2:
        return []
    found = []
    people = {value.entity for value in best.fact.people}
    for place, fit in enumerate(best.fits):
        if fit > 0.0:
            continue
        tells = [m for m in matches if m is not best and m.fits[place] >= 0.8]
        office = question.asked[place].grain in PERSONAL
        found += [
            m
            for m in tells
            if (office and m.fact.subject in people)
            or (m.score >= SECOND_PART and not m.conflicts and set(m.fact.entities) & set(best.fact.entities))
        ][:1]
    return found
