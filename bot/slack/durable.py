"""Questions are stored before they are acknowledged, so that one whose listener died is answered later.

Slack takes an event for delivered once it is acknowledged, and Bolt acknowledges events before their listener
runs. Where the database is away or slow, the question is answered all the same, from memory alone.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.services.digest_values import PostError, RateLimitedError, StoreUnavailableError
from bot.services.inbox_port import Event, Ticket
from bot.services.reply_once import ReplyOnce
from bot.slack.blocks import Message
from bot.slack.incoming import direct_message, mention
from bot.slack.pressed import team_of

STORE_SECONDS = 1.5
"""How long storing may take of the 3 seconds that Slack waits for an acknowledgement."""
AGAIN_SECONDS = 5.0
"""When a reply that Slack did not take is tried again."""
RERUN_SECONDS = 5.0
"""How often questions are looked for whose listener died."""

log = logging.getLogger(__name__)


Turn = Callable[[str, str], Awaitable[None]]


async def _at_once(_team: str, _channel: str) -> None:
    """No rates to keep."""


class Durable:
    """Between Slack's deliveries and the listeners of questions."""

    def __init__(self, replies: ReplyOnce, turn: Turn = _at_once) -> None:
        """``turn`` waits until Slack's rates let the team and channel have another message."""
        self._replies = replies
        self._turn = turn
        self._late: set[asyncio.Task[Ticket | None]] = set()

    async def receive(
        self, body: dict[str, Any], context: AsyncBoltContext, next_: Callable[[], Awaitable[None]]
    ) -> BoltResponse | None:
        """Middleware: stores a question and hands its ``ticket`` on; one that came before goes no further."""
        if "ticket" not in context:
            event = _question(body)
            try:
                context["ticket"] = await self._take(event) if event else None
            except (StoreUnavailableError, TimeoutError) as error:
                log.warning("%s is answered without being stored: %s", event and event.id, error or "slow")
                context["ticket"] = None
            else:
                if event and context["ticket"] is None:
                    return BoltResponse(status=200, body="")
        await next_()
        return None

    async def _take(self, event: Event) -> Ticket | None:
        taking = asyncio.create_task(self._replies.take(event))
        try:
            return await asyncio.wait_for(asyncio.shield(taking), STORE_SECONDS)
        except TimeoutError:
            self._late.add(taking)
            taking.add_done_callback(self._took_too_long)
            raise

    def _took_too_long(self, taking: asyncio.Task[Ticket | None]) -> None:
        """What is stored after all was answered meanwhile; it must not be answered again."""
        self._late.discard(taking)
        if not taking.cancelled() and taking.exception() is None and (ticket := taking.result()):
            task = asyncio.create_task(self._finish(ticket, "answered without being stored"))
            self._late.add(task)
            task.add_done_callback(self._late.discard)

    @asynccontextmanager
    async def answering(self, ticket: Ticket) -> AsyncIterator[None]:
        """What is done about a question: afterwards it needs nothing more, unless Slack took no reply."""
        try:
            yield
        except PostError as error:
            seconds = error.retry_after if isinstance(error, RateLimitedError) else AGAIN_SECONDS
            log.warning("%s: Slack took no reply (%s); again in %.0f s", ticket.event.id, error, seconds)
            await self._replies.later(ticket, seconds)
        except Exception:
            await self._finish(ticket, "failed")  # the person is told; once more would tell them again
            raise
        else:
            await self._finish(ticket, "answered")

    async def post(self, ticket: Ticket, channel: str, thread: str | None, message: Message) -> None:
        """Posts the reply unless an earlier try did. Raises PostError."""
        payload = {"text": message.text, "blocks": [block.to_dict() for block in message.blocks]}
        await self._turn(ticket.event.team, channel)
        await self._replies.post(ticket, channel, {**payload, **({"thread_ts": thread} if thread else {})})

    async def rerun(self, app: AsyncApp, stop: asyncio.Event) -> None:
        """Gives questions whose listener died to the listeners again, until ``stop`` is set."""

        async def handle(ticket: Ticket) -> None:
            body = dict(ticket.event.body)
            request = AsyncBoltRequest(mode="socket_mode", body=body, context={"ticket": ticket})
            await app.async_dispatch(request)

        while not stop.is_set():
            try:
                await self._replies.rerun(handle)
            except StoreUnavailableError as error:
                log.warning("questions left open cannot be looked for: %s", error)
            try:
                await asyncio.wait_for(stop.wait(), RERUN_SECONDS)
            except TimeoutError:
                continue

    async def _finish(self, ticket: Ticket, outcome: str) -> None:
        try:
            await self._replies.finish(ticket, outcome)
        except StoreUnavailableError as error:
            log.warning("%s: %s; it is looked for again later", ticket.event.id, error)


def _question(body: dict[str, Any]) -> Event | None:
    """The event where it is a question to the bot."""
    event = body.get("event") or {}
    read = {"app_mention": mention, "message": direct_message}.get(event.get("type", ""))
    asked = read(event) if read and body.get("event_id") else None
    if asked is None:
        return None
    team = team_of(body)
    return Event(body["event_id"], team, body, f"{team}/{asked.channel}/{asked.ts}")
