"""The installed bot, run as an operator does and driven from outside."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from slack_sdk.signature import SignatureVerifier

from bot.playground.model import Message
from bot.playground.server import PlaygroundServer
from bot.settings import Settings
from bot.slack.manifest import content

ROOT = Path(__file__).parents[2]
TELCO = [sys.executable, "-c", "from bot.cli import main; main()"]
SECRET = "0123456789abcdef0123456789abcdef"
PATIENCE = 30
CHANNEL, PERSON, DIRECT = "C0CHANNEL1", "U0PERSON01", "D0DIRECT01"
"""Of the local workspace."""


def environment(**values: str) -> dict[str, str]:
    """This process's environment without any setting of the bot but ``values``."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return {**kept, "PYTHONPATH": str(ROOT), "DATABASE_URL": "sqlite:///telco.db", **values}


async def telco(tmp_path: Path, *arguments: str, **values: str) -> tuple[int | None, str, str]:
    """Runs a command to its end: exit status, standard output, standard error."""
    process = await start(tmp_path, *arguments, **values)
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    return process.returncode, out.decode(), err.decode()


async def start(tmp_path: Path, *arguments: str, **values: str) -> Process:
    return await asyncio.create_subprocess_exec(
        *TELCO, *arguments, cwd=tmp_path, env=environment(**values), stdout=PIPE, stderr=PIPE
    )


@asynccontextmanager
async def running(tmp_path: Path, *arguments: str, **values: str) -> AsyncIterator[tuple[Process, str]]:
    """``telco run`` with the first line that it prints; killed at the end unless it has ended."""
    process = await start(tmp_path, "run", *arguments, **values)
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        if not line:
            _, err = await process.communicate()
            pytest.fail(err.decode())
        yield process, line.decode()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(process: Process, number: signal.Signals) -> int:
    process.send_signal(number)
    return await asyncio.wait_for(process.wait(), PATIENCE)


async def until(look: Callable[[], Any]) -> Any:
    """What ``look`` returns as soon as it is true."""
    async with asyncio.timeout(PATIENCE):
        while not (found := look()):  # noqa: ASYNC110 (another process acts; there is no event)
            await asyncio.sleep(0.02)
    return found


def from_bot(server: PlaygroundServer, channel: str, *, ephemeral: bool = False) -> list[Message]:
    workspace = server.workspace
    messages = workspace.messages(workspace.channel(channel), ephemeral=ephemeral)
    return [message for message in messages if message.user == workspace.app.bot_user_id and message.blocks]


async def reply_to(server: PlaygroundServer, text: str, thread: str | None = None) -> Message:
    """Says ``text`` in the channel and waits for the bot's next message there."""
    before = len(from_bot(server, CHANNEL))
    await server.people.enter(PERSON, CHANNEL, text, thread)
    return (await until(lambda: from_bot(server, CHANNEL)[before:]))[0]


def press(server: PlaygroundServer, message: Message, action: str) -> Awaitable[None]:
    """Presses the first button of the message whose action_id begins with ``action``."""
    rows = [block for block in message.blocks if block["type"] == "actions"]
    row, button = next((r, e) for r in rows for e in r["elements"] if e["action_id"].startswith(action))
    source = {"channel": message.channel, "ts": message.ts}
    return server.people.act(PERSON, source, row["block_id"], button["action_id"], {"value": button["value"]})


def buttons(blocks: list[dict[str, Any]]) -> list[str]:
    rows = [block for block in blocks if block["type"] == "actions"]
    return [each["text"]["text"] for row in rows for each in row["elements"] if each["type"] == "button"]


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer(manifest=content(), bot_token="xoxb-t", app_token="xapp-t") as running_server:
        yield running_server


@pytest.fixture
def tokens(server: PlaygroundServer) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": server.bot_token,
        "SLACK_APP_TOKEN": server.app_token,
        "SLACK_API_URL": server.api_url,
    }


async def test_in_socket_mode_the_bot_answers_everywhere(
    tmp_path: Path, server: PlaygroundServer, tokens: dict[str, str]
) -> None:
    async with running(tmp_path, **tokens) as (process, line):
        assert "연결했습니다" in line
        assert process.stderr is not None
        answer = await reply_to(server, "@telco KT가 MS와 손잡고 얼마를 투자하나")
        assert "2조 4천억 원" in answer.text
        assert "rich_text_quote" in str(answer.blocks)
        asked = server.workspace.messages(server.workspace.channel(CHANNEL))[0]
        assert answer.thread_ts == asked.ts
        follow_up = await reply_to(server, "@telco 언제 체결했어?", answer.thread_ts)
        assert follow_up.thread_ts == asked.ts

        await server.people.enter(PERSON, CHANNEL, "/telco 익시오")
        (private,) = await until(
            lambda: [m for m in from_bot(server, CHANNEL, ephemeral=True) if m.ephemeral_for]
        )
        before = len(from_bot(server, CHANNEL))
        await press(server, private, "share")
        shared = (await until(lambda: from_bot(server, CHANNEL)[before:]))[0]
        assert shared.text.startswith(f"<@{PERSON}> 님이 공유했습니다.")

        await server.people.enter(PERSON, DIRECT, "SKT 데이터센터")
        direct = (await until(lambda: from_bot(server, DIRECT)))[0]
        assert direct.thread_ts is None

        server.people.open_app(PERSON, "home")
        home = await until(lambda: server.workspace.views.homes.get(PERSON))
        assert "KT" in buttons(home.content["blocks"])
        assert await ended(process, signal.SIGTERM) == 0
        log = (await process.stderr.read()).decode()
        assert "WARNING" not in log
        assert "ERROR" not in log


