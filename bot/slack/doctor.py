"""Checks the way to Slack step by step, and says in Korean how to mend what is wrong."""

import re
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.slack.advice import advice
from bot.slack.client import UNREACHABLE, error_code, web_client
from bot.slack.manifest import BOT_SCOPES

_HOW = {
    "SLACK_BOT_TOKEN": "앱 설정 > OAuth & Permissions의 Bot User OAuth Token을 .env에 적으십시오.",
    "SLACK_APP_TOKEN": "앱 설정 > Basic Information > App-Level Tokens에서 connections:write로 만드십시오.",
    "SLACK_SIGNING_SECRET": "앱 설정 > Basic Information의 Signing Secret을 .env에 적으십시오.",
}
_SECRET_SHAPE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Check:
    """One thing looked at: ``ok`` None where it was not needed, ``mend`` what to do where it is wrong."""

    name: str
    ok: bool | None
    detail: str
    mend: str = ""


async def examine(bot_token: str, app_token: str, signing_secret: str, api_url: str) -> list[Check]:
    """Looks at everything in order; an empty string stands for what is not set."""
    async with aiohttp.ClientSession() as session:
        checks = await _bot(bot_token, api_url, session)
        checks.append(await _socket(app_token, bool(signing_secret), api_url, session))
    return [*checks, _signing(signing_secret, bool(app_token))]


async def _bot(token: str, api_url: str, session: aiohttp.ClientSession) -> list[Check]:
    if not token:
        return [Check("SLACK_BOT_TOKEN", False, "값이 없습니다.", _HOW["SLACK_BOT_TOKEN"])]
    try:
        response = await web_client(token, api_url, session).auth_test()
    except SlackApiError as error:
        return [_reached(api_url), _refused("SLACK_BOT_TOKEN", error)]
    except UNREACHABLE as error:
        return [_unreachable(api_url, error)]
    who = Check("SLACK_BOT_TOKEN", True, f"{response.get('team')}의 {response.get('user')}")
    return [_reached(api_url), who, _scopes(response.headers.get("x-oauth-scopes"))]


def _scopes(header: str | None) -> Check:
    if header is None:
        mend = "SLACK_API_URL이 Slack의 주소인지 확인하십시오."
        return Check("봇 범위", False, "Slack이 범위를 알려 주지 않았습니다.", mend)
    granted = {scope.strip() for scope in header.split(",")}
    missing = [scope for scope in BOT_SCOPES if scope not in granted]
    if missing:
        mend = "앱 설정 > OAuth & Permissions > Bot Token Scopes에 더하고 앱을 다시 설치하십시오."
        return Check("봇 범위", False, f"없는 범위: {', '.join(missing)}", mend)
    return Check("봇 범위", True, f"{len(BOT_SCOPES)}개 모두 있습니다.")


async def _socket(token: str, http: bool, api_url: str, session: aiohttp.ClientSession) -> Check:
    if not token:
        detail = "값이 없습니다 (HTTP 방식에는 필요 없습니다)." if http else "값이 없습니다."
        return Check("SLACK_APP_TOKEN", None if http else False, detail, _HOW["SLACK_APP_TOKEN"])
    try:
        await web_client(token, api_url, session).apps_connections_open(app_token=token)
    except SlackApiError as error:
        return _refused("SLACK_APP_TOKEN", error)
    except UNREACHABLE as error:
        return _unreachable(api_url, error)
    return Check("SLACK_APP_TOKEN", True, "소켓 연결 주소를 받았습니다.")


def _signing(secret: str, socket: bool) -> Check:
    if not secret:
        detail = "값이 없습니다 (소켓 방식에는 필요 없습니다)." if socket else "값이 없습니다."
        return Check("SLACK_SIGNING_SECRET", None if socket else False, detail, _HOW["SLACK_SIGNING_SECRET"])
    if not _SECRET_SHAPE.fullmatch(secret):
        return Check("SLACK_SIGNING_SECRET", False, "32자리 16진수가 아닙니다.", _HOW["SLACK_SIGNING_SECRET"])
    return Check("SLACK_SIGNING_SECRET", True, "형식이 맞습니다.")


def _reached(api_url: str) -> Check:
    return Check("연결", True, f"{api_url}에 닿습니다.")


def _unreachable(api_url: str, error: Exception) -> Check:
    mend = "인터넷 연결, 방화벽, 프록시(HTTPS_PROXY)와 SLACK_API_URL을 확인하십시오."
    return Check("연결", False, f"{api_url}에 닿지 않습니다: {error or type(error).__name__}", mend)


def _refused(name: str, error: SlackApiError) -> Check:
    code = error_code(error)
    return Check(name, False, f"Slack의 답: {code}", advice(code))
