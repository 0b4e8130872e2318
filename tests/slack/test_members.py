"""Who is in a channel, and whose token the bot has."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.domain.errors import TelcoError
from bot.services.digest_values import RefusedError, UnsureError
from bot.slack.client import web_client
from bot.slack.members import NoBotError, OneWorkspace
from tests.slack.fake_slack import BOT, FakeSlack, JsonObject


class MemberSlack(FakeSlack):
    """Has channels whose members come in pages."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[list[str]] = []
        self.org = False

    def _answer(self, method: str) -> JsonObject:
        if method == "auth.test":
            return {**super()._answer(method), "is_enterprise_install": self.org}
        if method != "conversations.members":
            return super()._answer(method)
        asked = len(self.arguments(method)) - 1
        more = "next" if asked + 1 < len(self.pages) else ""
        return {"members": self.pages[asked], "response_metadata": {"next_cursor": more}}


@pytest.fixture
async def slack() -> AsyncIterator[MemberSlack]:
    async with MemberSlack() as fake:
        yield fake


@pytest.fixture
async def workspace(slack: MemberSlack) -> AsyncIterator[OneWorkspace]:
    async with aiohttp.ClientSession() as session:
        yield OneWorkspace(web_client("xoxb-test", slack.api_url, session))


@pytest.mark.parametrize(("user", "is_in"), [("U1", True), ("U9", False)])
async def test_members_are_looked_for_on_every_page(
    slack: MemberSlack, workspace: OneWorkspace, user: str, is_in: bool
) -> None:
    slack.pages = [["U2", BOT], ["U3"], ["U1"]]
    assert await workspace.is_member("T1", "C1", user) is is_in
    assert [each.get("cursor") for each in slack.arguments("conversations.members")] == [None, "next", "next"]


async def test_no_further_page_is_asked_for_once_both_are_found(
    slack: MemberSlack, workspace: OneWorkspace
) -> None:
    slack.pages = [["U1", BOT], ["U2"]]
    assert await workspace.is_member("T1", "C1", "U1")
    assert len(slack.arguments("conversations.members")) == 1


async def test_a_channel_without_the_bot_is_told_apart(slack: MemberSlack, workspace: OneWorkspace) -> None:
    slack.pages = [["U1"]]
    with pytest.raises(NoBotError, match="/invite"):
        await workspace.is_member("T1", "C1", "U1")


@pytest.mark.parametrize(
    ("code", "kind"), [("channel_not_found", NoBotError), ("internal_error", TelcoError)]
)
async def test_what_slack_refuses_is_said_to_the_person(
    slack: MemberSlack, workspace: OneWorkspace, code: str, kind: type[TelcoError]
) -> None:
    slack.errors["conversations.members"] = code
    with pytest.raises(kind) as caught:
        await workspace.is_member("T1", "C1", "U1")
    assert type(caught.value) is kind
    assert code not in str(caught.value)


async def test_nothing_is_sent_for_another_workspace(slack: MemberSlack, workspace: OneWorkspace) -> None:
    assert (await workspace.client_of("T1")).token == "xoxb-test"
    with pytest.raises(RefusedError):
        await workspace.client_of("T2")
    assert len(slack.arguments("auth.test")) == 1


async def test_the_token_of_an_organisation_is_for_all_its_workspaces(
    slack: MemberSlack, workspace: OneWorkspace
) -> None:
    slack.org = True
    assert (await workspace.client_of("T2")).token == "xoxb-test"


async def test_a_slack_that_does_not_say_who_the_bot_is_leaves_digests_open(
    slack: MemberSlack, workspace: OneWorkspace
) -> None:
    slack.errors["auth.test"] = "internal_error"
    with pytest.raises(UnsureError):
        await workspace.client_of("T1")
