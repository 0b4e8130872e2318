"""Events from Slack, stored before they are acknowledged: what the services need for that."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Event:
    """What Slack sent; ``body`` is what is needed to handle it again."""

    id: str
    """Slack's event_id, or another id that a second delivery carries too."""
    team: str
    body: Mapping[str, Any]
    message: str | None = None
    """team/channel/ts where the event is a message: a mention arrives as two events."""


@dataclass(frozen=True)
class Ticket:
    """An event that somebody is answering; ``token`` proves it, as with a claim."""

    event: Event
    received_at: dt.datetime
    attempts: int
    """1 the first time; more means that an earlier answer may have been posted."""
    token: int


class Inbox(Protocol):
    """Keeps events until they are answered. A write returns False where somebody else has taken over."""

    async def receive(self, event: Event, now: dt.datetime, lease: dt.timedelta) -> Ticket | None:
        """Store an event and take it; None where it, or its message, came before."""
        ...

    async def overdue(self, now: dt.datetime, lease: dt.timedelta, limit: int) -> list[Ticket]:
        """Take events whose listener let its lease run out."""
        ...

    async def done(self, ticket: Ticket, outcome: str, now: dt.datetime) -> bool:
        """Close the event; its body is forgotten."""
        ...

    async def put_back(self, ticket: Ticket, at: dt.datetime) -> bool:
        """Let it be taken again from ``at`` on."""
        ...
