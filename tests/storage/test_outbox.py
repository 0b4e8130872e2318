"""Claims: one holder at a time, within Slack's rates, and no late word from a former holder."""

import asyncio
import datetime as dt
from collections import Counter

from bot.services.digest_values import Kind, State
from bot.storage.budget import Rates
from bot.storage.outbox import OutboxTable
from bot.storage.store import Store, open_store
from tests.storage.made import HORIZON, HOUR, LATEST, LEASE, MINUTE, NOW, SECOND, make, subscription

DUE = subscription().next_due


async def planned(store: Store, *channels: str, team: str = "T1") -> None:
    for channel in channels:
        await store.subscriptions.put(subscription(channel, team=team), NOW)
    await store.plans.plan(DUE, DUE, LATEST, make, 1000)


async def test_nothing_is_claimed_before_its_time(store: Store) -> None:
    await planned(store, "C1")
    assert await store.outbox.claim("a", DUE - SECOND, LEASE, HORIZON, 10) == []


async def test_what_is_claimed_is_nobody_elses_until_the_lease_ends(store: Store) -> None:
    await planned(store, "C1")
    (first,) = await store.outbox.claim("a", DUE, LEASE, HORIZON, 10)
    assert first.payload == {"text": "C1 2026-11-24"}
    assert await store.outbox.claim("b", DUE + LEASE - SECOND, LEASE, HORIZON, 10) == []
    (second,) = await store.outbox.claim("b", DUE + LEASE, LEASE, HORIZON, 10)
    assert second.token > first.token


async def test_a_former_holder_can_change_nothing(store: Store) -> None:
    await planned(store, "C1")
    (first,) = await store.outbox.claim("a", DUE, LEASE, HORIZON, 10)
    assert await store.outbox.begin(first, DUE, LEASE)
    (second,) = await store.outbox.claim("b", DUE + LEASE, LEASE, HORIZON, 10)
    assert second.state is State.SENDING
    assert second.first_sent_at == DUE
    assert not await store.outbox.begin(first, DUE + LEASE, LEASE)
    assert not await store.outbox.posted(first, "1.1", DUE + LEASE)
    assert not await store.outbox.again(first, State.PLANNED, DUE + LEASE, "x")
    assert not await store.outbox.close(first, State.FAILED, "x", DUE + LEASE)
    assert await store.outbox.posted(second, "2.2", DUE + LEASE)
    (run,) = await store.plans.runs()
    assert (run.state, run.ts, run.posted_at) == (State.POSTED, "2.2", DUE + LEASE)


async def test_what_is_final_is_never_claimed_again(store: Store) -> None:
    await planned(store, "C1", "C2", "C3")
    claims = await store.outbox.claim("a", DUE, LEASE, HORIZON, 10)
    await store.outbox.posted(claims[0], "1.1", DUE)
    await store.outbox.close(claims[1], State.AMBIGUOUS, "history", DUE)
    await store.outbox.close(claims[2], State.SKIPPED, "late", DUE)
    assert await store.outbox.claim("a", DUE + 48 * HOUR, LEASE, HORIZON, 10) == []


async def test_a_taken_back_digest_is_not_begun(store: Store) -> None:
    await planned(store, "C1")
    (claim,) = await store.outbox.claim("a", DUE, LEASE, HORIZON, 10)
    await store.subscriptions.end("T1", "C1", "off", DUE)
    assert not await store.outbox.begin(claim, DUE, LEASE)


async def test_many_claimers_never_share_a_claim(store: Store, url: str) -> None:
    await planned(store, *(f"C{n}" for n in range(60)))
    others = [open_store(url, Rates(team=dt.timedelta(0))) for _ in range(3)]

    async def take(owner: Store, name: str) -> list[str]:
        mine: list[str] = []
        while claims := await owner.outbox.claim(name, DUE, LEASE, HORIZON, 7):
            mine += [claim.id for claim in claims]
        return mine

    taken = await asyncio.gather(*(take(other, f"r{n}") for n, other in enumerate(others)))
    counts = Counter(one for part in taken for one in part)
    for other in others:
        await other.close()
    assert len(counts) == 60
    assert set(counts.values()) == {1}


async def test_posts_of_a_workspace_keep_their_distance_over_all_senders(store: Store, url: str) -> None:
    rates = Rates(team=dt.timedelta(seconds=0.5))
    await planned(store, *(f"C{n}" for n in range(12)))
    first, other = OutboxTable(store.database, rates), open_store(url, rates)
    claims = await first.claim("a", DUE, LEASE, HORIZON, 3)
    claims += await other.outbox.claim("b", DUE, LEASE, HORIZON, 10)
    moments = sorted(claim.send_at for claim in claims)
    assert moments == [DUE + n * rates.team for n in range(5)]  # up to the horizon of two seconds
    assert await first.claim("a", DUE, LEASE, HORIZON, 10) == []
    later = await first.claim("a", DUE + 2.5 * SECOND, LEASE, HORIZON, 1)
    assert [claim.send_at for claim in later] == [DUE + 2.5 * SECOND]
    await other.close()


async def test_a_spent_workspace_does_not_stand_in_the_way_of_another(store: Store) -> None:
    await planned(store, *(f"A{n}" for n in range(20)), team="T1")
    await planned(store, "Z1", team="T2")
    await store.outbox.hold("T1", "A1", DUE + HOUR)
    claims = await store.outbox.claim("a", DUE, LEASE, HORIZON, 5)
    assert [claim.channel for claim in claims] == ["Z1"]


async def test_a_channel_takes_one_message_a_second(store: Store) -> None:
    first = await store.outbox.reserve("T1", "C1", DUE)
    second = await store.outbox.reserve("T1", "C1", DUE)
    elsewhere = await store.outbox.reserve("T2", "C1", DUE)
    assert (first, second, elsewhere) == (DUE, DUE + SECOND, DUE)


async def test_a_hold_is_never_shortened(store: Store) -> None:
    await store.outbox.hold("T1", "C1", DUE + MINUTE)
    await store.outbox.hold("T1", "C1", DUE + SECOND)
    assert await store.outbox.reserve("T1", "C1", DUE) == DUE + MINUTE


async def test_a_retry_waits_for_its_time(store: Store) -> None:
    await planned(store, "C1")
    (claim,) = await store.outbox.claim("a", DUE, LEASE, HORIZON, 10)
    await store.outbox.again(claim, State.UNSURE, DUE + MINUTE, "timeout")
    assert await store.outbox.claim("a", DUE + MINUTE - SECOND, LEASE, HORIZON, 10) == []
    (again,) = await store.outbox.claim("a", DUE + MINUTE, LEASE, HORIZON, 10)
    assert again.state is State.UNSURE


async def test_a_note_is_left_once_and_is_no_digest(store: Store) -> None:
    for first in (True, False):
        left = await store.outbox.note("T1", "U1", "끝났습니다.", about="C1", day=DUE.date(), now=DUE)
        assert left is first
    (claim,) = await store.outbox.claim("a", DUE, LEASE, HORIZON, 10)
    assert (claim.kind, claim.channel) == (Kind.NOTE, "U1")
    assert await store.plans.runs() == []
