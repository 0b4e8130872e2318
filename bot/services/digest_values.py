"""What planners, senders and stores of digests hand to each other, and how it can fail."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.digest.digest import Digest, Seen, Wanted
from bot.domain.digest.schedule import Schedule
from bot.domain.errors import TelcoError

Payload = Mapping[str, Any]
"""A message as chat.postMessage takes it: ``text`` and, where there are any, ``blocks``."""
Render = Callable[[Digest], Payload]


class StoreUnavailableError(TelcoError):
    """The database cannot be reached just now; nothing was changed that was not confirmed."""


class PostError(Exception):
    """A message was not posted, or nobody knows; ``reason`` is Slack's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RateLimitedError(PostError):
    """Slack takes nothing for ``retry_after`` seconds, and has not taken this."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


class UnsureError(PostError):
    """A time-out, a lost connection, a server error: the message may have been posted or not."""


class ChannelGoneError(PostError):
    """The channel is gone or archived, or the bot is no longer in it."""


class RefusedError(PostError):
    """Slack refused for another reason (a revoked token, a missing scope) that a person may mend."""


class UnreadableError(PostError):
    """The history cannot be read, so nobody can tell what was posted."""


@dataclass(frozen=True)
class Subscription:
    """What a channel asked for."""

    team: str
    channel: str
    schedule: Schedule
    wanted: Wanted
    set_by: str
    """The user who set it last, told when it ends by itself."""
    next_day: dt.date
    """The next local date that has no digest planned yet."""
    next_due: dt.datetime


@dataclass(frozen=True)
class PlannedDigest:
    """A digest as it will be posted."""

    payload: Payload
    rounds: Mapping[str, int]


Make = Callable[[Subscription, dt.date, Seen], PlannedDigest]
"""Composes and renders; pure, for it runs inside the planner's transaction."""


class State(StrEnum):
    """Where a message to be posted stands."""

    PLANNED = "planned"
    SENDING = "sending"
    """Somebody began to post it; after a crash it may have been posted or not."""
    UNSURE = "unsure"
    """Posting ended without a word from Slack."""
    POSTED = "posted"
    AMBIGUOUS = "ambiguous"
    """Nobody can tell whether it was posted: it is not posted again."""
    SKIPPED = "skipped"
    """It would have come too late."""
    FAILED = "failed"
    """The channel is gone."""

    @property
    def final(self) -> bool:
        return self not in (State.PLANNED, State.SENDING, State.UNSURE)


class Kind(StrEnum):
    DIGEST = "digest"
    NOTE = "note"
    """A word to the person who set a subscription."""


@dataclass(frozen=True)
class Claim:
    """A message taken to be sent; ``token`` proves the claim, a later claim's token is higher."""

    id: str
    kind: Kind
    team: str
    channel: str
    day: dt.date
    due: dt.datetime
    state: State
    payload: Payload
    attempts: int
    token: int
    send_at: dt.datetime
    """When Slack's rates allow it to be posted."""
    first_sent_at: dt.datetime | None


@dataclass(frozen=True)
class Run:
    """What became of a digest, for people."""

    id: str
    team: str
    channel: str
    day: dt.date
    due: dt.datetime
    state: State
    ts: str | None
    posted_at: dt.datetime | None
    attempts: int
    reason: str | None
