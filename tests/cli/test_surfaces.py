"""The installed bot over Socket Mode and over HTTP, driven through the local Slack from outside."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.model import Message
from bot.playground.server import PlaygroundServer
from bot.slack.manifest import content
from tests.cli.test_serve import CHANNEL, PERSON, SECRET, buttons, from_bot, press, reply_to, running, until


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(params=["socket", "http"])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[PlaygroundServer]:
    """The local Slack with the installed bot behind it, connected in one of the two ways."""
    port = free_port()
    by_http = request.param == "http"
    url = f"http://127.0.0.1:{port}/slack/events" if by_http else ""
    slack = PlaygroundServer(
        manifest=content(f"http://127.0.0.1:{port}") if by_http else content(),
        request_url=url,
        bot_token="xoxb-t",
        app_token="xapp-t",
        signing_secret=SECRET,
    )
    settings = {"SLACK_BOT_TOKEN": "xoxb-t", "TELCO_CURATORS": PERSON}
    async with slack:
        settings["SLACK_API_URL"] = slack.api_url
        if by_http:
            arguments = ["--http", "--port", str(port)]
            settings["SLACK_SIGNING_SECRET"] = SECRET
        else:
            arguments = []
            settings["SLACK_APP_TOKEN"] = "xapp-t"
        async with running(tmp_path, *arguments, **settings):
            yield slack


async def private(server: PlaygroundServer, holding: str) -> Message:
    """The private message of the bot that holds a text, once it is there."""

    def look() -> Message | None:
        found = [m for m in from_bot(server, CHANNEL, ephemeral=True) if m.ephemeral_for]
        return next((m for m in found if holding in m.text), None)

    message: Message = await until(look)
    return message


async def test_every_surface_answers(server: PlaygroundServer) -> None:
    answer = await reply_to(server, "@telco KT가 MS와 손잡고 얼마를 투자하나")
    assert "2조 4천억 원" in answer.text
    follow_up = await reply_to(server, "@telco 언제 체결했어?", answer.thread_ts)
    assert follow_up.thread_ts == answer.thread_ts

    await server.people.enter(PERSON, CHANNEL, "/telco 익시오 가입자 수")
    related = await private(server, "기사에 없습니다")
    await press(server, related, "curate")
    await private(server, "담당자에게 질문을 남겼습니다.")

    await server.people.enter(PERSON, CHANNEL, "/telco 도움말")
    await press(server, await private(server, "질문: 도움말"), "ask:0")
    await private(server, "KT 관련 사실")

    server.people.open_app(PERSON, "home")
    home = await until(lambda: server.workspace.views.homes.get(PERSON))
    assert buttons(home.content["blocks"]) == ["SKT", "KT", "LG유플러스", "다이제스트 받기"]
    assert "익시오 가입자 수" in str(home.content)
    server.people.open_app(PERSON, "messages")
    prompts = await until(lambda: server.workspace.prompts)
    assert len(next(iter(prompts.values()))["prompts"]) == 4
