"""Replies that assert nothing: what is near, what is not known, help and greetings; and the buttons
with which any reply offers further questions."""

from slack_sdk.models.blocks import Block

from bot.domain.reply import Reply, Status
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.parts import actions, button, context, section

OFFERS_SHOWN = 5


def offers(reply: Reply) -> list[Block]:
    """The message and what may be asked instead, as buttons."""
    return [section(reply.message), *question_buttons(reply, OFFERS_SHOWN)]


def question_buttons(reply: Reply, most: int) -> list[Block]:
    """A line and at most ``most`` buttons, each of which asks a question; nothing where there is none."""
    values = [(question, Asked(question).encode()) for question in _questions(reply)]
    buttons = [
        button(question, f"ask:{n}", value)
        for n, (question, value) in enumerate(values[:most])
        if value is not None
    ]
    return [*context([_head(reply)]), *actions(buttons)] if buttons else []


def _questions(reply: Reply) -> list[str]:
    """What the buttons ask: for the facts that are only offered, then the suggestions, else examples."""
    offered = [] if reply.status.asserts else [fact.summary for fact in reply.facts]
    asked = [*offered, *(suggestion.question for suggestion in reply.suggestions)]
    if not asked and reply.status in (Status.HELP, Status.GREETING):
        asked = list(texts.EXAMPLES)
    return [question for question in dict.fromkeys(asked) if question.strip()]


def _head(reply: Reply) -> str:
    if reply.status.asserts:
        return texts.RELATED_HEAD
    return texts.OFFER_HEAD if reply.facts else texts.EXAMPLES_HEAD
