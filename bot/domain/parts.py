"""Questions in several parts: preambles to drop, and double questions to answer one by one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.question import Question, Role, Word

_BREAK = re.compile(r"[.!?…~\n;]{1,}\s|\.{2,}|\n|,\s")
_SENTENCE = re.compile(r"[.!?…~\n;]{1,}\s|\.{2,}|\n")
_AND = re.compile("(ㄱㅗ|ㅁㅕ|ㄱㅜ)$")
_IDLE = (Role.FORM, Role.CHAT, Role.SHELL, Role.TITLE, Role.UNKNOWN_VERB)


def without_preamble(question: Question) -> Question:
    """The question without sentences that ask and name nothing (팀장님이 물어보시는데..)."""
    sentences = list(_slices(question, _SENTENCE))
    kept = [part for part in sentences if any(w.role not in _IDLE for w in part)]
    if len(kept) == len(sentences) or not kept:
        return question
    return replace(question, words=tuple(word for part in kept for word in part))


def double(question: Question) -> tuple[Question, Question] | None:
    """The two halves of a double question ("… 무엇이고, … 어디입니까?"); None for a single one."""
    words = question.words
    for at in range(len(words) - 1, 0, -1):
        before, after = words[at - 1], words[at]
        gap = question.text[before.token.end : after.token.start]
        if not (_AND.search(before.token.tail) or _BREAK.search(gap + " ")):
            continue
        left, right = replace(question, words=words[:at]), replace(question, words=words[at:])
        if _asks(left) and _asks(right) and left.content and (right.content or right.asked):
            return left, right
    return None


def _asks(question: Question) -> bool:
    return question.asks


def _slices(question: Question, mark: re.Pattern[str]) -> Iterator[tuple[Word, ...]]:
    start = 0
    words = question.words
    for at in range(1, len(words)):
        gap = question.text[words[at - 1].token.end : words[at].token.start]
        if mark.search(gap + ("" if gap.endswith(" ") else " ")):
            yield words[start:at]
            start = at
    yield words[start:]
