"""Questions survive the listener and the process that took them up, and are answered once."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.services.digest_values import StoreUnavailableError
from bot.services.inbox_port import Event, Ticket
from bot.services.reply_once import LEASE, TRIES, ReplyOnce
from bot.slack import durable as module
from bot.slack.app import build_app
from bot.slack.blocks import Message
from bot.slack.client import web_client
from bot.slack.digest_messenger import EVENT_TYPE, OnceMessenger
from bot.slack.durable import Durable
from bot.slack.in_flight import InFlight
from bot.storage.inbox import InboxTable
from bot.storage.store import Store, open_store
from tests.services.fakes import FakeClock
from tests.slack.conftest import Conversation
from tests.slack.fake_slack import FakeSlack
from tests.slack.payloads import Payload, direct, event, mention
from tests.slack.replies import FakeAsks


class Bench:
    """Starts the bot as often as a test wants, over one store."""

    def __init__(self, store: Store, slack: FakeSlack, asks: FakeAsks, client: AsyncWebClient) -> None:
        self.clock = FakeClock(dt.datetime.now(dt.UTC))
        self.inbox: Any = store.inbox
        self.slack = slack
        self._asks = asks
        self._client = client

    def start(self) -> Conversation:
        """Another process of the bot."""
        in_flight = InFlight()
        app = build_app(self._asks, self._client, in_flight=in_flight, durable=Durable(self.replies()))
        return Conversation(app, self.slack, self._asks, in_flight)

    def replies(self) -> ReplyOnce:
        async def client_of(_: str) -> AsyncWebClient:
            return self._client

        return ReplyOnce(self.inbox, OnceMessenger(client_of), self.clock)

    async def died(self, payload: Payload) -> None:
        """A process took the question up and died before it answered; its lease is over."""
        asked = payload["event"]
        key = f"T1/{asked['channel']}/{asked['ts']}"
        assert await self.replies().take(Event(payload["event_id"], "T1", payload, key))
        self.clock.moment += LEASE

    async def rerun(self, bot: Conversation) -> None:
        """What the bot does every few seconds, once."""
        in_flight: Any = bot._in_flight
        stop = asyncio.Event()
        task = asyncio.create_task(Durable(self.replies()).rerun(bot.app, stop))
        await asyncio.sleep(0)  # it begins, and then looks once
        stop.set()
        await task
        assert await in_flight.drained(5)


@pytest.fixture
async def bench(tmp_path: Path, slack: FakeSlack, asks: FakeAsks) -> AsyncIterator[Bench]:
    store = open_store(f"sqlite:///{tmp_path / 'telco.db'}")
    async with aiohttp.ClientSession() as session:
        yield Bench(store, slack, asks, web_client("xoxb-test", slack.api_url, session))
    await store.close()


@pytest.mark.parametrize(("ask", "channel"), [(mention, "C1"), (direct, "D1")])
async def test_a_question_is_answered_once_also_after_a_restart(
    bench: Bench, ask: Callable[[], Payload], channel: str
) -> None:
    payload = ask()
    for bot in (bench.start(), bench.start()):
        for _ in range(2):
            response = await bot.deliver(payload)
            assert response.status == 200
    (post,) = bench.slack.posts()
    assert post["channel"] == channel
    assert payload["event_id"] in str(post["metadata"])
    bench.clock.move(hours=1)
    await bench.rerun(bench.start())
    assert len(bench.slack.posts()) == 1


@pytest.mark.parametrize("ask", [mention, direct])
async def test_a_question_whose_process_died_is_answered_later(
    bench: Bench, ask: Callable[[], Payload]
) -> None:
    await bench.died(ask())
    await bench.rerun(bench.start())
    assert len(bench.slack.posts()) == 1
    bench.clock.move(hours=1)
    await bench.rerun(bench.start())
    assert len(bench.slack.posts()) == 1


async def test_a_reply_that_was_posted_already_is_not_posted_again(bench: Bench) -> None:
    payload = mention()
    metadata = {"event_type": EVENT_TYPE, "event_payload": {"id": payload["event_id"]}}
    bench.slack.messages = [{"ts": "5.5", "metadata": metadata}]
    await bench.died(payload)
    await bench.rerun(bench.start())
    assert bench.slack.posts() == []
    bench.clock.move(hours=1)
    assert await bench.inbox.overdue(bench.clock(), LEASE, 10) == []


async def test_a_reply_refused_for_its_rate_comes_later(bench: Bench) -> None:
    bench.slack.limited.add("chat.postMessage")
    bot = bench.start()
    await bot.deliver(mention())
    assert len(bench.slack.posts()) == 1  # refused
    bench.clock.move(seconds=1)
    await bench.rerun(bot)
    assert len(bench.slack.posts()) == 2


async def test_a_reply_that_slack_keeps_refusing_is_given_up(bench: Bench) -> None:
    bench.slack.errors["chat.postMessage"] = "msg_blocks_too_long"
    bot = bench.start()
    await bot.deliver(mention())
    for _ in range(TRIES + 3):
        bench.clock.move(minutes=2)
        await bench.rerun(bot)
    assert len(bench.slack.posts()) == TRIES


async def test_a_fault_is_apologised_for_once(bench: Bench, asks: FakeAsks) -> None:
    asks.reply = RuntimeError("broken")
    bot = bench.start()
    await bot.deliver(mention())
    assert "죄송합니다" in bench.slack.posts()[0]["text"]
    bench.clock.move(hours=1)
    await bench.rerun(bot)
    assert len(bench.slack.posts()) == 1


async def test_an_answer_waits_for_its_turn(bench: Bench) -> None:
    turns: list[tuple[str, str, int]] = []

    async def turn(team: str, channel: str) -> None:
        turns.append((team, channel, len(bench.slack.posts())))

    ticket = await bench.replies().take(Event("Ev1", "T1", {}, "T1/C1/1.1"))
    assert ticket
    await Durable(bench.replies(), turn).post(ticket, "C1", None, Message("답", ()))
    assert (turns, len(bench.slack.posts())) == ([("T1", "C1", 0)], 1)


async def test_what_is_no_question_is_not_stored(bench: Bench) -> None:
    bot = bench.start()
    await bot.deliver(event("app_home_opened", tab="home"))
    await bot.deliver(direct(bot_id="B1"))
    bench.clock.move(hours=1)
    assert await bench.inbox.overdue(bench.clock(), LEASE, 10) == []


class _Away:
    """An inbox whose database is away."""

    async def receive(self, *_: object) -> Ticket | None:
        raise StoreUnavailableError("away")


class _Slow:
    """An inbox whose database is slow, over a real one."""

    def __init__(self, inbox: InboxTable) -> None:
        self._inbox = inbox
        self.go = asyncio.Event()

    async def receive(self, *arguments: Any) -> Ticket | None:
        await self.go.wait()
        return await self._inbox.receive(*arguments)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inbox, name)


async def test_without_the_database_questions_are_answered_all_the_same(bench: Bench) -> None:
    bench.inbox = _Away()
    bot, payload = bench.start(), mention()
    await bot.deliver(payload)
    await bot.deliver(payload)
    assert len(bench.slack.posts()) == 1


async def test_a_slow_database_delays_no_acknowledgement_and_doubles_no_answer(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STORE_SECONDS", 0.01)
    real, slow = bench.inbox, _Slow(bench.inbox)
    bench.inbox = slow
    bot = bench.start()
    await bot.deliver(mention())
    assert len(bench.slack.posts()) == 1
    slow.go.set()
    bench.inbox = real
    async with asyncio.timeout(10):
        while not await _done(real):  # noqa: ASYNC110 (nobody tells when the late one is closed)
            await asyncio.sleep(0.01)
    bench.clock.move(hours=1)
    await bench.rerun(bot)
    assert len(bench.slack.posts()) == 1


async def _done(inbox: InboxTable) -> bool:
    """True once there is a closed event: pruning all closed ones removes one."""
    return await inbox.prune(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)) > 0
