"""Questions that rest on a wrong premise: whose it really is, how much or when it really was."""

import re
from collections.abc import Sequence

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.lexicon import EMPLOYERS, FIRMS, EntityType
from bot.domain.matching.explaining import DENIES, DIRECTIONS, FORMER, OPPOSITE, Account, Verdict
from bot.domain.matching.matching import OTHERWISE, Match
from bot.domain.matching.profiles import Profile, relations
from bot.domain.matching.slots import VALUE_SLOTS
from bot.domain.question.aside import AND
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word

COVERED = 0.85
"""Share of the other words that a fact must account for before it corrects the one that is wrong."""

BEHIND = 0.05
"""Score by which a fact may be behind the best one and still be the one that was meant."""
TOLD = 0.5
"""How well a fact must fill the slot asked, for the predicate asked, to be what the question is about."""
LEAST_WEIGHTY = 1.2
"""Weight from which an unexplained word leaves it open what was meant (that of a date)."""

_HEARD = re.compile("[다라](던|며|면서|는데|고 (하|들))")
"""How somebody says what he has heard."""
_ALSO = re.compile("ㄷㅗ")
_OWNERS = {*EMPLOYERS, EntityType.PERSON}
_OWNED = {EntityType.PRODUCT, EntityType.MODEL, EntityType.PERSON, EntityType.FACILITY, EntityType.PROGRAMME,
          EntityType.ORGANISATION}  # fmt: skip


def correction(question: Question, matches: Sequence[Match], base: FactBase) -> tuple[Match, Account] | None:
    """The fact that sets a wrong premise right, with the account of the wrong word; None where unsure."""
    so = [m for m in matches if _is_held_wrongly(m, base)]
    if so:
        match = min(so, key=lambda m: sum(1 for _ in m.fact.slots()))  # what tells the office and little else
        return match, match.conflicts[0]
    for match in matches:
        if match.score < matches[0].score - BEHIND:
            break  # another fact was meant
        if (side := _wrong_side(match, question)) and _rest_holds(match, question):
            return match, side
        wrong = match.conflicts
        if len(wrong) != 1 or not _rest_holds(match, question):
            continue
        role = wrong[0].word.role
        ago = wrong[0].word.text.endswith("전")  # "2년 전" speaks of another time, of which nothing is told
        if role in (Role.AMOUNT, Role.DATE) and not ago and _same_subject(match, question):
            return match, wrong[0]
        if _is_reverse(wrong[0], question) and _same_subject(match, question):
            return match, wrong[0]  # 매출이 줄어든 원인
        if _is_other_side(wrong[0], match, question, base) and _same_subject(match, question):
            return match, wrong[0]
        told = max(match.fits, default=1.0) >= TOLD
        also = _ALSO.match(wrong[0].word.token.tail)  # 카카오도 만났나: besides, not instead
        if role in (Role.ENTITY, Role.OUTSIDER) and told and not also and _misplaced(wrong[0], match, base):
            beside = wrong[0].word.token.tail in AND  # KT가 네이버와 준비하는 KT SPC
            return _with_whom(match, wrong[0], matches, base) if beside else (match, wrong[0])
    return None


def _wrong_side(match: Match, question: Question) -> Account | None:
    """What yes or no is asked of that another one in the fact does: KT와 MS가 모두 현금으로 출자합니까."""
    if not question.is_yes_no or match.conflicts or match.swapped is None:
        return None
    return next((a for a in match.accounts if a.word is match.swapped), None)


def _is_other_side(wrong: Account, match: Match, question: Question, base: FactBase) -> bool:
    """Whether yes or no is asked of another place, means or partner than the fact tells.

    미국에서 비롯된 사건이야? 100억을 투자한 곳은 딥엑스가 맞아?
    """
    if not question.is_yes_no or wrong.word.token.tail == "" or _ALSO.match(wrong.word.token.tail):
        return False
    named = wrong.word.role in (Role.ENTITY, Role.OUTSIDER)
    place = named and any(value.entity for value in match.fact.places)
    kinds = _kinds(wrong.word, base)
    partner = bool(kinds & FIRMS) and any(value.role == "recipient" for value in match.fact.orgs)
    means = wrong.word.role is Role.THING and wrong.how == OPPOSITE and bool(match.fact.items)
    return place or means or partner


