"""What a question says is done: its main predicate, past what only frames it (내놓을 계획이라고 밝힌)."""

import itertools
from collections.abc import Sequence

from bot.domain.question.words import Role, Word

LIGHT = frozenset(
    "plan aim choose weigh-up say predict tell-me hold-event carry-out begin present disclose cite".split()
)
"""Actions that frame another one: what is planned or said is the predicate, not that it is."""
FRAMES = LIGHT | {"claim-opinion"}
"""The same, and to see, which is to meet and to hold an opinion, too."""
_PLANS = frozenset({"plan", "aim"})
"""What only says that something is to be done: 언제로 예정돼 있나."""
_PREDICATES = (Role.ACTION, Role.FORM, Role.ATTRIBUTE, Role.QUALITY)


def predicate_ids(words: Sequence[Word]) -> frozenset[str]:
    """Concepts of the main predicate: the last action, with the framing ones (밝히다) behind it.

    Empty where an unknown verb stands at its place, or there is none; what such a verb does to an action is
    the action (이전을 완료하는).
    """
    framing: frozenset[str] = frozenset()
    for word, before in itertools.pairwise((*reversed(words), None)):
        if word is None or (word.role is Role.UNKNOWN_VERB and not _is_done_to(before)):
            return frozenset()
        if word.role in _PREDICATES:
            found = frozenset(s.id for s in word.token.senses if s.kind == Role.ACTION)
            if found and not found & LIGHT:
                return found | (framing - _PLANS)
            framing |= found
    return framing - _PLANS


def _is_done_to(word: Word | None) -> bool:
    """Whether a word is an action that the verb behind it is done to."""
    return word is not None and word.role is Role.ACTION and word.token.tail in ("ㅇㅡㄹ", "ㄹㅡㄹ")
