"""Secrets that are good for a while and for a few uses: trigger ids, response URLs, Socket Mode links."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Clock = Callable[[], float]


class TicketUnknownError(Exception):
    """No such ticket was ever issued."""


class TicketExpiredError(Exception):
    """The ticket is older than it may be."""


class TicketUsedError(Exception):
    """The ticket was used as often as it may be."""


@dataclass
class _Ticket:
    data: dict[str, Any]
    expires: float
    uses: int


class Tickets:
    """Issues and redeems tickets; ``seconds`` is how long one is good, ``uses`` how often."""

    def __init__(self, *, seconds: float, uses: int, clock: Clock) -> None:
        self._seconds = seconds
        self._uses = uses
        self._clock = clock
        self._tickets: dict[str, _Ticket] = {}

    def issue(self, **data: Any) -> str:
        """Return the id of a new ticket that stands for ``data``."""
        ticket_id = f"{len(self._tickets) + 1}.{secrets.token_hex(16)}"
        self._tickets[ticket_id] = _Ticket(data, self._clock() + self._seconds, self._uses)
        return ticket_id

    def redeem(self, ticket_id: str) -> dict[str, Any]:
        """Use a ticket once and return its data.

        Raises TicketUnknownError, TicketExpiredError or TicketUsedError.
        """
        ticket = self._tickets.get(ticket_id)
        if ticket is None:
            raise TicketUnknownError
        if self._clock() > ticket.expires:
            raise TicketExpiredError
        if ticket.uses < 1:
            raise TicketUsedError
        ticket.uses -= 1
        return ticket.data
