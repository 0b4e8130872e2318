"""Turns a reply into one Slack message: blocks to look at, ``text`` that says the same to a screen reader."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.models.blocks import Block

from bot.domain.reply import Reply, Status
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.answer import answer
from bot.slack.blocks.comparison import comparison
from bot.slack.blocks.feedback import thumbs
from bot.slack.blocks.offers import NEAR_SHOWN, offers
from bot.slack.blocks.overview import overview
from bot.slack.blocks.paging import turn
from bot.slack.blocks.parts import actions, button, context, escape, inert, markup
from bot.slack.blocks.timeline import timeline

TEXT_LIMIT = 3800
"""Characters in a message's text: Slack advises at most 4,000 (chat.postMessage); the rest is room for a
line above it."""
SHOWN_LIMIT = 200
"""Characters of a user's own words when they are shown."""


@dataclass(frozen=True)
class Message:
    """One message for Slack; ``drawable`` is the timeline that a picture can be made of."""

    text: str
    blocks: tuple[Block, ...]
    drawable: Reply | None = None


@dataclass(frozen=True)
class Frame:
    """Where a reply is shown, and what that adds to it.

    ``private``: only the asker sees it, and may share or dismiss it. ``echo``: no message of the user
    stands above it, so it names its question. ``home``: it stands in App Home, where tables are not
    allowed. ``sharer``: markup that names the user who made it public (see ``user_markup``).
    """

    private: bool = False
    echo: bool = False
    home: bool = False
    sharer: str | None = None


IN_THREAD = Frame()
PRIVATE = Frame(private=True)
PRIVATE_ECHO = Frame(private=True, echo=True)
ECHO = Frame(echo=True)
HOME = Frame(echo=True, home=True)

_BODIES: dict[Status, Callable[[Reply], list[Block]]] = {
    Status.ANSWER: answer,
    Status.CORRECTION: answer,
    Status.OVERVIEW: overview,
    Status.COMPARISON: comparison,
    Status.RELATED: offers,
    Status.UNKNOWN: offers,
    Status.HELP: offers,
    Status.GREETING: offers,
}


def render(reply: Reply, asked: Asked, frame: Frame = IN_THREAD) -> Message:
    """The reply to ``asked`` as it is shown in ``frame``; a long list is cut into pages."""
    if not reply.status.asserts:
        reply = reply.model_copy(update={"facts": reply.facts[:NEAR_SHOWN]})
    if reply.status is Status.HELP:
        reply = reply.model_copy(update={"message": f"{reply.message}\n{texts.HELP_DIGEST}"})
    lead = _lead(reply, asked, frame)
    listed = reply.status is Status.OVERVIEW or (frame.home and reply.status is Status.COMPARISON)
    if reply.milestones:
        page, shown = timeline(reply, asked, table=not frame.home)
    else:
        page, turning = turn(reply, asked) if listed else (reply, [])
        body = overview if listed else _BODIES[reply.status]
        shown = [*body(page), *turning]
    blocks: list[Block] = [*context(lead), *shown]
    text = escape("\n".join([*lead, page.text()]), TEXT_LIMIT)
    if frame.sharer:
        blocks.insert(0, markup(texts.shared_by(frame.sharer)))
        text = f"{texts.shared_by(frame.sharer)}\n{text}"
    if not frame.home:
        blocks += thumbs(reply, asked)
    blocks += _own_buttons(reply, asked, frame)
    return Message(text, tuple(blocks), reply if reply.milestones else None)


def _lead(reply: Reply, asked: Asked, frame: Frame) -> list[str]:
    lines = [texts.asked(inert(asked.question, SHOWN_LIMIT))] if frame.echo or frame.sharer else []
    return lines + [
        texts.read_as(inert(read.typed, SHOWN_LIMIT), inert(read.read, SHOWN_LIMIT))
        for read in reply.read_as[:3]
    ]


def _own_buttons(reply: Reply, asked: Asked, frame: Frame) -> list[Block]:
    """What may be done with the reply itself: ask the curators instead, share it, take it away."""
    value = asked.encode()
    buttons = []
    if value and reply.status in (Status.RELATED, Status.UNKNOWN):
        buttons.append(button(texts.ASK_CURATORS, "curate", value))
    if value and frame.private and reply.status not in (Status.HELP, Status.GREETING):
        buttons.append(button(texts.SHARE, "share", value))
    if frame.private:
        buttons.append(button(texts.DISMISS, "dismiss", None))
    return [*actions(buttons)]
