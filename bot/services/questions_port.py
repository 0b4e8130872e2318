"""What people leave for the curators, and where it is kept, as Protocols that storage fulfils."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True)
class Asker:
    """Who did something where; Slack's ids, ``ts`` that of the message it was done on ("" for none)."""

    team: str
    channel: str
    user: str
    ts: str = ""


@dataclass(frozen=True)
class OpenQuestion:
    """A question that somebody wants the curators to answer; who it was is not kept.

    ``id`` follows from the team and the words, so that the same question is filed once. ``status`` and
    ``fact_ids`` are those of the reply that did not help.
    """

    id: str
    team: str
    channel: str
    text: str
    status: str
    fact_ids: tuple[str, ...]
    at: dt.datetime


class Verdict(StrEnum):
    """What a thumb says of a reply."""

    GOOD = "good"
    BAD = "bad"


class Reason(StrEnum):
    """Why a reply was bad."""

    WRONG = "wrong"
    """The fact is not true."""
    BESIDE = "beside"
    """It answers another question."""
    OUTDATED = "outdated"
    OTHER = "other"


@dataclass(frozen=True)
class Judgement:
    """One person's verdict on one message; a second one takes the place of the first."""

    asker: Asker
    verdict: Verdict
    question: str
    status: str
    fact_ids: tuple[str, ...]
    at: dt.datetime
    reasons: tuple[Reason, ...] = ()
    comment: str = ""


class OpenQuestions(Protocol):
    """The curators' list."""

    async def file(self, question: OpenQuestion) -> bool:
        """Keeps the question; False where it is on the list already."""
        ...

    async def newest(self, team: str, most: int) -> tuple[OpenQuestion, ...]:
        """The newest questions of a workspace, the newest first."""
        ...


class Judgements(Protocol):
    """What people thought of the replies."""

    async def keep(self, judgement: Judgement) -> None: ...
