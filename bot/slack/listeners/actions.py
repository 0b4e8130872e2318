"""Buttons: further questions, pages, sharing and dismissing a private answer."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.asked import Asked
from bot.slack.blocks import ECHO, HOME, PRIVATE_ECHO, Frame
from bot.slack.blocks.modals import search as modal
from bot.slack.desk import Desk
from bot.slack.listeners.home import show
from bot.slack.messenger import post, publish, remove, respond
from bot.slack.pressed import Pressed

Payload = dict[str, Any]


async def ask_again(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Answers a button's question: privately in place of its message, publicly in its thread."""
    await ack()
    pressed = Pressed.of(body)
    asked = Asked.decode(pressed.value)
    if not await desk.takes_trigger(body.get("trigger_id")):
        return
    if refusal := desk.refusal(pressed.user, pressed.channel):
        if pressed.in_home and refusal.text:
            await show(client, desk, pressed, refusal.blocks)
        elif pressed.response_url and refusal.text:
            await respond(client, pressed.response_url, refusal, thread=pressed.own_thread)
    elif pressed.modal:
        await client.views_update(view_id=pressed.modal, view=modal(asked, desk.answer(asked, HOME).blocks))
    elif pressed.in_home:
        await show(client, desk, pressed, desk.answer(asked, HOME).blocks)
    elif pressed.private and pressed.response_url:
        await respond(client, pressed.response_url, desk.answer(asked, PRIVATE_ECHO), replace=True)
    else:
        await post(client, pressed.channel, pressed.thread, desk.answer(asked, ECHO))


async def turn_page(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Shows another page in place of the one whose button was pressed."""
    await ack()
    pressed = Pressed.of(body)
    asked = Asked.decode(pressed.value)
    if pressed.modal:
        await client.views_update(view_id=pressed.modal, view=modal(asked, desk.answer(asked, HOME).blocks))
    elif pressed.in_home:
        await show(client, desk, pressed, desk.answer(asked, HOME).blocks)
    elif pressed.response_url:
        frame = PRIVATE_ECHO if pressed.private else ECHO
        await respond(client, pressed.response_url, desk.answer(asked, frame), replace=True)


async def share(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Posts a private answer for the whole channel, with the name of who shared it."""
    await ack()
    pressed = Pressed.of(body)
    asked = Asked.decode(pressed.value)
    if await desk.takes_trigger(body.get("trigger_id")):
        message = desk.answer(asked, Frame(echo=True, sharer=pressed.user_markup))
        await publish(client, body["response_url"], message)
        await remove(client, body["response_url"])


async def dismiss(ack: AsyncAck, body: Payload, client: AsyncWebClient) -> None:
    """Removes a private answer."""
    await ack()
    await remove(client, body["response_url"])


async def acknowledge(ack: AsyncAck) -> None:
    """Takes note of a button that opens a link or belongs to an older version."""
    await ack()
