"""What digests need from outside: a clock, a store, Slack. Adapters fulfil these without importing them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.digest import Digest, Seen, Wanted
from bot.domain.errors import TelcoError
from bot.domain.schedule import Schedule

Payload = Mapping[str, Any]
"""A message as chat.postMessage takes it: ``text`` and, where there are any, ``blocks``."""
Render = Callable[[Digest], Payload]


class Now(Protocol):
    """The moment, aware and in UTC."""

    def __call__(self) -> dt.datetime: ...


class StoreUnavailableError(TelcoError):
    """The database cannot be reached just now; nothing was changed that was not confirmed."""


class PostError(Exception):
    """A message was not posted, or nobody knows; ``reason`` is Slack's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RateLimitedError(PostError):
    """Slack takes nothing for ``retry_after`` seconds, and has not taken this."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


class UnsureError(PostError):
    """A time-out, a lost connection, a server error: the message may have been posted or not."""


class ChannelGoneError(PostError):
    """The channel is gone or archived, or the bot is no longer in it."""


class RefusedError(PostError):
    """Slack refused for another reason (a revoked token, a missing scope) that a person may mend."""


class UnreadableError(PostError):
    """The history cannot be read, so nobody can tell what was posted."""


class Messenger(Protocol):
    """Posts to Slack and finds again what was posted."""

    async def post(self, team: str, channel: str, payload: Payload, message_id: str) -> str:
        """Post once, without any retry, with ``message_id`` in the metadata; returns the ``ts``.

        ``channel`` may be a user's id, for a direct message. Raises RateLimitedError, UnsureError,
        ChannelGoneError or RefusedError.
        """
        ...

    async def find(
        self, team: str, channel: str, message_id: str, since: dt.datetime, thread: str | None = None
    ) -> str | None:
        """The ``ts`` of the message with this id among those since ``since``; None if there is none.

        Looks in the thread of the message ``thread`` where one is given. Raises UnreadableError where the
        history may not be read, RateLimitedError, and UnsureError where it is worth another try.
        """
        ...


class Membership(Protocol):
    """Knows who is in a channel."""

    async def __call__(self, team: str, channel: str, user: str) -> bool: ...


@dataclass(frozen=True)
class Subscription:
    """What a channel asked for."""

    team: str
    channel: str
    schedule: Schedule
    wanted: Wanted
    set_by: str
    """The user who set it last, told when it ends by itself."""
    next_day: dt.date
    """The next local date that has no digest planned yet."""
    next_due: dt.datetime


@dataclass(frozen=True)
class PlannedDigest:
    """A digest as it will be posted."""

    payload: Payload
    rounds: Mapping[str, int]


Make = Callable[[Subscription, dt.date, Seen], PlannedDigest]
"""Composes and renders; pure, for it runs inside the planner's transaction."""


class State(StrEnum):
    """Where a message to be posted stands."""

    PLANNED = "planned"
    SENDING = "sending"
    """Somebody began to post it; after a crash it may have been posted or not."""
    UNSURE = "unsure"
    """Posting ended without a word from Slack."""
    POSTED = "posted"
    AMBIGUOUS = "ambiguous"
    """Nobody can tell whether it was posted: it is not posted again."""
    SKIPPED = "skipped"
    """It would have come too late."""
    FAILED = "failed"
    """The channel is gone."""

    @property
    def final(self) -> bool:
        return self not in (State.PLANNED, State.SENDING, State.UNSURE)


class Kind(StrEnum):
    DIGEST = "digest"
    NOTE = "note"
    """A word to the person who set a subscription."""


@dataclass(frozen=True)
class Claim:
    """A message taken to be sent; ``token`` proves the claim, a later claim's token is higher."""

    id: str
    kind: Kind
    team: str
    channel: str
    day: dt.date
    due: dt.datetime
    state: State
    payload: Payload
    attempts: int
    token: int
    send_at: dt.datetime
    """When Slack's rates allow it to be posted."""
    first_sent_at: dt.datetime | None


@dataclass(frozen=True)
class Run:
    """What became of a digest, for people."""

    id: str
    team: str
    channel: str
    day: dt.date
    due: dt.datetime
    state: State
    ts: str | None
    posted_at: dt.datetime | None
    attempts: int
    reason: str | None


class Subscriptions(Protocol):
    async def get(self, team: str, channel: str) -> Subscription | None: ...

    async def put(self, subscription: Subscription, now: dt.datetime) -> None:
        """Store it in place of the channel's former one; takes back what was planned and not begun."""
        ...

    async def end(self, team: str, channel: str, reason: str, now: dt.datetime) -> bool:
        """End it and take back what was planned and not begun; False where there was none."""
        ...

    async def active(self) -> list[Subscription]: ...


class DigestPlans(Protocol):
    async def plan(
        self, now: dt.datetime, until: dt.datetime, latest: dt.timedelta, make: Make, limit: int
    ) -> int:
        """Plan the digests due by ``until`` of at most ``limit`` channels; returns how many channels.

        Days that are more than ``latest`` past are recorded as skipped. Replicas share the work.
        """
        ...

    async def plan_now(
        self, team: str, channel: str, day: dt.date, now: dt.datetime, make: Callable[[Seen], PlannedDigest]
    ) -> Run:
        """Today's digest, due now: planned, brought forward, or as it was already sent."""
        ...

    async def seen(self, team: str, channel: str) -> Seen: ...

    async def remember_facts(self, fact_ids: Sequence[str], now: dt.datetime) -> int:
        """Note when facts joined the base; returns how many are new. The very first ones are not."""
        ...

    async def runs(
        self, team: str | None = None, channel: str | None = None, limit: int = 50
    ) -> list[Run]: ...


class Outbox(Protocol):
    """Messages to be posted. A write returns False where the claim was lost to somebody else."""

    async def claim(
        self, owner: str, now: dt.datetime, lease: dt.timedelta, horizon: dt.timedelta, limit: int
    ) -> list[Claim]:
        """Take what may be posted within ``horizon`` under Slack's rates, for the length of a lease."""
        ...

    async def begin(self, claim: Claim, now: dt.datetime, lease: dt.timedelta) -> bool:
        """Record that posting begins now; the lease starts anew."""
        ...

    async def posted(self, claim: Claim, ts: str, now: dt.datetime) -> bool: ...

    async def again(self, claim: Claim, state: State, at: dt.datetime, reason: str) -> bool:
        """Let it be taken again at ``at``: PLANNED to post it, UNSURE to look for it."""
        ...

    async def close(self, claim: Claim, state: State, reason: str, now: dt.datetime) -> bool:
        """Make a final state of it: SKIPPED, AMBIGUOUS or FAILED."""
        ...

    async def note(
        self, team: str, user: str, text: str, *, about: str, day: dt.date, now: dt.datetime
    ) -> bool:
        """Leave a word for a person, once for each ``about`` and day."""
        ...

    async def hold(self, team: str, channel: str, until: dt.datetime) -> None:
        """Post nothing more in this workspace before ``until``."""
        ...
