"""Turning a digest on and off: defaults, changes, who may, and what the channel is told."""

import datetime as dt

import pytest

from bot.domain.base import FactBase
from bot.domain.digest.command import DigestCommand, DigestVerb, UnclearDigestError
from bot.domain.digest.schedule import EVERY_DAY, WORKING_DAYS
from bot.services.digest_values import State
from bot.services.plan_digests import PlanDigests
from bot.services.subscribe import NotAMemberError, Place, Subscribe
from tests.domain.digest_base import make_base
from tests.services.fakes import START, FakeClock, FakePlans, FakeSubscriptions, a_run, render

PLACE = Place("T1", "C1", "U1")
MONDAY = dt.date(2026, 11, 23)


def on(**said: object) -> DigestCommand:
    return DigestCommand.model_validate({"verb": DigestVerb.ON, **said})


class Bench:
    def __init__(self, base: FactBase | None = None) -> None:
        self.base = base or make_base()
        self.clock = FakeClock(START - dt.timedelta(hours=1))
        self.subscriptions = FakeSubscriptions()
        self.plans = FakePlans()
        self.members = {"U1"}
        planner = PlanDigests(self.plans, lambda: self.base, render, self.clock)
        self.service = Subscribe(
            self.subscriptions,
            self.plans,
            planner,
            is_member=self._is_member,
            base=lambda: self.base,
            now=self.clock,
        )

    async def _is_member(self, team: str, channel: str, user: str) -> bool:
        return user in self.members


async def test_on_alone_means_every_day_at_half_past_eight_in_seoul() -> None:
    bench = Bench()
    changed = await bench.service.turn_on(PLACE, on())
    (one,) = await bench.subscriptions.active()
    assert changed.subscription == one
    assert (one.schedule.at, one.schedule.days, one.schedule.zone) == (
        dt.time(8, 30),
        EVERY_DAY,
        "Asia/Seoul",
    )
    assert (one.next_day, one.next_due) == (MONDAY, START)
    assert "<@U1>" in changed.announcement
    assert "매일 오전 8시 30분" in changed.announcement
    assert "11월 23일 월요일" in changed.announcement


async def test_what_is_not_said_stays_as_it_was() -> None:
    bench = Bench()
    await bench.service.turn_on(PLACE, on(at=dt.time(7), days=WORKING_DAYS, companies=("kt",)))
    await bench.service.turn_on(PLACE, on(zone="Europe/Berlin"))
    (one,) = await bench.subscriptions.active()
    assert (one.schedule.at, one.schedule.days, one.schedule.zone) == (
        dt.time(7),
        WORKING_DAYS,
        "Europe/Berlin",
    )
    assert one.wanted.companies == ("kt",)
    await bench.service.turn_on(PLACE, on(companies=()))
    (one,) = await bench.subscriptions.active()
    assert one.wanted.companies == ()


async def test_companies_and_topics_without_a_fact_are_refused() -> None:
    bench = Bench(make_base(sizes=(3, 3, 0, 0)))
    with pytest.raises(UnclearDigestError, match="사실이 없습니다"):
        await bench.service.turn_on(PLACE, on(companies=("lguplus",)))
    assert await bench.subscriptions.active() == []


async def test_only_members_change_anything() -> None:
    bench = Bench()
    stranger = Place("T1", "C1", "U9")
    for act in (
        bench.service.turn_on(stranger, on()),
        bench.service.turn_off(stranger),
        bench.service.now(stranger),
    ):
        with pytest.raises(NotAMemberError, match="멤버"):
            await act
    assert await bench.subscriptions.active() == []


async def test_off_ends_it_and_says_so_once() -> None:
    bench = Bench()
    await bench.service.turn_on(PLACE, on())
    changed = await bench.service.turn_off(PLACE)
    assert changed is not None
    assert "껐습니다" in changed.announcement
    assert await bench.service.turn_off(PLACE) is None
    assert "꺼져 있습니다" in await bench.service.status("T1", "C1")


async def test_a_channel_that_had_its_digest_today_waits_for_tomorrow() -> None:
    bench = Bench()
    bench.clock.moment = START + dt.timedelta(hours=1)
    bench.plans.rows["T1", "C1", MONDAY] = a_run("T1", "C1", MONDAY, START, State.POSTED)
    changed = await bench.service.turn_on(PLACE, on(at=dt.time(18)))
    assert changed.subscription is not None
    assert changed.subscription.next_day == dt.date(2026, 11, 24)


async def test_the_status_says_when_what_and_how_the_last_one_went() -> None:
    bench = Bench()
    await bench.service.turn_on(PLACE, on(companies=("kt", "skt"), topics=("AI 전략",)))
    bench.plans.rows["T1", "C1", MONDAY] = a_run("T1", "C1", MONDAY, START, State.SKIPPED)
    status = await bench.service.status("T1", "C1")
    assert "매일 오전 8시 30분 · KT, SKT · AI 전략" in status
    assert "건너뛰었습니다" in status


async def test_the_preview_is_the_next_digest() -> None:
    bench = Bench()
    assert (await bench.service.preview("T1", "C1")).date == MONDAY
    await bench.service.turn_on(PLACE, on(days=frozenset({4}), companies=("kt",)))
    digest = await bench.service.preview("T1", "C1")
    assert digest.date == dt.date(2026, 11, 27)
    assert {fact.company for fact in digest.facts} == {"kt"}


async def test_now_sends_todays_digest_once() -> None:
    bench = Bench()
    assert "곧 보냅니다" in await bench.service.now(PLACE)
    (planned,) = bench.plans.made
    assert "11월 23일 월요일" in planned.payload["text"]
    bench.plans.rows["T1", "C1", MONDAY] = a_run("T1", "C1", MONDAY, START, State.POSTED)
    assert "하루에 한 번만" in await bench.service.now(PLACE)
    assert len(bench.plans.made) == 1


async def test_facts_are_remembered_at_every_load() -> None:
    bench = Bench()
    planner = PlanDigests(bench.plans, lambda: bench.base, render, bench.clock)
    assert await planner.remember() == 0
    bench.base = make_base(sizes=(12, 17, 8, 5))
    assert await planner.remember() == 2


async def test_a_form_has_what_the_base_has_and_shows_what_is_set() -> None:
    bench = Bench(make_base(sizes=(3, 3, 0, 2)))
    choices = bench.service.choices()
    assert choices.companies == ("skt", "kt", "industry")
    assert choices.topics == ("AI 전략", "투자")
    assert choices.default.at == dt.time(8, 30)
    assert await bench.service.current("T1", "C1") is None
    changed = await bench.service.turn_on(PLACE, bench.service.understand("9시 KT만"))
    assert await bench.service.current("T1", "C1") == changed.subscription
    assert await bench.service.of_person("T1", "U1") == [changed.subscription]
    assert await bench.service.of_person("T1", "U2") == []
