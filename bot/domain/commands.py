"""The words that ``/telco`` takes as commands, and which of them a mistyped word may have meant."""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from bot.domain.answering import wording
from bot.domain.korean import hangul_from_keys, jamo, normalise
from bot.domain.reply import Reply, Status, Suggestion

COMPARE = "비교"
COMMANDS: Mapping[str, str] = {
    "도움말": "도움말",
    "출처": "출처",
    "일정": "일정",
    "인물": "인물",
    COMPARE: "SKT vs KT 데이터센터",
}
"""Each command with what to ask in its place: a command that needs more is shown by an example."""
NEAR = 0.7
"""Similarity of jamo from which one word may be a slip for another: one letter in four."""
MOST_WORDS = 2
"""Words of a text that may be a command; a longer one is a question."""


def nearest(text: str) -> str | None:
    """The command that the text's first word was meant for; None where it resembles none, or is one."""
    words = normalise(text).lstrip("/").split()
    if not words or len(words) > MOST_WORDS:
        return None
    readings = {words[0], hangul_from_keys(words[0])}
    if words[0] in COMMANDS:
        return None
    likeness = {command: max(_alike(reading, command) for reading in readings) for command in COMMANDS}
    best = max(likeness, key=lambda command: (likeness[command], command))
    return best if likeness[best] >= NEAR else None


def with_nearest(text: str, reply: Reply) -> Reply:
    """The reply, or, where it could not answer what looks like a mistyped command, that command's name.

    What has an answer is never taken for a command, unless it is one word that had to be read as
    another to be answered and is as near to a command.
    """
    if normalise(text).strip() == COMPARE:
        return _offer(wording.HOW_TO_COMPARE, COMMANDS[COMPARE], reply)
    command = nearest(text)
    if command is None or (reply.status.asserts and not _guessed(text, command, reply)):
        return reply
    typed = normalise(text).lstrip("/").split()[0]
    return _offer(wording.no_command(typed, command), COMMANDS[command], reply)


def _guessed(text: str, command: str, reply: Reply) -> bool:
    return any(
        read.typed == text.strip() and _alike(read.typed, command) >= _alike(read.typed, read.read)
        for read in reply.read_as
    )


def _offer(message: str, question: str, reply: Reply) -> Reply:
    return Reply(
        status=Status.HELP,
        message=message,
        suggestions=(Suggestion(fact_id="", question=question),),
        explanation=reply.explanation,
    )


def _alike(word: str, command: str) -> float:
    return OSA.normalized_similarity(jamo(word), jamo(command))
