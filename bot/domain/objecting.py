"""What speaks against asserting a fact: conflicts, words left over, slots that it does not fill."""

import re
from enum import StrEnum
from typing import NamedTuple

from bot.domain.aside import is_adnominal
from bot.domain.explaining import Account, Verdict
from bot.domain.matching import Match
from bot.domain.profiles import VALUES
from bot.domain.question import LIGHT, Question
from bot.domain.slots import PERSONAL, VALUE_SLOTS
from bot.domain.words import Role, Word

OWN = 0.9
"""Focus from which a question is so nearly one of the fact's own that its slot need not be filled."""
SAME = 0.78
"""Focus from which a question is one of the fact's own, whatever its predicate seems to be."""

VETO = frozenset(
    {
        Role.TOPIC,
        Role.ENTITY,
        Role.OUTSIDER,
        Role.ATTRIBUTE,
        Role.UNKNOWN,
        Role.AMOUNT,
        Role.TITLE,
        Role.THING,
    }
)
"""Roles of which one unexplained word is a reason not to assert; a verb or modifier only costs score."""


NAME_MEANINGS = frozenset({"뜻", "줄임말"})
"""What a definition must be called to tell what a name means; 정의 tells what the thing is."""
ASK_WHAT = "ask-what"
"""The concept of 뭐, 무엇: 뭐가 좋은데."""
CHOOSE = "choose"
"""The concept of 고르다, 정하다."""
REAL = "real"
"""The concept of 사실, which confirms: 사실이야?"""
TECHNOLOGY = "technology"
"""The concept of 기술, which whatever somebody made may be called."""
ASK_WHY = "ask-why"
"""The concept of 왜, and of 때문에, which may only say why."""
FIRST = "first-ever"
"""The concept of 처음, 최초."""
COMPARES, BIG = "ask-compare", "big"
"""The concepts of 어디가 더, and of 크다."""
MOST = "best-most"
"""The concept of 제일, 가장."""
_TOO = "ㄷㅗ"
"""The particle 도."""
_BY = re.compile("^(ㅇㅡ)?ㄹㅗ$")
"""The particle 로 of what a value comes from: 인력 재배치로 옮긴 사람은 몇 명."""


_DONE = (Role.ACTION, Role.UNKNOWN_VERB)


class Ground(StrEnum):
    """On what ground something speaks against a fact."""

    CONFLICT = "conflict"
    LEFT_OVER = "left over"
    UNKNOWN_WORD = "unknown word"
    SET_ASIDE = "set aside"
    UNTOLD = "untold"
    """It does not fill the slot that is asked for."""
    OF_ELSE = "of something else"
    """It fills the slot, but for another predicate than the one asked."""

    @property
    def weak(self) -> bool:
        """True where the question may be read wrongly: it gives way where no other fact comes near."""
        return self in (Ground.UNKNOWN_WORD, Ground.OF_ELSE)


class Objection(NamedTuple):
    """Why a match must not be asserted, with words for ``--explain``."""

    ground: Ground
    text: str


def objections(match: Match, question: Question) -> list[Objection]:
    """All that speaks against asserting a match; empty where nothing does."""
    found = [Objection(Ground.CONFLICT, f"'{a.word.text}' conflicts: {a.how}") for a in match.conflicts]
    if match.swapped:
        found.append(Objection(Ground.CONFLICT, f"'{match.swapped.text}' has the side of another"))
    if question.is_yes_no and _confirms_nothing(match):
        found.append(Objection(Ground.LEFT_OVER, "tells of the names, not of what is done"))
    found += [_left_over(a, question) for a in match.unexplained if _weighty(a.word, question)]
    if match.fact.plan and question.takes_for_done:
        found.append(Objection(Ground.CONFLICT, "is only planned"))
    if _is_set_aside(match, question):
        found.append(Objection(Ground.SET_ASIDE, "is about what the question sets aside"))
    elif (
        (question.excluded & set(match.fact.entities) or question.asks_for_others)
        and (question.slots & {"people", "orgs"} or question.asks_for_members)
        and max(match.fits, default=1.0) < (1.01 if question.asks_for_others else 1.0)
    ):
        found.append(Objection(Ground.UNTOLD, "does not tell who else"))
    if untold := _untold(match, question):
        found.append(untold)
    return found


def _confirms_nothing(match: Match) -> bool:
    """Whether a fact accounts for names and for no action of a question: 광화문 사옥도 팔려고 내놨대?"""
    told = {a.word.role for a in match.accounts if a.verdict is Verdict.EXPLAINED}
    return told == {Role.ENTITY} and any(a.word.role in _DONE for a in match.unexplained)


def _is_set_aside(match: Match, question: Question) -> bool:
    """Whether a fact is about what the question sets aside.

    SKT 말고 SK하이닉스에서는 누가: what is told with SKT's facts may be about somebody of SK하이닉스.
    파주 말고 이미 연 센터: what happens in Paju and nowhere else is set aside with it.
    """
    fact = match.fact
    places = {value.entity for value in fact.places}
    if places and places == question.excluded - set(question.entities):
        return True
    others = set(question.entities) & set(fact.entities) - {fact.company}
    doers = {value.entity for value in fact.orgs if value.entity != fact.company}
    elsewhere = bool(others & doers or (question.slots & {"people", "names"} and others))
    # 한국적 AI에 KT 것 말고 또 뭘 써
    elsewhere = elsewhere or (fact.subject in question.entities and len(fact.items) > 1)
    return fact.subject in question.excluded or (fact.company in question.excluded and not elsewhere)


