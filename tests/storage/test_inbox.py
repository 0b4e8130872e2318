"""Events are stored once, run again after a crash, and forgotten in time."""

import asyncio
import datetime as dt

from bot.services.inbox_port import Event
from bot.storage.store import Store
from tests.storage.made import LEASE, NOW, SECOND

EVENT = Event("Ev1", "T1", {"type": "app_mention", "text": "KT는?"}, "T1/C1/1.1")


async def test_an_event_is_taken_once(store: Store) -> None:
    ticket = await store.inbox.receive(EVENT, NOW, LEASE)
    assert ticket is not None
    assert ticket.attempts == 1
    assert await store.inbox.receive(EVENT, NOW, LEASE) is None
    assert await store.inbox.done(ticket, "answered", NOW)
    assert await store.inbox.receive(EVENT, NOW + LEASE, LEASE) is None


async def test_deliveries_at_the_same_time_are_taken_once(store: Store) -> None:
    taken = await asyncio.gather(*(store.inbox.receive(EVENT, NOW, LEASE) for _ in range(8)))
    assert sum(ticket is not None for ticket in taken) == 1


async def test_a_mention_that_comes_as_two_events_is_taken_once(store: Store) -> None:
    assert await store.inbox.receive(EVENT, NOW, LEASE) is not None
    assert await store.inbox.receive(Event("Ev2", "T1", {}, EVENT.message), NOW, LEASE) is None
    assert await store.inbox.receive(Event("Ev3", "T1", {}), NOW, LEASE) is not None
    assert await store.inbox.receive(Event("Ev4", "T1", {}), NOW, LEASE) is not None


async def test_an_event_whose_listener_died_is_taken_again_with_its_body(store: Store) -> None:
    first = await store.inbox.receive(EVENT, NOW, LEASE)
    assert first is not None
    assert await store.inbox.overdue(NOW + LEASE - SECOND, LEASE, 10) == []
    (second,) = await store.inbox.overdue(NOW + LEASE, LEASE, 10)
    assert (second.event, second.attempts, second.received_at) == (EVENT, 2, NOW)
    assert await store.inbox.overdue(NOW + LEASE, LEASE, 10) == []
    assert not await store.inbox.done(first, "answered", NOW + LEASE)
    assert await store.inbox.done(second, "found", NOW + LEASE)
    assert await store.inbox.overdue(NOW + 9 * LEASE, LEASE, 10) == []


async def test_done_events_are_pruned_and_open_ones_kept(store: Store) -> None:
    ticket = await store.inbox.receive(EVENT, NOW, LEASE)
    assert ticket is not None
    await store.inbox.receive(Event("Ev9", "T1", {}), NOW, LEASE)
    await store.inbox.done(ticket, "answered", NOW)
    assert await store.inbox.prune(NOW + dt.timedelta(days=1)) == 1
    assert await store.inbox.receive(EVENT, NOW, LEASE) is not None
    assert await store.inbox.receive(Event("Ev9", "T1", {}), NOW, LEASE) is None