def _kinds(word: Word, base: FactBase) -> set[EntityType]:
    """What kinds of things a name may mean."""
    return {base.entities[i].type for i in word.ids if i in base.entities}


def _with_whom(
    match: Match, wrong: Account, matches: Sequence[Match], base: FactBase
) -> tuple[Match, Account] | None:
    """What sets right with whom something is done, of a fact that has the wrong partner in its place."""
    same = [match, *(m for m in matches if [a.word for a in m.conflicts] == [wrong.word])]
    told = [m for m in same if _partners(m.fact, base)]
    named = (m for m in told if any(name in m.fact.summary for name in _partners(m.fact, base)))
    found = next(named, told[0] if told else None)
    return (found, found.conflicts[0]) if found else None


def _partners(fact: Fact, base: FactBase) -> list[str]:
    """Names of those with whom something is done."""
    return [base.entities[o.entity].name for o in fact.orgs if o.role == "partner" and o.entity]


def _is_reverse(wrong: Account, question: Question) -> bool:
    """Whether a fact says the reverse of what the question takes for so, not another time of its life."""
    one_way = wrong.how in (DENIES, FORMER) or bool(DIRECTIONS & set(wrong.word.ids))
    return wrong.word.role is Role.ACTION and one_way and not question.slots & VALUE_SLOTS


def reversed_by(question: Question, match: Match, profile: Profile) -> Word | None:
    """What a question has heard or takes for done, and the fact says otherwise; None for nothing.

    …라던데 진짜야? of what is not so; 이미 내놓은 서비스 of what is not launched yet.
    """
    if question.takes_for_done:
        done = (a.word for a in match.accounts if a.word.role is Role.ACTION and not a.word.denied)
        return next((word for word in done if profile.denied & set(word.ids)), None)
    if not question.is_yes_no or question.is_choice or not _HEARD.search(question.text):
        return None
    told = (a.word for a in match.accounts if a.how == OTHERWISE and a.word.role is Role.ACTION)
    return next(told, None)


def _is_held_wrongly(match: Match, base: FactBase) -> bool:
    """Whether a question gives somebody another office or maker than a fact tells."""
    holder = match.conflicts[0].word.holder if match.conflicts else None
    return holder is not None and _tells_what_is_so(match.fact, holder, base)


def _tells_what_is_so(fact: Fact, holder: str, base: FactBase) -> bool:
    """Whether a fact tells a person's office, or whose a product is."""
    if base.entities[holder].type is EntityType.PERSON:
        return fact.subject == holder and bool(fact.roles)
    makers = [base.entities[i].name for i in relations(base.entities, holder) if i in base.entities]
    return holder in fact.entities and any(name in fact.summary for name in makers)


def _rest_holds(match: Match, question: Question) -> bool:
    rest = [a for a in match.accounts if a.verdict is not Verdict.CONFLICT and not a.word.implied]
    weight = sum(a.weight for a in rest)
    if not weight or any(a.verdict is Verdict.UNEXPLAINED and a.weight >= LEAST_WEIGHTY for a in rest):
        return False
    if question.slots & VALUE_SLOTS and match.slot < 0.5:
        return False
    return sum(a.weight * a.share for a in rest) / weight >= COVERED


def _same_subject(match: Match, question: Question) -> bool:
    named = {i for w in question.roles(Role.ENTITY) for i in w.ids}
    return match.fact.subject in named or len(named & set(match.fact.entities)) >= 2


def _misplaced(wrong: Account, match: Match, base: FactBase) -> bool:
    """Whether the wrong name was put as owner, maker or employer of something that the fact is about."""
    kinds = _kinds(wrong.word, base)
    if not kinds & _OWNERS or (EntityType.PERSON in kinds and wrong.word.token.tail in AND):
        return False  # 최태원 회장이랑 챗GPT: nobody's product is said to be his
    anchors = [
        i
        for a in match.accounts
        if a.word.role is Role.ENTITY and a.share == 1.0
        for i in a.word.ids
        if i in match.fact.entities and base.entities[i].type in _OWNED
    ]
    return any(
        relations(base.entities, a) & set(match.fact.entities) or a == match.fact.subject for a in anchors
    )