def _left_over(account: Account, question: Question) -> Objection:
    unknown = account.word.role in (Role.UNKNOWN, Role.UNKNOWN_VERB)
    if unknown and account.word in question.wanted and account.word.ids:
        unknown = False  # 어떤 과목을: a word that everybody knows, and no fact has
    ground = Ground.UNKNOWN_WORD if unknown else Ground.LEFT_OVER
    return Objection(ground, f"'{account.word.text}' is not accounted for: {account.how}")


def _untold(match: Match, question: Question) -> Objection | None:
    """What the question asks for and the fact does not tell."""
    slots, best = "/".join(sorted(question.slots)), max(match.fits, default=1.0)
    meaning = {"names", "definitions"} <= {slot for word in question.words for slot in word.slots}
    if meaning and not any(value.what in NAME_MEANINGS for value in match.fact.definitions):
        return Objection(Ground.UNTOLD, "does not tell what the name means")
    same = match.focus >= OWN and not question.slots & (VALUES | {"reasons", "names", "people"})
    if question.asked and best == 0.0 and not same:
        return Objection(Ground.UNTOLD, f"does not tell {slots}")
    if question.slots == {"methods"} and question.predicate_is_unknown and best < 0.5:
        return Objection(Ground.UNTOLD, "tells how of something else")  # 열을 어떻게 식히나
    office = any(word.grain in PERSONAL for word in question.asked)
    unsure = (
        question.slots == {"orgs"} and question.predicate_is_unknown and match.focus < SAME and not office
    )
    if unsure or (
        best < 0.5
        and (
            (question.slots & VALUE_SLOTS and match.focus < SAME)
            or (question.slots == {"reasons"} and match.focus < SAME and _misses_predicate(match, question))
            or (
                "places" in question.slots
                and question.slots <= {"places", "orgs"}
                and _misses_predicate(match, question)
            )
        )
    ):
        return Objection(Ground.OF_ELSE, f"tells {slots} of something else")
    return None


def _misses_predicate(match: Match, question: Question) -> bool:
    """Whether the fact does not speak of what the question says is done."""
    return any(set(a.word.ids) & question.predicate_ids for a in match.unexplained)


def _is_what_is_asked(word: Word, question: Question) -> bool:
    """Whether a quality is the predicate of 뭐가: 뭐가 좋은데; 뭐가 다른데 compares."""
    told = word is question.head and word.token.verbal and "different" not in word.ids
    return told and ASK_WHAT in question.ids


def _is_topped(word: Word, question: Question) -> bool:
    """Whether a question asks for what has most of a quality: 제일 비싼."""
    at = question.words.index(word)
    most = question.words[at - 1] if at else None
    if most is None or most.token.tail:
        return False  # 으뜸이라는 새 센터
    return MOST in most.ids or (COMPARES in most.ids and BIG in word.ids)  # 어디가 더 넓어


def _describes(word: Word, question: Question) -> bool:
    """Whether yes or no is asked of a thing by what is done to it: 매각하려는 부동산에 광화문 사옥이."""
    after = question.words[question.words.index(word) + 1 :][:1]
    thing = bool(after) and after[0].role is Role.THING
    return question.is_yes_no and thing and is_adnominal(word)


def _is_predicate(word: Word, question: Question) -> bool:
    """Whether yes or no is asked of a quality itself: 비싸?, 비싼 편이야?"""
    after = question.words[question.words.index(word) + 1 :]
    last = not after or (after[0].text.startswith("편") and len(after) == 1)
    return question.is_yes_no and word.token.verbal and last and REAL not in word.ids


def _is_means(word: Word, question: Question) -> bool:
    """Whether what is asked came of an action: 인력 재배치로 옮긴 사람, 재배치 때문에 옮긴 직원."""
    after = question.words[question.words.index(word) + 1 :][:1]
    return bool(_BY.match(word.token.tail)) or any(ASK_WHY in w.ids for w in after if w not in question.asked)


def _weighty(word: Word, question: Question) -> bool:
    """Whether an unexplained word forbids an answer; a modifier (명문 공대) only lowers the score."""
    if (
        question.is_yes_no
        and word.token.tail == _TOO
        and not word.token.verbal
        and TECHNOLOGY not in word.ids
    ):
        return True  # 통화녹음 기능도 돈 내야 돼?
    if word.role in (Role.UNKNOWN, Role.THING):
        wanted = word.role is Role.THING and word in question.wanted
        return (word is question.head or wanted) and not word.category
    if CHOOSE in word.ids and word.token.asking and question.is_yes_no:
        return True  # 이름은 정해졌나요
    if word.role is Role.ACTION:
        main = bool(set(word.ids) & (question.predicate_ids - LIGHT))
        main = main and bool(question.slots & {"people", "orgs"})
        means = bool(question.slots & VALUE_SLOTS) and _is_means(word, question)
        return (
            main or means or _describes(word, question) or (question.is_keyword and word is question.head)
        ) and not word.implied
    if word.role is Role.DATE:
        return True
    if FIRST in word.ids and word.text != "먼저" and not question.slots & {"when", "durations"}:
        return True  # 첫 번째로 투자받은 회사
    if word.role is Role.QUALITY and _is_predicate(word, question) and not question.takes_for_done:
        return True  # 퍼블릭 클라우드보다 비싼 편이야?
    if word.role is Role.QUALITY:  # 온디바이스 강점, 제일 비싼 건물
        alone = question.is_keyword and word is question.head
        return _is_what_is_asked(word, question) or (
            (alone or _is_topped(word, question)) and not word.implied
        )
    return word.role in VETO and not word.implied
