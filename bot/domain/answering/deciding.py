"""Whether to assert: an answer needs a fact that accounts for the whole question, clearly ahead of others.

A match passes where nothing conflicts, no weighty word is left over, and the asked slot is filled for the
asked predicate. If the best of all passes, it is asserted from ASSERT; if not, the next that passes must
reach more, since something else may be meant. Passing facts within TIE of it are shown beside it. Everything
else is offered, not asserted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.answering.joining import of_the_same_event, of_the_same_person, of_who_did_more, second_parts
from bot.domain.answering.objecting import Objection, objections
from bot.domain.answering.relevance import is_about
from bot.domain.matching.explaining import DENIES, DOMESTIC, DONE, OPPOSITE, Verdict
from bot.domain.matching.matching import Match
from bot.domain.question.predicates import LIGHT
from bot.domain.question.question import Question
from bot.domain.question.words import Role

ASSERT = 0.52
"""Score from which the best match is asserted if nothing speaks against it. Set on rounds of questions, each
asked of the engine as it stood before it knew them: of 16 answers below 0.62, 14 were right (ENGINE.md)."""
BEHIND, KEYWORD_BEHIND = 0.62, 0.50
"""The same for a match behind one that something speaks against, and for bare keywords, which say less but
also claim less."""
MANY = 3
"""Weighty words that the best match must account for where the question names nothing: it may be about
anything."""
VAGUE, ENTIRE, ALIKE = 0.68, 0.9, 0.5
"""Score for a question that neither names nor says so much, unless the fact covers it nearly whole, and one
of its own questions is somewhat like it (focus)."""
TO_THE_BOT = 0.9
"""The same for one that also talks to the bot itself (너 누가 만들었어), or has only verbs (뭐가 나와)."""
DOUBTED = 0.05
"""The lead from which the best match may lack a word that nobody knows, or tell a value of something else
than the question seems to ask it of."""
WHOLE = 0.1
"""Score by which a fact that accounts for all words may be behind one that leaves the last one out."""
TIE = 0.07
"""Score within which another passing fact is shown beside the best."""
LIST_TIE = 0.2
"""The same for a question that wants all there is."""
SHADOW = 0.07
"""Score by which a fact with a conflict outdoes the others so far that they are not what was meant."""
LEAST_WEIGHTY = 0.8
"""Weight (that of a modifier) from which a word tells which of two facts was meant."""
DENIED = 0.15
"""Score by which a fact that denies what the question takes for so may be behind and still forbid it."""
OFFERED = 0.12
"""Score from which a fact is near enough to be offered."""
MOST_OFFERED = 5

NAMING = frozenset({Role.ENTITY, Role.AMOUNT})
"""Roles of words that say what a question is about: a name, or a figure (44㎾)."""
FIRM = frozenset({Role.ACTION, Role.THING, Role.ENTITY, Role.UNKNOWN})
"""Roles by which one of two nearly equal facts is preferred if it accounts for them."""


@dataclass(frozen=True)
class Outcome:
    """What can be said to a question: asserted facts (best first), or only offered ones."""

    asserted: tuple[Match, ...]
    offered: tuple[Match, ...]
    reasons: tuple[str, ...] = ()

    @property
    def best(self) -> Match | None:
        return self.asserted[0] if self.asserted else None


def _tells_the_head(question: Question, asserted: Sequence[Match]) -> Match | None:
    """The fact that accounts for all of a question of whose last word the best one tells nothing."""
    best = asserted[0]
    if question.head not in [a.word for a in best.unexplained]:
        return None
    return next((m for m in asserted if m.cover == 1.0 and m.score >= best.score - WHOLE), None)


def _leaves_out(match: Match, question: Question) -> int:
    """1 for a fact that leaves a name, an action or a thing of the question without account, 2 for its
    predicate."""
    if any(question.predicate_ids & set(a.word.ids) for a in match.unexplained):
        return 2
    left = (a.word for a in match.unexplained if a.word.role in FIRM and not LIGHT & set(a.word.ids))
    return int(any(not word.token.tail.endswith("ㅁㅕㄴ") for word in left))  # SPC로 갈아타면: only when


def decide(question: Question, matches: Sequence[Match]) -> Outcome:
    """Assert or offer, from ranked matches."""
    if not matches:
        return Outcome((), ())
    doubts = objections(matches[0], question)
    passing = _passing(question, matches, doubts)
    asserted = [m for m in passing if m.score >= _limit(question, matches, passing)]
    if asserted and _is_shadowed(question, asserted[0], matches[0]):
        asserted = []  # what was meant is another fact, and something speaks against that one
    if asserted and any(_forbids(m, asserted[0]) for m in matches if m.score >= asserted[0].score - DENIED):
        asserted = []
    if asserted:
        asserted = _beside_the_best(question, asserted)
        asserted += second_parts(question, asserted[0], matches)
    asserted = asserted or of_the_same_person(question, matches, doubts)
    asserted = asserted or of_who_did_more(question, matches, doubts)
    asserted = asserted or of_the_same_event(question, matches, doubts)
    taken = {m.fact.id for m in asserted}
    offered = [m for m in matches if m.fact.id not in taken and near(m)]
    offered = offered if asserted or is_about(question, matches[0]) else []
    return Outcome(tuple(asserted), tuple(offered[:MOST_OFFERED]))


def _passing(question: Question, matches: Sequence[Match], doubts: Sequence[Objection]) -> list[Match]:
    """Matches that nothing speaks against, or only weakly against one that leads (``doubts``)."""
    least = min(ASSERT, KEYWORD_BEHIND)  # nothing below is asserted
    best, *others = matches
    passing = [m for m in others if m.score >= least and not objections(m, question)]
    if best.score >= least and not doubts:
        passing.insert(0, best)
    weak = bool(doubts) and all(doubt.ground.weak for doubt in doubts) and not question.is_yes_no
    return [best, *passing] if weak and _leads(matches) >= DOUBTED else passing


def _limit(question: Question, matches: Sequence[Match], passing: Sequence[Match]) -> float:
    """The score from which a passing match is asserted."""
    best = matches[0]
    named = bool(question.entities or question.excluded) or any(
        account.word.role in NAMING for account in best.accounts
    )
    if best in passing and (named or _tells_much(best)):
        return ASSERT
    if not named and (question.roles(Role.CHAT) or _is_all_verbs(question)):
        return TO_THE_BOT
    anybodys = best.focus < ALIKE and not question.is_keyword  # 우리 회사 AI 전략은 뭐야
    if not named and (best.cover < ENTIRE or anybodys):
        return VAGUE
    return KEYWORD_BEHIND if question.is_keyword else BEHIND


def _is_all_verbs(question: Question) -> bool:
    """Whether it says what is done, and neither by whom nor to what: 이걸 돌리면 뭐가 나와."""
    verbs = all(w.role is Role.ACTION and w.token.verbal for w in question.content)
    return verbs and not question.slots


def _beside_the_best(question: Question, asserted: Sequence[Match]) -> list[Match]:
    """The best match and those shown beside it; that one alone which alone tells all that is asked."""
    if whole := _tells_the_head(question, asserted):
        return [whole]
    best = asserted[0].score
    together = [m for m in asserted if m.score >= best - (LIST_TIE if question.wants_list else TIE)]
    # stable: else by score
    return sorted(together, key=lambda m: 2 if m.score < best - TIE else _leaves_out(m, question))


def _is_shadowed(question: Question, match: Match, best: Match) -> bool:
    """Whether a better fact, which must not be asserted, is what was meant.

    It is not where the other one accounts for just those words that speak against it: 작년에 만든 데이터센터
    is not the one that comes in 2027.
    """
    if best.score - match.score < SHADOW or _is_other(question, match, best):
        return False
    if any(DOMESTIC in account.word.ids for account in best.conflicts):
        return True  # 에스터는 한국에 언제 나와: what is told of 북미 is meant
    told = {a.word for a in match.accounts if a.verdict is Verdict.EXPLAINED}
    lacking = {a.word for a in (*best.conflicts, *best.unexplained) if a.weight >= LEAST_WEIGHTY}
    return not lacking or not lacking <= told


def _is_other(question: Question, match: Match, best: Match) -> bool:
    """Whether a fact tells as much without what is set aside: 포티투마루 말고 칩 설계하는 쪽."""
    return bool(question.excluded & set(best.fact.entities)) and match.cover >= best.cover


def _forbids(match: Match, asserted: Match) -> bool:
    """Whether a fact denies what the question takes for so, tells that it was done after all, or says the
    opposite of what the one to be asserted leaves out."""
    hows = {account.how for account in match.conflicts}
    done = DONE in hows and match.fact.company == asserted.fact.company
    left = {a.word for a in asserted.unexplained}
    opposite = any(
        a.how == OPPOSITE and a.word.role is Role.ACTION and a.word in left for a in match.conflicts
    )
    return DENIES in hows or done or opposite or match.swapped is not None


def _leads(matches: Sequence[Match]) -> float:
    """By how much the best fact leads: what stands clear is meant, however oddly it is asked for."""
    return matches[0].score - matches[1].score if len(matches) > 1 else 1.0


def _tells_much(match: Match) -> bool:
    """Whether a fact accounts for so many words that it was meant, though nothing is named."""
    told = [a for a in match.accounts if a.verdict is Verdict.EXPLAINED and a.weight >= LEAST_WEIGHTY]
    return len(told) >= MANY


def near(match: Match) -> bool:
    """Whether a fact shares enough with the question to be offered."""
    shares = any(a.share >= 0.75 and a.word.role.content for a in match.accounts)
    return shares and match.score >= OFFERED
