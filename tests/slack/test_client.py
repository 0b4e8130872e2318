"""The Web API client: kept connections, and no proxy for this machine's own addresses."""

import aiohttp
import pytest

from bot.domain.errors import TelcoError
from bot.settings import SLACK_API
from bot.slack.client import confirm_token, is_local, web_client
from tests.slack.fake_slack import FakeSlack


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8000/api/", True),
        ("http://localhost/api/", True),
        ("http://[::1]:8000/", True),
        (SLACK_API, False),
        ("http://10.0.0.1/", False),
        ("http://127.0.0.1.evil.example/", False),
    ],
)
async def test_the_environments_proxy_is_for_the_world_alone(
    monkeypatch: pytest.MonkeyPatch, url: str, local: bool
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    async with aiohttp.ClientSession() as session:
        assert is_local(url) is local
        assert web_client("xoxb-1", url, session).proxy == (None if local else "http://proxy.example:3128")


async def test_a_token_that_slack_does_not_know_ends_the_start(slack: FakeSlack) -> None:
    slack.errors["auth.test"] = "token_revoked"
    async with aiohttp.ClientSession() as session:
        with pytest.raises(TelcoError, match="SLACK_BOT_TOKEN: 취소된"):
            await confirm_token(web_client("xoxb-1", slack.api_url, session))


@pytest.mark.parametrize("error", ["", "fatal_error", "ratelimited"])
async def test_what_may_pass_does_not_end_the_start(slack: FakeSlack, error: str) -> None:
    if error:
        slack.errors["auth.test"] = error
    async with aiohttp.ClientSession() as session:
        await confirm_token(web_client("xoxb-1", slack.api_url, session))
        await confirm_token(web_client("xoxb-1", "http://127.0.0.1:1/api/", session))
