"""Whether a question asks who else: 다른 기업, 창립 멤버 또 누구, SKT와 나란히 이름을 올린 회사는 또 어디."""

import itertools
from collections.abc import Sequence

from bot.domain.question.aside import AND, TOWARDS
from bot.domain.question.words import Role, Word

THAT_COMPANY = "that-company"
"""The concept of 그 회사, 다른 회사."""
MEMBER = "founding-member"
"""The concept of one of a group."""
_JOINT = "joint"
"""The concept of 함께, 나란히."""
_TOPIC = ("ㄴㅡㄴ", "ㄱㅏ", "")
_OTHER = ("다른", "딴")
_WHO = frozenset({"people", "orgs"})


def asks_for_others(words: Sequence[Word]) -> bool:
    """Whether it asks who else: the one that is known is not the answer."""
    if any(w.text == "나머지" and w.token.tail in _TOPIC for w in words) and _asks_of_members(words):
        return True  # SKT 말고도 창립 멤버가 있을 텐데 나머지는 누구
    if any(w.text == "또" for w in words) and (_asks_of_members(words) or _asks_who_joined(words)):
        return True
    if any(w.text.startswith(_OTHER) and _is_other(after) for w, after in itertools.pairwise(words)):
        return True
    return any(
        w.text.partition(" ")[0] in _OTHER and THAT_COMPANY in w.ids and not TOWARDS.match(w.token.tail)
        for w in words
    )


def _asks_of_members(words: Sequence[Word]) -> bool:
    """창립 멤버 또 누구 있어."""
    return any(MEMBER in w.ids for w in words)


def _asks_who_joined(words: Sequence[Word]) -> bool:
    """SKT와 나란히 이름을 올린 회사는 또 어디."""
    beside = any(
        w.role is Role.ENTITY and w.token.tail in AND and _JOINT in after.ids
        for w, after in itertools.pairwise(words)
    )
    return beside and any(_WHO & set(w.slots) for w in words)


def _is_other(word: Word) -> bool:
    """Whether a noun behind 다른 is asked for; not what somebody is moved to (다른 자리로 돌려)."""
    return word.role in (Role.SHELL, Role.THING) and not TOWARDS.match(word.token.tail)
