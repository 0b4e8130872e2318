"""Subscriptions are kept, replaced and ended."""

import dataclasses
import datetime as dt

from bot.storage.store import Store
from tests.storage.made import HOUR, LATEST, NOW, make, subscription


async def test_a_subscription_comes_back_as_it_was_put(store: Store) -> None:
    one = subscription(days=frozenset({0, 2, 4}), zone="America/New_York", at=dt.time(7, 5))
    await store.subscriptions.put(one, NOW)
    assert await store.subscriptions.get("T1", "C1") == one
    assert await store.subscriptions.get("T2", "C1") is None


async def test_the_channels_newest_wish_replaces_the_older(store: Store) -> None:
    await store.subscriptions.put(subscription(), NOW)
    later = subscription(at=dt.time(18))
    await store.subscriptions.put(later, NOW)
    assert await store.subscriptions.active() == [later]


async def test_what_has_ended_is_gone_until_it_is_set_again(store: Store) -> None:
    await store.subscriptions.put(subscription(), NOW)
    assert await store.subscriptions.end("T1", "C1", "off", NOW)
    assert not await store.subscriptions.end("T1", "C1", "off", NOW)
    assert await store.subscriptions.active() == []
    assert await store.plans.plan(NOW, NOW + 48 * HOUR, LATEST, make, 10) == 0
    await store.subscriptions.put(subscription(), NOW)
    assert await store.subscriptions.get("T1", "C1") == subscription()


async def test_a_change_takes_back_what_is_planned_but_not_what_was_posted(store: Store) -> None:
    await store.subscriptions.put(subscription(), NOW)
    due = subscription().next_due
    await store.plans.plan(due, due, LATEST, make, 10)
    assert len(await store.plans.runs()) == 1
    await store.subscriptions.end("T1", "C1", "off", due)
    assert await store.plans.runs() == []


async def test_what_a_person_set_is_found_up_to_a_number(store: Store) -> None:
    for channel in ("C3", "C1", "C2"):
        await store.subscriptions.put(subscription(channel), NOW)
    await store.subscriptions.put(subscription("C4", team="T2"), NOW)
    await store.subscriptions.put(dataclasses.replace(subscription("C5"), set_by="U2"), NOW)
    await store.subscriptions.end("T1", "C1", "off", NOW)
    found = await store.subscriptions.of_person("T1", "U1", 10)
    assert [one.channel for one in found] == ["C2", "C3"]
    assert [one.channel for one in await store.subscriptions.of_person("T1", "U1", 1)] == ["C2"]
