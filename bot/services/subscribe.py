"""Turn a channel's digest on and off, and say how it stands."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.base import FactBase
from bot.domain.digest import texts
from bot.domain.digest.command import DigestCommand, UnclearDigestError
from bot.domain.digest.digest import Digest, Wanted
from bot.domain.digest.schedule import EVERY_DAY, Schedule, schedule_label
from bot.domain.digest.times import DEFAULT_TIME
from bot.domain.digest.vocabulary import DigestVocabulary
from bot.domain.digest.words import parse
from bot.domain.errors import TelcoError
from bot.domain.lexicon import EntityType
from bot.services.digest_ports import DigestPlans, Membership, Now, Subscriptions
from bot.services.digest_values import State, Subscription
from bot.services.plan_digests import PlanDigests

OF_PERSON = 10
"""Subscriptions listed for one person."""


class NotAMemberError(TelcoError):
    """Only members of a channel change its digest; the message is Korean, for the person."""

    def __init__(self) -> None:
        super().__init__(texts.NOT_A_MEMBER)


@dataclass(frozen=True)
class Place:
    """Where a command was given, and by whom."""

    team: str
    channel: str
    user: str


@dataclass(frozen=True)
class Choices:
    """What can be chosen: ids of companies, topics, and the schedule that nobody has to choose."""

    companies: tuple[str, ...]
    topics: tuple[str, ...]
    default: Schedule


@dataclass(frozen=True)
class Changed:
    """A change that was made; ``announcement`` is to be posted in the channel."""

    subscription: Subscription | None
    announcement: str


class Subscribe:
    """What people can do with the digest of a channel. All texts are Korean."""

    def __init__(
        self,
        subscriptions: Subscriptions,
        plans: DigestPlans,
        planner: PlanDigests,
        *,
        is_member: Membership,
        base: Callable[[], FactBase],
        now: Now,
        zone: str = "Asia/Seoul",
    ) -> None:
        self._subscriptions = subscriptions
        self._plans = plans
        self._planner = planner
        self._is_member = is_member
        self._base = base
        self._now = now
        self._zone = zone

    def understand(self, text: str) -> DigestCommand:
        """The command that the words spell. Raises UnclearDigestError."""
        return parse(text, DigestVocabulary.of(self._base()))

    def choices(self) -> Choices:
        """What a form has to offer."""
        base = self._base()
        companies = [e.id for e in base.entities.values() if e.type is EntityType.TELCO]
        present = {fact.company for fact in base.facts}
        return Choices(
            companies=tuple(name for name in (*companies, "industry") if name in present),
            topics=tuple(sorted({fact.topic for fact in base.facts})),
            default=Schedule(at=DEFAULT_TIME, zone=self._zone),
        )

    async def current(self, team: str, channel: str) -> Subscription | None:
        """What the channel has."""
        return await self._subscriptions.get(team, channel)

    async def of_person(self, team: str, user: str) -> list[Subscription]:
        """What the person has set, a few at most."""
        return await self._subscriptions.of_person(team, user, OF_PERSON)

    async def turn_on(self, place: Place, command: DigestCommand) -> Changed:
        """Subscribe the channel, or change what it has: what ``command`` leaves out stays as it is.

        Raises NotAMemberError, and UnclearDigestError where no fact fits the companies and topics.
        """
        await self._need_member(place)
        former = await self._subscriptions.get(place.team, place.channel)
        schedule = _schedule(command, former.schedule if former else None, self._zone)
        wanted = _wanted(command, former.wanted if former else Wanted())
        if not wanted.of(self._base()):
            raise UnclearDigestError(texts.NO_FACTS)
        now = self._now()
        day = await self._first_day(place, schedule, now)
        subscription = Subscription(
            team=place.team,
            channel=place.channel,
            schedule=schedule,
            wanted=wanted,
            set_by=place.user,
            next_day=day,
            next_due=schedule.moment_on(day),
        )
        await self._subscriptions.put(subscription, now)
        about = texts.about(wanted.companies, wanted.topics)
        return Changed(subscription, texts.turned_on(place.user, schedule_label(schedule), about, day))

    async def turn_off(self, place: Place) -> Changed | None:
        """End the subscription; None where there is none. Raises NotAMemberError."""
        await self._need_member(place)
        if not await self._subscriptions.end(place.team, place.channel, "off", self._now()):
            return None
        return Changed(None, texts.turned_off(place.user))

    async def status(self, team: str, channel: str) -> str:
        """How it stands, in two or three lines."""
        subscription = await self._subscriptions.get(team, channel)
        if subscription is None:
            return texts.OFF
        runs = await self._plans.runs(team, channel, limit=1)
        return texts.status(
            schedule_label(subscription.schedule),
            texts.about(subscription.wanted.companies, subscription.wanted.topics),
            runs[0].day if runs and runs[0].state is State.PLANNED else subscription.next_day,
            texts.last_run(runs[0].day, runs[0].state) if runs else None,
        )

    async def preview(self, team: str, channel: str) -> Digest:
        """The channel's next digest as it would be now; today's where nothing is subscribed."""
        subscription = await self._subscriptions.get(team, channel)
        if subscription is None:
            day = Schedule(at=DEFAULT_TIME, zone=self._zone).local_date(self._now())
            return await self._planner.preview(team, channel, day, Wanted())
        return await self._planner.preview(team, channel, subscription.next_day, subscription.wanted)

    async def now(self, place: Place) -> str:
        """Have today's digest sent at once, unless it was sent; returns what to tell the person.

        Raises NotAMemberError.
        """
        await self._need_member(place)
        subscription = await self._subscriptions.get(place.team, place.channel)
        schedule = subscription.schedule if subscription else Schedule(at=DEFAULT_TIME, zone=self._zone)
        day = schedule.local_date(self._now())
        wanted = subscription.wanted if subscription else Wanted()
        run = await self._planner.at_once(place.team, place.channel, day, wanted)
        return texts.ON_ITS_WAY if run.state is State.PLANNED else texts.already(day, run.state)

    async def _need_member(self, place: Place) -> None:
        if not await self._is_member(place.team, place.channel, place.user):
            raise NotAMemberError

    async def _first_day(self, place: Place, schedule: Schedule, now: dt.datetime) -> dt.date:
        """The next day that is due and has had no digest yet."""
        day = schedule.next_day(now)
        for run in await self._plans.runs(place.team, place.channel, limit=1):
            while run.day >= day and run.state is not State.PLANNED:
                day = schedule.next_day(schedule.moment_on(day))
        return day


def _schedule(command: DigestCommand, former: Schedule | None, zone: str) -> Schedule:
    former = former or Schedule(at=DEFAULT_TIME, days=EVERY_DAY, zone=zone)
    return Schedule(
        at=former.at if command.at is None else command.at,
        days=former.days if command.days is None else command.days,
        zone=former.zone if command.zone is None else command.zone,
    )


def _wanted(command: DigestCommand, former: Wanted) -> Wanted:
    return Wanted(
        companies=former.companies if command.companies is None else command.companies,
        topics=former.topics if command.topics is None else command.topics,
    )
