"""The one workspace that a bot token belongs to: its client, and who is in its channels."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import TelcoError
from bot.services.digest_values import RefusedError, UnsureError
from bot.slack import texts
from bot.slack.client import UNREACHABLE, error_code

NOT_THERE = frozenset({"channel_not_found", "not_in_channel"})
"""What conversations.members answers for a private conversation without the bot."""
_PAGE = 1000


class NoBotError(TelcoError):
    """The bot is not in the channel; the message is Korean, for the person."""

    def __init__(self) -> None:
        super().__init__(texts.DIGEST_NO_BOT)


class OneWorkspace:
    """Asks Slack once who the bot is, when that is first needed."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._identity: Mapping[str, Any] | None = None

    async def client_of(self, team: str) -> AsyncWebClient:
        """The client for ``team``. Raises RefusedError for another workspace than the token's."""
        try:
            identity = await self._who()
        except (SlackApiError, *UNREACHABLE) as error:
            raise UnsureError("auth.test") from error
        if identity.get("team_id") != team and not identity.get("is_enterprise_install"):
            raise RefusedError("another workspace")
        return self._client

    async def own_client(self, _team: str) -> AsyncWebClient:
        """The client for what answers Slack: an event that came here is answered from here.

        Its team may be another one where a channel is shared (docs.slack.dev/apis/slack-connect).
        """
        return self._client

    async def is_member(self, team: str, channel: str, user: str) -> bool:
        """Fulfils services.digest_ports.Membership.

        Raises NoBotError where the bot is not in the channel, TelcoError where Slack does not tell.
        """
        try:
            wanted = {user, str((await self._who())["user_id"])}
            missing = await self._missing(channel, wanted)
        except SlackApiError as error:
            if error_code(error) in NOT_THERE:
                raise NoBotError from None
            raise TelcoError(texts.DIGEST_UNREACHABLE) from error
        except UNREACHABLE as error:
            raise TelcoError(texts.DIGEST_UNREACHABLE) from error
        if missing - {user}:
            raise NoBotError
        return not missing

    async def _missing(self, channel: str, wanted: set[str]) -> set[str]:
        """Who of ``wanted`` is not in the channel."""
        cursor = ""
        while wanted:
            more = {"cursor": cursor} if cursor else {}
            page = await self._client.conversations_members(channel=channel, limit=_PAGE, **more)
            wanted = wanted - set(page.get("members") or ())
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        return wanted

    async def _who(self) -> Mapping[str, Any]:
        if self._identity is None:
            answer = await self._client.auth_test()
            self._identity = {
                name: answer.get(name) for name in ("team_id", "user_id", "is_enterprise_install")
            }
        return self._identity
