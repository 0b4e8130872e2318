"""Send one claimed message: effectively once, whatever happens on the way.

Slack has no idempotency key, so a message whose fate is unknown is looked for by its metadata before it is
posted again; where it cannot be looked for, it is not posted again. One gap stays open, as nobody but Slack
could close it: a sender that is frozen for longer than its lease between its commit and its call.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.domain.digest import texts
from bot.services.digest_ports import Messenger, Now, Outbox, Subscriptions
from bot.services.digest_values import (
    ChannelGoneError,
    Claim,
    Kind,
    RateLimitedError,
    RefusedError,
    State,
    UnreadableError,
    UnsureError,
)
from bot.services.plan_digests import LATEST

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[object]]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Timing:
    """How long things may take."""

    lease: dt.timedelta = dt.timedelta(seconds=60)
    """After this a claim is another's: much longer than a call to Slack, and than replicas' clocks differ."""
    call: dt.timedelta = dt.timedelta(seconds=15)
    """The longest call to Slack."""
    settle: dt.timedelta = dt.timedelta(seconds=5)
    """After a lost answer, until Slack's history is read."""
    horizon: dt.timedelta = dt.timedelta(seconds=2)
    """How far ahead places in Slack's rate are taken."""
    backoff: dt.timedelta = dt.timedelta(seconds=5)
    """The first wait after a refusal; later ones are longer."""
    give_up: dt.timedelta = dt.timedelta(hours=24)
    """How long a history that cannot be reached is tried again."""


class SendDigest:
    """Posts, or finds out whether it was posted."""

    def __init__(
        self,
        outbox: Outbox,
        subscriptions: Subscriptions,
        messenger: Messenger,
        now: Now,
        *,
        timing: Timing | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._outbox = outbox
        self._subscriptions = subscriptions
        self._messenger = messenger
        self._now = now
        self._timing = timing or Timing()
        self._sleep = sleep

    async def __call__(self, claim: Claim) -> None:
        """Take the claim one step further. Raises StoreUnavailableError; the lease then decides."""
        try:
            if claim.state is State.PLANNED:
                await self._post(claim)
            else:
                await self._look(claim)
        except ChannelGoneError as error:
            await self._gone(claim, error.reason)

    async def _post(self, claim: Claim) -> None:
        if self._late(claim):
            await self._skip(claim)
            return
        await self._sleep(max(0.0, (claim.send_at - self._now()).total_seconds()))
        begun = self._now()
        if not await self._outbox.begin(claim, begun, self._timing.lease):
            return  # taken back, or somebody else's by now
        if self._now() - begun > self._timing.lease - 2 * self._timing.call:
            # The commit took so long that the lease could end during the call: nothing was posted yet.
            await self._outbox.again(claim, State.PLANNED, self._now(), "slow")
            return
        try:
            post = self._messenger.post(claim.team, claim.channel, claim.payload, claim.id)
            ts = await self._bounded(post)
        except RateLimitedError as error:
            until = self._now() + dt.timedelta(seconds=error.retry_after)
            await self._outbox.hold(claim.team, claim.channel, until)
            await self._outbox.again(claim, State.PLANNED, until, error.reason)
        except UnsureError as error:
            log.warning("%s: no word from Slack (%s); looking for it before another try", claim.id, error)
            await self._outbox.again(claim, State.UNSURE, self._now() + self._timing.settle, error.reason)
        except RefusedError as error:
            log.warning("%s: Slack refused it: %s", claim.id, error)
            await self._outbox.again(claim, State.PLANNED, self._after_backoff(claim.due), error.reason)
        else:
            await self._outbox.posted(claim, ts, self._now())

    async def _look(self, claim: Claim) -> None:
        """Find out what became of a message that somebody had begun to post."""
        begun = claim.first_sent_at or claim.due
        try:
            # A minute earlier: Slack's clock is not ours.
            since = begun - dt.timedelta(minutes=1)
            ts = await self._bounded(self._messenger.find(claim.team, claim.channel, claim.id, since))
        except RateLimitedError as error:
            at = self._now() + dt.timedelta(seconds=error.retry_after)
            await self._outbox.again(claim, State.UNSURE, at, error.reason)
        except UnsureError as error:
            if self._now() > begun + self._timing.give_up:
                await self._ambiguous(claim, error.reason)
            else:
                await self._outbox.again(claim, State.UNSURE, self._after_backoff(begun), error.reason)
        except (UnreadableError, RefusedError) as error:
            await self._ambiguous(claim, error.reason)
        else:
            await self._found(claim, ts)

    async def _found(self, claim: Claim, ts: str | None) -> None:
        if ts is not None:
            await self._outbox.posted(claim, ts, self._now())
        elif self._late(claim):
            await self._skip(claim)
        else:
            await self._outbox.again(claim, State.PLANNED, self._now(), "not in the channel")

    async def _skip(self, claim: Claim) -> None:
        log.warning("%s: more than %s late, skipped", claim.id, LATEST)
        await self._outbox.close(claim, State.SKIPPED, "late", self._now())

    async def _ambiguous(self, claim: Claim, reason: str) -> None:
        log.error("%s: nobody can tell whether it was posted (%s); not posted again", claim.id, reason)
        await self._tell(claim, texts.cannot_tell(claim.channel, claim.day), f"{claim.channel}-ambiguous")
        await self._outbox.close(claim, State.AMBIGUOUS, reason, self._now())

    async def _gone(self, claim: Claim, reason: str) -> None:
        log.warning("%s: the channel cannot be posted to (%s); its subscription ends", claim.id, reason)
        await self._tell(claim, texts.channel_gone(claim.channel), f"{claim.channel}-gone")
        if claim.kind is Kind.DIGEST:
            await self._subscriptions.end(claim.team, claim.channel, reason, self._now())
        await self._outbox.close(claim, State.FAILED, reason, self._now())

    async def _tell(self, claim: Claim, text: str, about: str) -> None:
        """Leave a word for whoever set the subscription."""
        if claim.kind is not Kind.DIGEST:
            return
        subscription = await self._subscriptions.get(claim.team, claim.channel)
        if subscription is not None:
            await self._outbox.note(
                claim.team, subscription.set_by, text, about=about, day=claim.day, now=self._now()
            )

    def _late(self, claim: Claim) -> bool:
        return self._now() > claim.due + LATEST

    def _after_backoff(self, since: dt.datetime) -> dt.datetime:
        """The longer it has been going on, the longer the next wait: a quarter of that, up to ten minutes."""
        now = self._now()
        return now + min(max(self._timing.backoff, (now - since) / 4), dt.timedelta(minutes=10))

    async def _bounded(self, call: Coroutine[Any, Any, T]) -> T:
        try:
            async with asyncio.timeout(self._timing.call.total_seconds()):
                return await call
        except TimeoutError:
            raise UnsureError("timeout") from None
