"""The thumbs below a reply, and the modal that asks what was wrong with it."""

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ContextActionsBlock,
    FeedbackButtonsElement,
    InputBlock,
    Option,
    PlainTextInputElement,
)
from slack_sdk.models.blocks.basic_components import FeedbackButtonObject
from slack_sdk.models.views import View

from bot.domain.reply import Reply, Status
from bot.services.questions_port import Verdict
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.parts import BUTTON_LIMIT, SECTION_LIMIT, context, plain, section
from bot.slack.judged import Judged

CALLBACK = "feedback"
COMMENT_LIMIT = 500
PLACEHOLDER_LIMIT = 150


def thumbs(reply: Reply, asked: Asked) -> list[Block]:
    """The row of two thumbs; none below help, greetings and mere lists."""
    if reply.status in (Status.HELP, Status.GREETING) or (reply.status.asserts and not reply.facts):
        return []
    good, bad = (
        FeedbackButtonObject(text=plain(text, BUTTON_LIMIT), value=Judged.on(verdict, asked, reply).encode())
        for text, verdict in ((texts.GOOD, Verdict.GOOD), (texts.BAD, Verdict.BAD))
    )
    element = FeedbackButtonsElement(action_id="feedback", positive_button=good, negative_button=bad)
    return [ContextActionsBlock(elements=[element])]


def why(question: str, metadata: str) -> View:
    """The modal; ``metadata`` comes back with what is filled in."""
    reasons = [Option(text=plain(text, BUTTON_LIMIT), value=value) for value, text in texts.REASONS.items()]
    return View(
        type="modal",
        callback_id=CALLBACK,
        private_metadata=metadata,
        title=plain(texts.WHY_TITLE, 24),
        submit=plain(texts.SEND, 24),
        close=plain(texts.CANCEL, 24),
        blocks=[
            *context([texts.asked(question)]),
            InputBlock(
                block_id="reasons",
                label=plain(texts.WHY, SECTION_LIMIT),
                element=CheckboxesElement(action_id="chosen", options=reasons),
            ),
            InputBlock(
                block_id="comment",
                optional=True,
                label=plain(texts.COMMENT, SECTION_LIMIT),
                hint=plain(texts.COMMENT_HINT, SECTION_LIMIT),
                element=PlainTextInputElement(action_id="text", multiline=True, max_length=COMMENT_LIMIT),
            ),
        ],
    )


def thanks() -> View:
    """What the modal says once it was sent."""
    return View(
        type="modal",
        title=plain(texts.WHY_TITLE, 24),
        close=plain(texts.CLOSE, 24),
        blocks=[section(texts.THANKS)],
    )
