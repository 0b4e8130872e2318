"""Keep digests going: plan what comes due and send what is planned, until told to stop."""

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Awaitable, Callable

from bot.services.digest_ports import Now, Outbox
from bot.services.digest_values import Claim, StoreUnavailableError
from bot.services.send_digest import Timing

POLL_SECONDS = 1.0
"""How long nothing is looked for after nothing was found."""
LONGEST_WAIT = 30.0
"""The longest pause between two tries to reach the database."""
PRUNE_EVERY = dt.timedelta(hours=24)

log = logging.getLogger(__name__)


class Deliver:
    """One replica's worker. Any number of them share one database.

    ``plan`` plans a batch and returns its size, ``send`` takes one claim a step further, ``prune``
    removes what is old.
    """

    def __init__(
        self,
        plan: Callable[[], Awaitable[int]],
        send: Callable[[Claim], Awaitable[None]],
        outbox: Outbox,
        now: Now,
        *,
        owner: str,
        prune: Callable[[dt.datetime], Awaitable[None]] | None = None,
        timing: Timing | None = None,
        at_once: int = 20,
        poll: float = POLL_SECONDS,
    ) -> None:
        self._plan = plan
        self._send = send
        self._outbox = outbox
        self._now = now
        self._owner = owner
        self._prune = prune
        self._timing = timing or Timing()
        self._at_once = at_once
        self._poll = poll
        self._tasks: set[asyncio.Task[None]] = set()
        self._next_prune = now()
        self._wait = 0.0
        self.away_since: dt.datetime | None = None
        """Since when the database cannot be reached; None while all is well. For health checks."""

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set, then finish what is being sent."""
        try:
            while not stop.is_set():
                try:
                    busy = await self._round()
                except StoreUnavailableError as error:
                    await self._pause(stop, self._store_away(error))
                    continue
                self._store_back()
                if not busy:
                    await self._pause(stop, self._poll)
        finally:
            if self._tasks:
                await asyncio.wait(self._tasks)

    async def _round(self) -> bool:
        """Plan a batch and begin to send another; False where there was nothing to do."""
        planned = await self._plan()
        free = self._at_once - len(self._tasks)
        if free <= 0:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            return True
        claims = await self._outbox.claim(
            self._owner, self._now(), self._timing.lease, self._timing.horizon, free
        )
        for claim in claims:
            task = asyncio.create_task(self._one(claim), name=claim.id)
            self._tasks.add(task)
            task.add_done_callback(self._done)
        if self._prune and self._now() >= self._next_prune:
            self._next_prune = self._now() + PRUNE_EVERY
            await self._prune(self._now())
        return bool(planned or claims)

    async def _one(self, claim: Claim) -> None:
        try:
            await self._send(claim)
        except StoreUnavailableError as error:
            log.warning("%s: %s; its lease decides", claim.id, error)

    def _done(self, task: asyncio.Task[None]) -> None:
        """One message's fault does not stop the others; its row stays claimed until the lease ends."""
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("%s: sending failed", task.get_name(), exc_info=error)

    async def _pause(self, stop: asyncio.Event, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)

    def _store_away(self, error: StoreUnavailableError) -> float:
        """Say once that the database is away; returns how long to wait."""
        if self.away_since is None:
            self.away_since = self._now()
            log.error("%s; trying again until it is back", error)
        self._wait = min(LONGEST_WAIT, max(1.0, 2 * self._wait))
        return self._wait

    def _store_back(self) -> None:
        if self.away_since is not None:
            log.info("the database is back after %s", self._now() - self.away_since)
        self.away_since, self._wait = None, 0.0
