"""Digests: the words after ``/telco 다이제스트``, the buttons, and the modal."""

import datetime as dt
import json
import logging
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.digest.command import DigestCommand, DigestVerb
from bot.domain.digest.schedule import zone_named
from bot.domain.errors import TelcoError
from bot.services.digest_values import StoreUnavailableError
from bot.services.subscribe import Place, Subscribe
from bot.slack import texts
from bot.slack.blocks import Message
from bot.slack.blocks.digest import message as shown
from bot.slack.blocks.digest_settings import CHANNEL, COMPANIES, DAYS, TIME, TOPICS, ZONE, said, settings
from bot.slack.blocks.home import home
from bot.slack.client import error_code
from bot.slack.desk import Desk
from bot.slack.listeners.home import show
from bot.slack.messenger import post, respond, update_home
from bot.slack.pressed import Pressed, team_of

Payload = dict[str, Any]

log = logging.getLogger(__name__)


async def answer_digest(text: str, command: Payload, client: AsyncWebClient, digests: Subscribe) -> None:
    """Does what the words say and answers the person alone; a change is told to the channel."""
    place = Place(command["team_id"], command["channel_id"], command["user_id"])
    try:
        message = await _done(digests.understand(text), place, client, digests)
    except TelcoError as error:
        message = said(_why(error))
    if message:
        await respond(client, command["response_url"], message)


async def open_settings(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Opens the modal for the button's channel; App Home's own button leaves the channel open."""
    await ack()
    if desk.digests is None:
        return
    pressed = Pressed.of(body)
    try:
        current = await desk.digests.current(pressed.team, pressed.value) if pressed.value else None
    except TelcoError as error:
        await _tell(client, pressed, said(_why(error)), desk)
        return
    view = settings(desk.digests.choices(), current, pressed.value, from_home=pressed.in_home)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def save_settings(
    ack: AsyncAck, body: Payload, view: Payload, client: AsyncWebClient, desk: Desk
) -> None:
    """Turns the digest on as filled in; what is wrong is said in the modal."""
    if desk.digests is None:
        await ack()
        return
    values = {name: next(iter(fields.values())) for name, fields in view["state"]["values"].items()}
    opened = json.loads(view["private_metadata"])
    channel = opened["channel"]
    field = TIME if channel else CHANNEL
    channel = channel or values[CHANNEL]["selected_conversation"]
    zone = zone_named((values[ZONE].get("value") or "").strip())
    if zone is None:
        await ack(response_action="errors", errors={ZONE: texts.DIGEST_NO_ZONE})
        return
    place = Place(team_of(body), channel, body["user"]["id"])
    if refusal := desk.refusal(place.user, channel):
        await ack(response_action="errors", errors={field: refusal.text or texts.TOO_FAST})
        return
    try:
        changed = await desk.digests.turn_on(place, _filled_in(values, zone))
    except TelcoError as error:
        await ack(response_action="errors", errors={field: _why(error).replace("`", "")})
        return
    await ack()
    await _announce(client, channel, changed.announcement)
    if opened["home"]:
        await update_home(client, place.user, home(await desk.home(place.team, place.user)))


async def turn_off(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Ends the digest of the button's channel."""
    await ack()
    await _press(DigestVerb.OFF, body, client, desk)


async def preview(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Shows the person the channel's next digest."""
    await ack()
    await _press(DigestVerb.PREVIEW, body, client, desk)


async def _press(verb: DigestVerb, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    if desk.digests is None or not await desk.takes_trigger(body.get("trigger_id")):
        return
    pressed = Pressed.of(body)
    place = Place(pressed.team, pressed.value, pressed.user)
    try:
        message = await _done(DigestCommand(verb=verb), place, client, desk.digests)
    except TelcoError as error:
        message = said(_why(error))
    await _tell(client, pressed, message, desk)


async def _done(
    command: DigestCommand, place: Place, client: AsyncWebClient, digests: Subscribe
) -> Message | None:
    """Does it; returns what the person is told, None where the channel was told. Raises TelcoError."""
    match command.verb:
        case DigestVerb.ON:
            on = await digests.turn_on(place, command)
            return await _announce(client, place.channel, on.announcement)
        case DigestVerb.OFF:
            off = await digests.turn_off(place)
            if off is None:
                return said(await digests.status(place.team, place.channel))
            return await _announce(client, place.channel, off.announcement)
        case DigestVerb.PREVIEW:
            return shown(await digests.preview(place.team, place.channel))
        case DigestVerb.NOW:
            return said(await digests.now(place))
        case DigestVerb.STATUS:
            is_on = await digests.current(place.team, place.channel) is not None
            status = await digests.status(place.team, place.channel)
            return said(status, place.channel if is_on else "")
        case DigestVerb.HELP:
            return said(texts.DIGEST_HELP)


async def _announce(client: AsyncWebClient, channel: str, announcement: str) -> Message | None:
    """Tells the channel; where Slack refuses, the change stands and the person is told."""
    message = said(announcement)
    try:
        await post(client, channel, None, message)
    except SlackApiError as error:
        log.warning("%s: a change of its digest could not be announced: %s", channel, error_code(error))
        return message
    return None


async def _tell(client: AsyncWebClient, pressed: Pressed, message: Message | None, desk: Desk) -> None:
    """Answers a button where it stands; App Home is brought up to date."""
    if pressed.in_home:
        await show(client, desk, pressed, message.blocks if message else ())
    elif message and pressed.response_url:
        await respond(client, pressed.response_url, message, thread=pressed.own_thread)


def _filled_in(values: Payload, zone: str) -> DigestCommand:
    def chosen(name: str) -> tuple[str, ...]:
        return tuple(each["value"] for each in values[name].get("selected_options") or ())

    return DigestCommand(
        verb=DigestVerb.ON,
        at=dt.time.fromisoformat(values[TIME]["selected_time"]),
        days=frozenset(map(int, chosen(DAYS))),
        zone=zone,
        companies=chosen(COMPANIES),
        topics=chosen(TOPICS),
    )


def _why(error: TelcoError) -> str:
    """What to tell the person; what is wrong with the database is for the log alone."""
    if isinstance(error, StoreUnavailableError):
        log.error("%s", error)
        return texts.DIGEST_LATER
    return str(error)
