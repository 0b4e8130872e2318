"""Whether a question is about what the facts tell at all: to small talk no fact is offered."""

from bot.domain.matching.matching import Match
from bot.domain.question.question import Question
from bot.domain.question.words import Role

ON_TOPIC = 0.45
"""Share of a question that names nothing which the nearest fact must cover to be offered."""
PASTED = 6
"""Words without account from which a text that hardly touches a fact is a pasted one (a notice, code)."""
TOUCHED = 0.35
"""Cover below which a fact hardly touches a text."""
INJECTION = "prompt-injection"
"""The concept of what is said to make the bot forget its task."""
LAUGHTER = "laughter"


def is_about(question: Question, nearest: Match) -> bool:
    """Whether the nearest fact may be offered to a question that no fact answers.

    A question is about the facts where it names somebody or something of theirs, or where the nearest one
    covers much of it. Greetings, thanks and words to the bot that name nothing, instructions to forget the
    rules, and long texts that hardly touch a fact are not. The limits were set between the small talk and
    all other questions of tests/questions.
    """
    if INJECTION in question.ids:
        return False
    if len(nearest.unexplained) >= PASTED and nearest.cover < TOUCHED:
        return False
    if question.entities or question.excluded or any(w.token.initials for w in question.words):
        return True
    chat = [w for w in question.roles(Role.CHAT, Role.TOPIC) if LAUGHTER not in w.ids]
    return nearest.cover >= ON_TOPIC and not chat
