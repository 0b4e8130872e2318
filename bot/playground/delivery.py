"""Brings payloads to the app: events again and again until acked, questions once."""

import asyncio
import uuid
from typing import Protocol

from bot.playground.faults import Faults
from bot.playground.model import Json
from bot.playground.recorder import Recorder

ACK_SECONDS = 3.0  # docs.slack.dev/apis/events-api: respond within three seconds
RETRIES = 3  # as above: up to three times


class NoConnectionError(Exception):
    """No app is connected."""


class NotAckedError(Exception):
    """The app did not ack in time."""


class Transport(Protocol):
    """One way to the app: Socket Mode, or a request URL."""

    async def deliver(self, envelope: Json, seconds: float) -> Json:
        """Send the envelope and return the ack's payload, {} where it has none.

        Raises NoConnectionError, or NotAckedError after ``seconds``.
        """
        ...


class Delivery:
    """Sends envelopes over a transport.

    ``ack_seconds`` is how long an ack may take, and with it the pause between two tries of an event. Slack
    itself repeats an event at once, after 1 minute and after 5; here it is every ``ack_seconds``.
    """

    def __init__(
        self,
        transport: Transport,
        recorder: Recorder,
        *,
        ack_seconds: float = ACK_SECONDS,
        retries: int = RETRIES,
        faults: Faults | None = None,
    ) -> None:
        self._transport = transport
        self._faults = faults or Faults()
        self._recorder = recorder
        self._ack_seconds = ack_seconds
        self._retries = retries
        self._tasks: set[asyncio.Task[None]] = set()

    def event(self, payload: Json) -> None:
        """Send an event in the background, again where it is not acked."""
        for _ in range(2 if self._faults.duplicate_events else 1):
            task = asyncio.get_running_loop().create_task(self._event(payload))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def ask(self, kind: str, payload: Json) -> Json:
        """Send a slash command or an interaction once and return the ack's payload.

        Raises NoConnectionError or NotAckedError; Slack repeats neither kind, it tells the person.
        """
        envelope = _envelope(kind, payload, accepts_response=True)
        entry = self._recorder.add("to_app", str(payload.get("type", kind)), envelope)
        try:
            ack = await self._transport.deliver(envelope, self._ack_seconds)
        except (NoConnectionError, NotAckedError) as error:
            self._recorder.complete(entry, note=type(error).__name__)
            raise
        self._recorder.complete(entry, answer=ack, note="ack")
        return ack

    async def drain(self) -> None:
        """Wait until every event under way is acked or given up."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Give up the events under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _event(self, payload: Json) -> None:
        envelope = _envelope("events_api", payload, accepts_response=False)
        if self._faults.event_delay:
            await asyncio.sleep(self._faults.event_delay)
        for attempt in range(self._retries + 1):
            envelope = {**envelope, "retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
            entry = self._recorder.add("to_app", str(payload["event"]["type"]), envelope)
            try:
                await self._transport.deliver(envelope, self._ack_seconds)
                if self._faults.strikes("unacked"):
                    raise NotAckedError
            except NoConnectionError as error:
                self._recorder.complete(entry, note=type(error).__name__)
                await asyncio.sleep(self._ack_seconds)
            except NotAckedError as error:
                self._recorder.complete(entry, note=type(error).__name__)
            else:
                self._recorder.complete(entry, note="ack")
                return


def _envelope(kind: str, payload: Json, *, accepts_response: bool) -> Json:
    return {
        "envelope_id": str(uuid.uuid4()),
        "type": kind,
        "payload": payload,
        "accepts_response_payload": accepts_response,
    }
