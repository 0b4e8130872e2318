"""What the services need from outside, as Protocols; adapters fulfil them without importing this."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from bot.domain.reply import Reply
from bot.domain.showcase import Showcase


class Clock(Protocol):
    """Says which day it is where the channel is."""

    def __call__(self) -> dt.date: ...


class Asks(Protocol):
    """Answers a question; ``history`` holds the earlier questions of its thread, oldest first."""

    def __call__(self, text: str, history: Sequence[str] = ()) -> Reply: ...


class Browses(Protocol):
    """Gives what the base shows of itself before anything is asked."""

    def __call__(self) -> Showcase: ...


class Draws(Protocol):
    """Draws a timeline (a reply with milestones) as a PNG image; takes its time, so call it in a thread."""

    def __call__(self, reply: Reply) -> bytes: ...
