"""Answer an event once: stored before it is acknowledged, run again after a crash, never answered twice."""

import datetime as dt
import logging
from collections.abc import Awaitable, Callable

from bot.services.digest_ports import Messenger, Now
from bot.services.digest_values import Payload, PostError
from bot.services.inbox_port import Event, Inbox, Ticket

LEASE = dt.timedelta(seconds=60)
"""How long a listener may take; a stored answer takes well under a second."""
TRIES = 5
"""After so many an event is given up: it makes the listener fail each time."""

log = logging.getLogger(__name__)


class ReplyOnce:
    """Stands between Slack's deliveries and the listeners."""

    def __init__(self, inbox: Inbox, messenger: Messenger, now: Now) -> None:
        self._inbox = inbox
        self._messenger = messenger
        self._now = now

    async def take(self, event: Event) -> Ticket | None:
        """Store an event before it is acknowledged; None for one that came before."""
        return await self._inbox.receive(event, self._now(), LEASE)

    async def post(self, ticket: Ticket, channel: str, payload: Payload) -> str | None:
        """Post the answer, unless an earlier try did; returns its ``ts``, None where nobody can tell.

        ``thread_ts`` in the payload makes it a reply in that thread. Raises PostError where Slack refused
        it or its fate is unknown: the event is then run again when its lease ends.
        """
        if ticket.attempts > 1:
            since = ticket.received_at - dt.timedelta(minutes=1)
            thread = payload.get("thread_ts")
            try:
                found = await self._messenger.find(ticket.event.team, channel, ticket.event.id, since, thread)
            except PostError as error:
                log.error("%s: cannot tell whether it was answered (%s); not again", ticket.event.id, error)
                return None
            if found is not None:
                return found
        return await self._messenger.post(ticket.event.team, channel, payload, ticket.event.id)

    async def finish(self, ticket: Ticket, outcome: str = "answered") -> None:
        """The event needs nothing more."""
        await self._inbox.done(ticket, outcome, self._now())

    async def later(self, ticket: Ticket, seconds: float) -> None:
        """Let the event be taken again in so many seconds."""
        await self._inbox.put_back(ticket, self._now() + dt.timedelta(seconds=seconds))

    async def rerun(self, handle: Callable[[Ticket], Awaitable[None]]) -> int:
        """Run the events again whose listener died; returns how many there were.

        ``handle`` answers by ``post`` and ends with ``finish``.
        """
        tickets = await self._inbox.overdue(self._now(), LEASE, 10)
        for ticket in tickets:
            if ticket.attempts > TRIES:
                log.error("%s: given up after %d tries", ticket.event.id, TRIES)
                await self.finish(ticket, "gave up")
            else:
                await handle(ticket)
        return len(tickets)
