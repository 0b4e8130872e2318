"""Settings, from the environment and ``.env``: one frozen value, checked at start."""

import re
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, SecretStr, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.errors import SettingsError

SLACK_API = "https://slack.com/api/"
"""Base of Slack's Web API (slack_sdk.web.async_client.AsyncWebClient.BASE_URL)."""

WHERE = {
    "SLACK_BOT_TOKEN": "앱 설정 > OAuth & Permissions > Bot User OAuth Token (xoxb-…)",
    "SLACK_APP_TOKEN": "앱 설정 > Basic Information > App-Level Tokens, 범위 connections:write (xapp-…)",
    "SLACK_SIGNING_SECRET": "앱 설정 > Basic Information > App Credentials > Signing Secret",
}
"""Where on https://api.slack.com/apps each secret is found."""


class RunMode(StrEnum):
    """How the bot hears from Slack."""

    SOCKET = "socket"
    HTTP = "http"
    LOCAL = "local"


def _advise(advice: str) -> PydanticCustomError:
    """An error whose message is the advice itself, for the operator."""
    return PydanticCustomError("advice", "{advice}", {"advice": advice})


def _starts_with(prefix: str, name: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith(prefix):
            raise _advise(f"'{prefix}'로 시작하는 값을 적으십시오: {WHERE[name]}")
        return value

    return AfterValidator(check)


def _http_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _advise(f"http:// 또는 https://로 시작하는 주소를 적으십시오. 예: {SLACK_API}")
    return value if value.endswith("/") else f"{value}/"


def _database_url(value: str) -> str:
    if not value.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")):
        raise _advise("sqlite:///… 또는 postgresql://… 형식으로 적으십시오.")
    return value


def _folder(value: Path) -> Path:
    if not value.is_dir():
        raise _advise("있는 폴더를 적거나 비워 두십시오 (비우면 함께 설치된 사실을 씁니다).")
    return value


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (
        KeyError,
        ValueError,
        OSError,
    ):  # ZoneInfoNotFoundError is a KeyError; a folder's name is an OSError
        raise _advise("IANA 시간대 이름을 적으십시오. 예: Asia/Seoul") from None
    return value


def _ids(value: object) -> object:
    return frozenset(value.replace(",", " ").split()) if isinstance(value, str) else value


def _each_like(pattern: str, example: str) -> AfterValidator:
    def check(values: frozenset[str]) -> frozenset[str]:
        if not all(re.fullmatch(pattern, value) for value in values):
            raise _advise(f"Slack의 ID를 쉼표로 나누어 적으십시오. 예: {example}")
        return values

    return AfterValidator(check)


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


class Settings(BaseSettings):
    """What an operator may set; names are those of the environment, in lower case."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        env_file_encoding="utf-8",
        hide_input_in_errors=True,
    )

    slack_bot_token: Annotated[SecretStr, _starts_with("xoxb-", "SLACK_BOT_TOKEN")] | None = None
    slack_app_token: Annotated[SecretStr, _starts_with("xapp-", "SLACK_APP_TOKEN")] | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: Annotated[str, AfterValidator(_http_url)] = SLACK_API
    database_url: Annotated[SecretStr, AfterValidator(lambda s: _secret(s, _database_url))] | None = None
    """A secret because it may hold a password."""
    telco_knowledge: Annotated[Path, AfterValidator(_folder)] | None = None
    telco_timezone: Annotated[str, AfterValidator(_timezone)] = "Asia/Seoul"
    telco_channels: Annotated[
        frozenset[str], NoDecode, BeforeValidator(_ids), _each_like("[CG][A-Z0-9]+", "C0123ABCD,C0456EFGH")
    ] = frozenset()
    """Where the bot answers besides direct messages and App Home; none for every channel."""
    telco_curators: Annotated[
        frozenset[str], NoDecode, BeforeValidator(_ids), _each_like("[UW][A-Z0-9]+", "U0123ABCD,U0456EFGH")
    ] = frozenset()
    """Who sees the questions that were left for the curators."""
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)
    ] = "INFO"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"

    @cached_property
    def timezone(self) -> ZoneInfo:
        """The time zone whose calendar decides what is past."""
        return ZoneInfo(self.telco_timezone)

    def secrets(self) -> list[str]:
        """The values that no log may show."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return [value.get_secret_value() for value in values if isinstance(value, SecretStr)]

    def mode(self, *, http: bool) -> RunMode:
        """How to run with what is set; ``http`` is the operator's ``--http``.

        Raises SettingsError naming what is missing where only a part is set.
        """
        needed = ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET" if http else "SLACK_APP_TOKEN"]
        missing = [name for name in needed if getattr(self, name.lower()) is None]
        nothing = not (self.slack_bot_token or self.slack_app_token or self.slack_signing_secret)
        if not http and nothing:
            return RunMode.LOCAL
        if missing:
            raise SettingsError(_missing_message(missing, http=http))
        return RunMode.HTTP if http else RunMode.SOCKET


def load_settings(env_file: Path | str | None = ".env") -> Settings:
    """The settings of the environment over those of ``env_file`` (ignored where it does not exist).

    Raises SettingsError with one line for each wrong value: its name, the value unless it is secret,
    and what to write instead.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError("\n".join(_advice(dict(fault)) for fault in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{env_file}: 읽을 수 없습니다 (UTF-8 텍스트여야 합니다): {error}") from None


def _secret(value: SecretStr, check: Any) -> SecretStr:
    check(value.get_secret_value())
    return value


def _advice(fault: dict[str, Any]) -> str:
    name = str(fault["loc"][0])
    message = fault["msg"]
    if fault["type"] == "literal_error":
        message = f"{fault['ctx']['expected'].replace(' or ', ', ')} 가운데 하나를 적으십시오."
    shown = "" if "SecretStr" in str(Settings.model_fields[name].annotation) else f" '{fault['input']}'"
    return f"{name.upper()}: 값{shown}을(를) 쓸 수 없습니다. {message}"


def _missing_message(missing: list[str], *, http: bool) -> str:
    lines = [f"{name}이(가) 없습니다: {WHERE[name]}에서 복사해 .env에 적으십시오." for name in missing]
    other = (
        "Slack 없이 써 보려면 --http 없이 세 값을 모두 비우고 실행하십시오."
        if http
        else "HTTP로 받으려면 --http를 붙이고, Slack 없이 써 보려면 세 값을 모두 비우십시오."
    )
    return "\n".join([*lines, other])
