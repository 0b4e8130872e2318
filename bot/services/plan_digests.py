"""Plan the digests that come due: composed, rendered and stored before anything is sent."""

import datetime as dt
from collections.abc import Callable

from bot.domain.base import FactBase
from bot.domain.digest.content import compose
from bot.domain.digest.digest import Digest, Seen, Wanted
from bot.domain.fact import Fact
from bot.domain.reply import ShownFact
from bot.domain.shown import shown
from bot.services.digest_ports import DigestPlans, Now
from bot.services.digest_values import Make, PlannedDigest, Render, Run, Subscription

AHEAD = dt.timedelta(minutes=10)
"""How long before its time a digest is planned, so that all of one minute are ready when it comes."""
LATEST = dt.timedelta(hours=3)
"""A digest that would come later than this is skipped, and the next one says so."""
BATCH = 25
"""Channels planned in one transaction; SQLite lets nobody else write meanwhile."""


class PlanDigests:
    """Plans from the fact base that is loaded at the moment."""

    def __init__(self, plans: DigestPlans, base: Callable[[], FactBase], render: Render, now: Now) -> None:
        self._plans = plans
        self._base = base
        self._render = render
        self._now = now

    async def __call__(self) -> int:
        """Plan a batch; returns how many channels it held. Raises StoreUnavailableError."""
        now = self._now()
        return await self._plans.plan(now, now + AHEAD, LATEST, self._make(), BATCH)

    async def at_once(self, team: str, channel: str, day: dt.date, wanted: Wanted) -> Run:
        """Today's digest, due now; as it stands where it has begun to be sent or was sent."""
        base = self._base()
        return await self._plans.plan_now(
            team,
            channel,
            day,
            self._now(),
            lambda seen: self._planned(base, channel, day, wanted=wanted, seen=seen),
        )

    async def preview(self, team: str, channel: str, day: dt.date, wanted: Wanted) -> Digest:
        """The digest that the channel would get on ``day`` if it were planned now."""
        return digest_of(
            self._base(), channel, day, wanted=wanted, seen=await self._plans.seen(team, channel)
        )

    async def remember(self) -> int:
        """Note which facts joined the base; call it after every load."""
        return await self._plans.remember_facts([fact.id for fact in self._base().facts], self._now())

    def _make(self) -> Make:
        base = self._base()

        def make(subscription: Subscription, day: dt.date, seen: Seen) -> PlannedDigest:
            return self._planned(base, subscription.channel, day, wanted=subscription.wanted, seen=seen)

        return make

    def _planned(
        self, base: FactBase, channel: str, day: dt.date, *, wanted: Wanted, seen: Seen
    ) -> PlannedDigest:
        digest = digest_of(base, channel, day, wanted=wanted, seen=seen)
        return PlannedDigest(payload=self._render(digest), rounds=digest.rounds)


def digest_of(
    base: FactBase, channel: str, day: dt.date, *, wanted: Wanted | None = None, seen: Seen | None = None
) -> Digest:
    """The digest, its facts shown as of its day; without ``seen`` as a daily channel would see it."""

    def show(fact: Fact) -> ShownFact:
        return shown(fact, base, day)

    return compose(base, channel, day, show, wanted=wanted, seen=seen)