async def test_in_http_mode_the_bot_answers_signed_requests(
    tmp_path: Path, server: PlaygroundServer, tokens: dict[str, str]
) -> None:
    values = {**tokens, "SLACK_SIGNING_SECRET": SECRET}
    async with running(tmp_path, "--http", "--port", "0", **values) as (process, line):
        endpoint = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        channel = server.workspace.channel(CHANNEL)
        asked = server.workspace.post(channel, PERSON, "<@U0TELCOBOT> KT 투자")
        event = {
            "type": "app_mention",
            "user": PERSON,
            "channel": CHANNEL,
            "ts": asked.ts,
            "text": asked.text,
        }
        body = httpx.Request(
            "POST", endpoint, json={"type": "event_callback", "event_id": "E", "event": event}
        ).content
        stamp = str(int(server.workspace.clock()))
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body) or ""
        headers = {"x-slack-request-timestamp": stamp, "x-slack-signature": signature}
        async with httpx.AsyncClient(headers={"content-type": "application/json"}) as http:
            assert (await http.post(endpoint, content=body)).status_code == 401
            assert (await http.post(endpoint, content=body, headers=headers)).status_code == 200
            assert (await http.get(endpoint.replace("/slack/events", "/healthz"))).status_code == 200
        (answer,) = await until(lambda: from_bot(server, CHANNEL))
        assert answer.thread_ts == asked.ts
        assert await ended(process, signal.SIGTERM) == 0


async def test_without_tokens_a_local_workspace_opens(tmp_path: Path) -> None:
    async with running(tmp_path, "--no-browser") as (process, line):
        address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        async with httpx.AsyncClient() as http:
            assert (await http.get(address)).status_code == 200
        assert await ended(process, signal.SIGINT) == 0


@pytest.mark.parametrize(
    ("wrong", "arguments"),
    [
        ({"SLACK_APP_TOKEN": "xapp-wrong"}, []),
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, []),
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, ["--http", "--port", "0"]),
    ],
)
async def test_a_refused_token_ends_with_advice(
    tmp_path: Path, tokens: dict[str, str], wrong: dict[str, str], arguments: list[str]
) -> None:
    values = {**tokens, "SLACK_SIGNING_SECRET": SECRET, **wrong}
    status, _, err = await telco(tmp_path, "run", *arguments, **values)
    assert status == 1
    assert err.splitlines()[-1].startswith(f"{next(iter(wrong))}: ")
    assert "Traceback" not in err


async def test_an_address_in_use_ends_with_advice(tmp_path: Path) -> None:
    values = {"SLACK_BOT_TOKEN": "xoxb-t", "SLACK_SIGNING_SECRET": SECRET}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for arguments, tokens in (
            (("--http", "--port", port), values),
            (("--no-browser", "--port", port), {}),
        ):
            status, _, err = await telco(tmp_path, "run", *arguments, **tokens)
            assert (status, port in err, "Traceback" in err) == (1, True, False)


async def test_half_set_tokens_and_wrong_values_end_with_advice(tmp_path: Path) -> None:
    status, _, err = await telco(tmp_path, "run", SLACK_BOT_TOKEN="xoxb-t")
    assert (status, "SLACK_APP_TOKEN" in err, "Traceback" in err) == (1, True, False)
    status, _, err = await telco(tmp_path, "run", LOG_LEVEL="LOUD")
    assert (status, "LOG_LEVEL" in err, "Traceback" in err) == (1, True, False)


async def test_the_manifest_is_printed_as_yaml(tmp_path: Path) -> None:
    status, out, _ = await telco(tmp_path, "manifest", "--http", "https://bot.example")
    assert status == 0
    assert yaml.safe_load(out) == content("https://bot.example")


async def test_the_doctor_finds_all_well(tmp_path: Path, tokens: dict[str, str]) -> None:
    status, out, err = await telco(tmp_path, "doctor", **tokens)
    assert (status, err) == (0, ""), out
    assert "✗" not in out


async def test_the_doctor_says_how_to_mend_a_refused_token(tmp_path: Path, tokens: dict[str, str]) -> None:
    status, out, _ = await telco(tmp_path, "doctor", **{**tokens, "SLACK_BOT_TOKEN": "xoxb-wrong"})
    assert status == 1
    assert "✗ SLACK_BOT_TOKEN: Slack의 답: invalid_auth\n  → " in out
