"""The installed bot sends digests, and the commands for operators tell what it did."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.server import PlaygroundServer
from tests.cli.test_serve import (
    CHANNEL,
    DIRECT,
    PERSON,
    ended,
    reply_to,
    running,
    server,  # noqa: F401 (a fixture)
    telco,
    tokens,  # noqa: F401 (a fixture)
    until,
)
from tests.storage.postgres import PostgresServer

TEAM = "T0PLAYGRND"


def digests(slack: PlaygroundServer, channel: str = CHANNEL) -> list[str]:
    """The ``ts`` of every digest in the channel; what else is posted once is a reply in a thread."""
    found = slack.workspace.messages(slack.workspace.channel(channel))
    return [message.ts for message in found if message.metadata and not message.is_reply]


async def test_what_the_bot_sent_is_listed_with_its_ts(
    tmp_path: Path,
    server: PlaygroundServer,  # noqa: F811
    tokens: dict[str, str],  # noqa: F811
) -> None:
    async with running(tmp_path, **tokens) as (process, _):
        await server.people.enter(PERSON, CHANNEL, "/telco 다이제스트 켜기 07:10 평일 KT")
        await until(lambda: server.workspace.messages(server.workspace.channel(CHANNEL)))
        await server.people.enter(PERSON, CHANNEL, "/telco 다이제스트 지금")
        (ts,) = await until(lambda: digests(server))
        status, out, _ = await telco(tmp_path, "digest", "list", "--json")  # while the bot is running
        assert status == 0
        (subscription,) = map(json.loads, out.splitlines())
        assert (subscription["team"], subscription["channel"]) == (TEAM, CHANNEL)
        assert (subscription["at"], subscription["days"], subscription["companies"]) == (
            "07:10",
            [0, 1, 2, 3, 4],
            ["kt"],
        )
        assert await ended(process, signal.SIGTERM) == 0
    _, out, _ = await telco(tmp_path, "digest", "runs", "--json")
    (run,) = [run for run in map(json.loads, out.splitlines()) if run["state"] == "posted"]
    assert (run["team"], run["channel"], run["ts"], run["attempts"]) == (TEAM, CHANNEL, ts, 1)


async def test_a_digest_whose_sender_was_killed_is_not_posted_again_when_asked_for(
    tmp_path: Path,
    server: PlaygroundServer,  # noqa: F811
    tokens: dict[str, str],  # noqa: F811
) -> None:
    server.faults.set({"lost_responses": 1, "methods": ("chat.postMessage",)})
    async with running(tmp_path, **tokens) as (process, _):
        await server.people.enter(PERSON, CHANNEL, "/telco 다이제스트 지금")
        await until(lambda: digests(server))
        assert await ended(process, signal.SIGKILL) == -signal.SIGKILL
    async with running(tmp_path, **tokens) as (process, _):
        await server.people.enter(PERSON, CHANNEL, "/telco 다이제스트 지금")
        await until(
            lambda: len(server.workspace.messages(server.workspace.channel(CHANNEL), ephemeral=True)) > 2
        )
        assert len(digests(server)) == 1
        assert await ended(process, signal.SIGTERM) == 0


@pytest.fixture
def postgres() -> Iterator[PostgresServer]:
    made = PostgresServer()
    made.start()
    yield made
    made.remove()


async def test_two_replicas_outlive_a_restart_of_postgresql(
    tmp_path: Path,
    server: PlaygroundServer,  # noqa: F811
    tokens: dict[str, str],  # noqa: F811
    postgres: PostgresServer,
) -> None:
    values = {**tokens, "DATABASE_URL": postgres.create("bot")}
    async with running(tmp_path, **values) as (one, _), running(tmp_path, **values) as (other, _):
        await server.people.enter(PERSON, CHANNEL, "/telco 다이제스트 지금")
        await until(lambda: digests(server))
        postgres.stop()
        assert (await reply_to(server, "@telco KT 투자")).text  # from memory alone
        postgres.start()
        await server.people.enter(PERSON, DIRECT, "/telco 다이제스트 지금")
        await until(lambda: digests(server, DIRECT))
        for process in (one, other):
            assert await ended(process, signal.SIGTERM) == 0
    assert (len(digests(server)), len(digests(server, DIRECT))) == (1, 1)


async def test_the_local_workspace_leaves_the_database_of_the_settings_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    async with running(tmp_path, "--no-browser") as (process, _):
        assert list(folder.rglob("telco.db"))
        assert await ended(process, signal.SIGTERM) == 0
    assert not (tmp_path / "telco.db").exists()
    assert list(folder.iterdir()) == []
