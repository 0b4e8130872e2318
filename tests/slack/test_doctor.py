"""What telco doctor finds, and how it says to mend it."""

import pytest

from bot.slack.doctor import Check, examine
from bot.slack.manifest import BOT_SCOPES
from tests.slack.fake_slack import FakeSlack

SECRET = "0123456789abcdef0123456789abcdef"


def wrong(checks: list[Check]) -> list[str]:
    return [check.name for check in checks if check.ok is False]


async def test_all_is_well(slack: FakeSlack) -> None:
    slack.scopes = ", ".join(BOT_SCOPES)
    checks = await examine("xoxb-1", "xapp-1", SECRET, slack.api_url)
    assert [check.ok for check in checks] == [True] * 5
    assert [method for method, _ in slack.calls] == ["auth.test", "apps.connections.open"]


async def test_missing_scopes_are_named(slack: FakeSlack) -> None:
    slack.scopes = "chat:write,commands"
    checks = await examine("xoxb-1", "xapp-1", SECRET, slack.api_url)
    (check,) = [check for check in checks if check.ok is False]
    assert "app_mentions:read, assistant:write, channels:history" in check.detail
    assert "다시 설치" in check.mend


@pytest.mark.parametrize(
    ("method", "name"),
    [("auth.test", "SLACK_BOT_TOKEN"), ("apps.connections.open", "SLACK_APP_TOKEN")],
)
async def test_a_refused_token_is_named_with_slacks_word(slack: FakeSlack, method: str, name: str) -> None:
    slack.scopes = ",".join(BOT_SCOPES)
    slack.errors[method] = "invalid_auth"
    checks = await examine("xoxb-1", "xapp-1", SECRET, slack.api_url)
    (check,) = [check for check in checks if check.ok is False]
    assert (check.name, check.detail) == (name, "Slack의 답: invalid_auth")
    assert "다시 복사" in check.mend


async def test_an_unknown_error_is_shown_as_it_is(slack: FakeSlack) -> None:
    slack.errors["auth.test"] = "brand_new_error"
    checks = await examine("xoxb-1", "xapp-1", SECRET, slack.api_url)
    assert any("brand_new_error" in check.mend for check in checks)


async def test_an_address_that_nobody_answers_is_named() -> None:
    checks = await examine("xoxb-1", "", SECRET, "http://127.0.0.1:1/api/")
    assert wrong(checks) == ["연결"]
    assert "SLACK_API_URL" in next(check.mend for check in checks if check.name == "연결")


async def test_what_is_not_set_is_named(slack: FakeSlack) -> None:
    assert wrong(await examine("", "", "", slack.api_url)) == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "SLACK_SIGNING_SECRET",
    ]


async def test_one_way_to_hear_from_slack_is_enough(slack: FakeSlack) -> None:
    slack.scopes = ",".join(BOT_SCOPES)
    assert wrong(await examine("xoxb-1", "xapp-1", "", slack.api_url)) == []
    assert wrong(await examine("xoxb-1", "", SECRET, slack.api_url)) == []


async def test_a_signing_secret_of_another_form_is_named(slack: FakeSlack) -> None:
    slack.scopes = ",".join(BOT_SCOPES)
    assert wrong(await examine("xoxb-1", "xapp-1", "secret", slack.api_url)) == ["SLACK_SIGNING_SECRET"]
