"""What is asked of the digest: the command as read from words, a form or a button."""

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import TelcoError

EXAMPLE = "다이제스트 켜기 08:30 평일 KT"


class UnclearDigestError(TelcoError):
    """Words that make no digest command; the message is Korean, for the person, and ends in an example."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}\n예: `{EXAMPLE}`")


class DigestVerb(StrEnum):
    """What is to be done."""

    ON = "on"
    OFF = "off"
    STATUS = "status"
    PREVIEW = "preview"
    NOW = "now"
    HELP = "help"


class DigestCommand(BaseModel):
    """A command as read. None is what was not said: it stays as it is, or takes its default."""

    model_config = ConfigDict(frozen=True)

    verb: DigestVerb
    at: dt.time | None = None
    days: frozenset[int] | None = None
    zone: str | None = None
    companies: tuple[str, ...] | None = None
    """Company ids; empty for all of them."""
    topics: tuple[str, ...] | None = None
    """Topics as the facts spell them; empty for all of them."""
