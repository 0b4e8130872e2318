"""What digests need from outside: a clock, a store, Slack. Adapters fulfil these without importing them."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from bot.domain.digest.digest import Seen
from bot.services.digest_values import Claim, Make, Payload, PlannedDigest, Run, State, Subscription


class Now(Protocol):
    """The moment, aware and in UTC."""

    def __call__(self) -> dt.datetime: ...


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


class Subscriptions(Protocol):
    async def get(self, team: str, channel: str) -> Subscription | None: ...

    async def put(self, subscription: Subscription, now: dt.datetime) -> None:
        """Store it in place of the channel's former one; takes back what was planned and not begun."""
        ...

    async def end(self, team: str, channel: str, reason: str, now: dt.datetime) -> bool:
        """End it and take back what was planned and not begun; False where there was none."""
        ...

    async def active(self) -> list[Subscription]: ...

    async def of_person(self, team: str, user: str, most: int) -> list[Subscription]:
        """The first ``most`` of those that the user set last, by channel."""
        ...


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
