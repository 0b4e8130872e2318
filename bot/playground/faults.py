"""Faults that can be switched on: what a bot meets at Slack sooner or later."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Faults:
    """The switches; a number counts down as its fault strikes.

    - ``rate_limits``: calls beyond Slack's real rates get 429 with Retry-After (see ``rates``);
    - ``server_errors``: so many calls get 503 and do nothing;
    - ``lost_responses``: so many calls do their work, and the answer never arrives;
    - ``methods``: the methods that the two before strike, all where it is empty;
    - ``unacked``: so many acks get lost, and the events come again;
    - ``duplicate_events``: each event comes twice, with one event_id;
    - ``event_delay``: seconds by which each event comes late.
    """

    rate_limits: bool = False
    server_errors: int = 0
    lost_responses: int = 0
    methods: tuple[str, ...] = ()
    unacked: int = 0
    duplicate_events: bool = False
    event_delay: float = 0.0

    def strikes(self, name: str, method: str = "") -> bool:
        """Say whether a counted fault strikes now, and count it down."""
        left = getattr(self, name)
        if left < 1 or (self.methods and method and method not in self.methods):
            return False
        setattr(self, name, left - 1)
        return True

    def set(self, wanted: Mapping[str, Any]) -> None:
        """Set switches by name; raises ValueError for what is none, or of the wrong kind."""
        for name, value in wanted.items():
            if name not in self.to_json():
                raise ValueError(name)
            kind = type(getattr(self, name))
            setattr(self, name, kind(value))

    def clear(self) -> None:
        """Switch everything off."""
        self.set(asdict(Faults()))

    def to_json(self) -> dict[str, Any]:
        """Return the switches by name."""
        return asdict(self)
