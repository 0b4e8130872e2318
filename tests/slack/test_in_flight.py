"""A shutdown waits for what is under way, but not for ever."""

import asyncio

from bot.slack.in_flight import InFlight


async def test_nothing_under_way_is_drained_at_once() -> None:
    assert await InFlight().drained(5)


async def test_work_under_way_is_waited_for() -> None:
    in_flight, released = InFlight(), asyncio.Event()

    async def work() -> None:
        async with in_flight:
            await released.wait()

    working = asyncio.create_task(work())
    await asyncio.sleep(0)
    assert not await in_flight.drained(0.01)
    released.set()
    assert await in_flight.drained(5)
    await working


async def test_work_that_fails_does_not_hold_up_the_shutdown() -> None:
    in_flight = InFlight()
    try:
        async with in_flight:
            raise ValueError
    except ValueError:
        pass
    assert await in_flight.drained(5)
