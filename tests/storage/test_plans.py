"""One digest a channel and local date, and what the channel has seen so far."""

import datetime as dt

from bot.domain.digest.digest import Seen
from bot.services.digest_values import PlannedDigest, State, Subscription
from bot.storage.budget import Rates
from bot.storage.store import Store, open_store
from tests.storage.made import HORIZON, HOUR, LATEST, LEASE, MINUTE, NOW, make, subscription

DAY = dt.timedelta(days=1)


async def plan(store: Store, until: dt.datetime, now: dt.datetime | None = None) -> int:
    return await store.plans.plan(now or until, until, LATEST, make, 10)


async def test_a_due_digest_is_planned_once(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    assert await plan(store, one.next_due - MINUTE) == 0
    assert await plan(store, one.next_due) == 1
    assert await plan(store, one.next_due) == 0
    (run,) = await store.plans.runs()
    assert (run.day, run.due, run.state) == (dt.date(2026, 11, 24), one.next_due, State.PLANNED)


async def test_the_row_of_a_day_is_unique_even_when_the_time_is_moved_back(store: Store) -> None:
    await store.subscriptions.put(subscription(), NOW)
    due = subscription().next_due
    await plan(store, due)
    (claim,) = await store.outbox.claim("a", due, LEASE, HORIZON, 10)
    assert await store.outbox.begin(claim, due, LEASE)
    assert await store.outbox.posted(claim, "1.1", due)
    later = subscription(now=due, at=dt.time(18))
    assert later.next_day == dt.date(2026, 11, 24)  # the same day, later
    await store.subscriptions.put(later, due)
    await plan(store, later.next_due)
    assert [(run.day, run.ts) for run in await store.plans.runs()] == [(dt.date(2026, 11, 24), "1.1")]


async def test_what_is_more_than_three_hours_late_is_recorded_as_skipped(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    back = one.next_due + 2 * DAY + 2 * HOUR
    await plan(store, back)
    assert [(run.day.day, run.state) for run in await store.plans.runs()] == [
        (26, State.PLANNED),
        (25, State.SKIPPED),
        (24, State.SKIPPED),
    ]
    seen = await store.plans.seen("T1", "C1")
    assert seen.previous == dt.date(2026, 11, 26)
    assert seen.skipped == ()


async def test_the_next_digest_is_told_which_days_were_skipped(store: Store) -> None:
    told: list[Seen] = []

    def listening(subscription: Subscription, day: dt.date, seen: Seen) -> PlannedDigest:
        told.append(seen)
        return make(subscription, day, seen)

    one = subscription()
    await store.subscriptions.put(one, NOW)
    await plan(store, one.next_due)
    back = one.next_due + 3 * DAY
    await store.plans.plan(back, back, LATEST, listening, 10)
    assert [seen.skipped for seen in told] == [(dt.date(2026, 11, 25), dt.date(2026, 11, 26))]


async def test_a_very_long_pause_is_not_recorded_day_by_day(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    back = one.next_due + 400 * DAY
    await plan(store, back)
    runs = await store.plans.runs(limit=500)
    assert len(runs) == 32
    assert runs[0].state is State.PLANNED


async def test_the_round_under_way_is_remembered(store: Store) -> None:
    rounds = [{"a": 0, "b": 0}, {"c": 0, "a": 1}, {"b": 1, "c": 1}, {"a": 2}]
    days = iter(rounds)

    def next_rounds(_subscription: Subscription, _day: dt.date, _seen: Seen) -> PlannedDigest:
        return PlannedDigest({"text": "x"}, next(days))

    one = subscription()
    await store.subscriptions.put(one, NOW)
    expected = [{"a": 0, "b": 0}, {"c": 0, "a": 1}, {"a": 1, "c": 1, "b": 1}, {"a": 2}]
    for number, now in enumerate(expected):
        due = one.next_due + number * DAY
        await store.plans.plan(due, due, LATEST, next_rounds, 10)
        seen = await store.plans.seen("T1", "C1")
        assert {fact: seen.rounds.get(fact) for fact in now} == now
        assert seen.last == list(rounds[number])[-1]


async def test_only_facts_that_joined_since_the_last_digest_are_new(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    assert await store.plans.remember_facts(["a", "b"], NOW) == 0
    await plan(store, one.next_due)
    assert (await store.plans.seen("T1", "C1")).new == frozenset()
    assert await store.plans.remember_facts(["a", "b", "c"], one.next_due + HOUR) == 1
    assert await store.plans.remember_facts(["a", "b", "c"], one.next_due + 2 * HOUR) == 0
    assert (await store.plans.seen("T1", "C1")).new == {"c"}
    await plan(store, one.next_due + DAY)
    assert (await store.plans.seen("T1", "C1")).new == frozenset()


async def test_now_brings_the_days_digest_forward_and_never_sends_a_second(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    day, early = dt.date(2026, 11, 24), one.next_due - HOUR
    made = PlannedDigest({"text": "now"}, {"fact": 0})
    run = await store.plans.plan_now("T1", "C1", day, early, lambda _: made)
    assert (run.state, run.due) == (State.PLANNED, early)
    (claim,) = await store.outbox.claim("a", early, LEASE, HORIZON, 10)
    await store.outbox.begin(claim, early, LEASE)
    await store.outbox.posted(claim, "1.1", early)
    again = await store.plans.plan_now("T1", "C1", day, early, lambda _: made)
    assert (again.state, again.ts) == (State.POSTED, "1.1")
    await plan(store, one.next_due)
    assert len(await store.plans.runs()) == 1


async def test_now_brings_a_planned_digest_forward(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    await plan(store, one.next_due, now=one.next_due - 5 * MINUTE)
    early = one.next_due - 4 * MINUTE
    run = await store.plans.plan_now("T1", "C1", one.next_day, early, lambda _: PlannedDigest({}, {}))
    assert run.due == early
    assert len(await store.outbox.claim("a", early, LEASE, HORIZON, 10)) == 1


async def test_old_rows_are_pruned_and_open_ones_kept(store: Store) -> None:
    one = subscription()
    await store.subscriptions.put(one, NOW)
    await plan(store, one.next_due)
    later = one.next_due + 500 * DAY
    await store.prune(later)
    assert len(await store.plans.runs()) == 1
    (claim,) = await store.outbox.claim("a", later, LEASE, HORIZON, 10)
    await store.outbox.close(claim, State.SKIPPED, "late", later)
    await store.prune(later)
    assert await store.plans.runs() == []


async def test_digests_of_a_workspace_due_at_one_moment_take_turns(store: Store, url: str) -> None:
    half = dt.timedelta(seconds=0.5)
    other = open_store(url, Rates(team=half))
    for team, channel in (("T1", "C1"), ("T1", "C2"), ("T2", "C3"), ("T1", "C4")):
        await other.subscriptions.put(subscription(channel, team=team), NOW)
    due = subscription().next_due
    await plan(other, due)
    claimed = []
    for step in range(4):
        now = due + step * half
        claims = await other.outbox.claim("a", now, LEASE, dt.timedelta(0), 10)
        claimed.append(sorted(claim.team for claim in claims))
    await other.close()
    assert claimed == [["T1", "T2"], ["T1"], ["T1"], []]
