"""The words that ``/telco`` takes as commands, and which of them a mistyped word may have meant."""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from bot.domain import wording
from bot.domain.korean import hangul_from_keys, jamo, normalise
from bot.domain.reply import Reply, Status, Suggestion

COMMANDS: Mapping[str, str] = {
    "도움말": "도움말",
    "출처": "출처",
    "비교": "SKT vs KT 데이터센터",
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

    A question that has an answer is never taken for a command.
    """
    command = nearest(text)
    if command is None or reply.status not in (Status.UNKNOWN, Status.RELATED):
        return reply
    typed = normalise(text).split()[0]
    return Reply(
        status=Status.HELP,
        message=wording.no_command(typed, command),
        suggestions=(Suggestion(fact_id="", question=COMMANDS[command]),),
        explanation=reply.explanation,
    )


def _alike(word: str, command: str) -> float:
    return OSA.normalized_similarity(jamo(word), jamo(command))
