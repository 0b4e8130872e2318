"""Shortcuts: the search that suggests while one types, and the check of a message."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import ECHO, HOME
from bot.slack.blocks.factcheck import checked
from bot.slack.blocks.modals import FIND, notice, options, search
from bot.slack.desk import Desk
from bot.slack.incoming import plain_text
from bot.slack.messenger import post
from bot.slack.pressed import Pressed

Payload = dict[str, Any]


async def open_search(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
    """Opens the search."""
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=search())


async def suggest(ack: AsyncAck, payload: Payload, desk: Desk) -> None:
    """Answers an external select with what may be meant; Slack waits three seconds for it."""
    typed = payload.get("value") or ""
    await ack(options=options(typed, desk.tools.suggest(typed)))


async def answer_search(ack: AsyncAck, body: Payload, view: Payload, desk: Desk) -> None:
    """Shows the answer in the modal itself, below the search."""
    chosen = view["state"]["values"][FIND][FIND]["selected_option"]
    if refusal := desk.refusal(body["user"]["id"]):
        await ack(response_action="errors", errors={FIND: refusal.text or texts.TOO_FAST})
        return
    asked = Asked(chosen["value"])
    await ack(response_action="update", view=search(asked, desk.answer(asked, HOME).blocks))


async def send_to_me(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Sends the answer to the person as a message of the bot, to keep or to forward."""
    await ack()
    pressed = Pressed.of(body)
    if await desk.takes_trigger(body.get("trigger_id")):
        await post(client, pressed.user, None, desk.answer(Asked.decode(pressed.value), ECHO))
        await client.views_update(
            view_id=body["view"]["id"], view=notice(texts.FIND_TITLE, texts.SENT_TO_YOU)
        )


async def check_message(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Checks the statements of a message and shows what the sources say to them."""
    await ack()
    text = _lines(body["message"].get("text") or "")
    await client.views_open(trigger_id=body["trigger_id"], view=checked(desk.tools.check(text)))


def _lines(text: str) -> str:
    """The message without Slack's markup; its lines stay apart, for they end statements."""
    return "\n".join(plain_text(line) for line in text.splitlines())
