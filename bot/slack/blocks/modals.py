"""The modal of the shortcut: a search box that suggests, and below it the answer."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ExternalDataSelectElement, InputBlock, Option
from slack_sdk.models.views import View

from bot.domain.typeahead import Suggested
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.parts import (
    BUTTON_LIMIT,
    SECTION_LIMIT,
    actions,
    button,
    context,
    inert,
    plain,
    shorten,
)

FIND = "find"
"""The modal's callback, its input block and the action of its select."""
SEND = "send"
"""The action of the button that sends the answer to the person as a message."""
VALUE_LIMIT = 150
"""Characters of an option's value (docs.slack.dev/reference/block-kit/composition-objects/option-object)."""
TITLE_LIMIT = 24
PLACEHOLDER_LIMIT = 150
ANSWER_BLOCKS = 90
"""Blocks of an answer; a view has 100 at most."""


def search(asked: Asked | None = None, answer: Sequence[Block] = ()) -> View:
    """The modal, with the answer to what was ``asked`` where something was."""
    again = asked.encode() if asked else None
    send = [button(texts.SEND_TO_ME, SEND, again)] if again and answer else []
    return View(
        type="modal",
        callback_id=FIND,
        title=plain(texts.FIND_TITLE, TITLE_LIMIT),
        submit=plain(texts.FIND, TITLE_LIMIT),
        close=plain(texts.CLOSE, TITLE_LIMIT),
        blocks=[
            InputBlock(
                block_id=FIND,
                label=plain(texts.FIND_LABEL, SECTION_LIMIT),
                hint=plain(texts.FIND_HINT, SECTION_LIMIT),
                element=ExternalDataSelectElement(
                    action_id=FIND,
                    min_query_length=0,
                    placeholder=plain(texts.FIND_EXAMPLE, PLACEHOLDER_LIMIT),
                ),
            ),
            *answer[:ANSWER_BLOCKS],
            *actions(send),
        ],
    )


def notice(title: str, text: str) -> View:
    """A modal that only says something."""
    return View(
        type="modal",
        title=plain(title, TITLE_LIMIT),
        close=plain(texts.CLOSE, TITLE_LIMIT),
        blocks=context([text]),
    )


def options(typed: str, suggested: Sequence[Suggested]) -> list[Option]:
    """What the select offers: the suggestions, and last to ask just what was typed."""
    texts_ = list(dict.fromkeys(each.text for each in suggested if len(each.text) <= VALUE_LIMIT))
    found = [Option(text=plain(text, BUTTON_LIMIT), value=text) for text in texts_]
    own = " ".join(typed.split())
    if own and len(own) <= VALUE_LIMIT and own not in texts_:
        label = texts.as_typed(inert(shorten(own, BUTTON_LIMIT // 2), BUTTON_LIMIT))
        found.append(Option(text=plain(label, BUTTON_LIMIT), value=own))
    return found
