"""The installed bot sends digests, and the commands for operators tell what it did."""

import json
import signal
from pathlib import Path

import pytest

from bot.playground.server import PlaygroundServer
from tests.cli.test_serve import (
    CHANNEL,
    PERSON,
    ended,
    running,
    server,  # noqa: F401 (a fixture)
    telco,
    tokens,  # noqa: F401 (a fixture)
    until,
)

TEAM = "T0PLAYGRND"


def digests(slack: PlaygroundServer) -> list[str]:
    """The ``ts`` of every digest in the channel."""
    found = slack.workspace.messages(slack.workspace.channel(CHANNEL))
    return [message.ts for message in found if message.metadata]


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
