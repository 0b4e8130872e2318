"""What speaks against asserting a fact: conflicts, words left over, slots that it does not fill."""

from enum import StrEnum
from typing import NamedTuple

from bot.domain.answering.weighing import REAL, weighty
from bot.domain.matching.explaining import Account, Verdict
from bot.domain.matching.implied import USERS_DO
from bot.domain.matching.matching import Match
from bot.domain.matching.profiles import VALUES
from bot.domain.matching.slots import PERSONAL, VALUE_SLOTS
from bot.domain.question.question import Question
from bot.domain.question.words import Role

OWN = 0.9
"""Focus from which a question is so nearly one of the fact's own that its slot need not be filled."""
SAME = 0.78
"""Focus from which a question is one of the fact's own, whatever its predicate seems to be."""

NAME_MEANINGS = frozenset({"뜻", "줄임말"})
"""What a definition must be called to tell what a name means; 정의 tells what the thing is."""
_FIGURES = frozenset({"amounts", "counts", "durations", "when"})
"""Slots that a company set aside has no part in: KT 댓글 말고, AX 딜리버리 전문센터는 몇 명."""
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
    if (question.is_yes_no or question.is_of_one_deed) and _confirms_nothing(match):
        found.append(Objection(Ground.LEFT_OVER, "tells of the names, not of what is done"))
    found += [_left_over(a, question) for a in match.unexplained if weighty(a.word, question)]
    if match.fact.plan and question.takes_for_done:
        found.append(Objection(Ground.CONFLICT, "is only planned"))
    if _is_of_nothing_else(question) and not question.excluded & set(match.fact.entities):
        found.append(Objection(Ground.SET_ASIDE, "has nothing to do with what is set aside"))
    if _is_set_aside(match, question):
        found.append(Objection(Ground.SET_ASIDE, "is about what the question sets aside"))
    elif _tells_no_other(match, question):
        found.append(Objection(Ground.UNTOLD, "does not tell who else"))
    if untold := _untold(match, question):
        found.append(untold)
    return found


def _confirms_nothing(match: Match) -> bool:
    """Whether a fact accounts for names and for no action of a question: 광화문 사옥도 팔려고 내놨대?"""
    explained = (a.word for a in match.accounts if a.verdict is Verdict.EXPLAINED)
    told = {word.role for word in explained if REAL not in word.ids}  # …한다는 게 사실이야
    return (
        told <= {Role.ENTITY, Role.TITLE}
        and bool(told)
        and any(a.word.role in _DONE for a in match.unexplained)
    )


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
    named = fact.subject != fact.company and fact.subject in question.entities
    elsewhere = elsewhere or (named and bool(question.slots & _FIGURES))
    return fact.subject in question.excluded or (fact.company in question.excluded and not elsewhere)


def _is_of_nothing_else(question: Question) -> bool:
    """Whether it names only what it sets aside, and says no more than what is done: 믿음 말고 또 뭐 써."""
    named = any(word.excluded and word.role is Role.ENTITY for word in question.words)
    return named and all(word.role in _DONE for word in question.content)


def _tells_no_other(match: Match, question: Question) -> bool:
    """Whether it is asked who else, and the fact lists none beside the one that is known."""
    fact = match.fact
    listed = {value.entity for value in (*fact.orgs, *fact.people, *fact.items) if value.entity}
    if listed & question.excluded and len(listed - question.excluded - set(question.entities)) > 1:
        return False  # 소프트뱅크 말고 또 어디어디
    known = question.excluded & set(fact.entities) or question.asks_for_others
    asked = question.slots & {"people", "orgs"} or question.asks_for_members
    least = 1.01 if question.asks_for_others else 1.0
    return bool(known and asked) and max(match.fits, default=1.0) < least


def _left_over(account: Account, question: Question) -> Objection:
    unknown = account.word.role in (Role.UNKNOWN, Role.UNKNOWN_VERB)
    if unknown and account.word in question.wanted and account.word.ids:
        unknown = False  # 어떤 과목을: a word that everybody knows, and no fact has
    if account.word.role is Role.UNKNOWN and account.word is question.head and question.asks_of_a_name:
        unknown = False  # 나델라의 강연료는 어떻게 돼요
    ground = Ground.UNKNOWN_WORD if unknown else Ground.LEFT_OVER
    return Objection(ground, f"'{account.word.text}' is not accounted for: {account.how}")


def _untold(match: Match, question: Question) -> Objection | None:
    """What the question asks for and the fact does not tell."""
    slots, best = "/".join(sorted(question.slots)), max(match.fits, default=1.0)
    meaning = {"names", "definitions"} <= {slot for word in question.words for slot in word.slots}
    if meaning and not any(value.what in NAME_MEANINGS for value in match.fact.definitions):
        return Objection(Ground.UNTOLD, "does not tell what the name means")
    if question.is_of_naming:
        return Objection(Ground.UNTOLD, "does not tell how it was named")
    if question.asks_what_it_is and not match.fact.definitions:
        return Objection(Ground.UNTOLD, "does not tell what it is")  # GPU가 뭐야
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
            or (_asks_why(question) and match.focus < SAME and _gives_no_reason(match, question))
            or (
                "places" in question.slots
                and question.slots <= {"places", "orgs", "items"}
                and (_misses_predicate(match, question) or _is_of_users(question))
            )
        )
    ):
        return Objection(Ground.OF_ELSE, f"tells {slots} of something else")
    return None


def _is_of_users(question: Question) -> bool:
    """Whether it asks who uses something: 시범 도입한 기업."""
    return bool(question.predicate_ids) and question.predicate_ids <= USERS_DO


def _asks_why(question: Question) -> bool:
    """Whether nothing but a reason is asked for, however it is to be told: 까닭이 뭐래."""
    return "reasons" in question.slots and question.slots <= {"reasons", "statements"}


def _gives_no_reason(match: Match, question: Question) -> bool:
    """Whether a fact has no reason of its own, or none for what the question says is done."""
    return not match.fact.reasons or _misses_predicate(match, question)


def _misses_predicate(match: Match, question: Question) -> bool:
    """Whether the fact does not speak of what the question says is done."""
    return any(set(a.word.ids) & question.predicate_ids for a in match.unexplained)
