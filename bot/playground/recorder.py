"""Keeps what went between workspace and app, for a developer to read beside the conversation."""

import itertools
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.playground.model import Json

KEPT = 300


@dataclass
class Entry:
    """One payload to the app, or one call by it; ``answer`` is the ack or the call's result."""

    id: int
    way: Literal["to_app", "from_app"]
    title: str
    at: float
    body: Any
    answer: Any = None
    note: str = ""


class Recorder:
    """The last few hundred payloads and calls; listeners hear of each new or completed one."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ids = itertools.count(1)
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self.listeners: list[Callable[[Entry], None]] = []

    def entries(self) -> Iterable[Json]:
        """Return what is kept, oldest first, as JSON."""
        return [asdict(entry) for entry in self._entries]

    def add(self, way: Literal["to_app", "from_app"], title: str, body: Any) -> Entry:
        """Keep a new entry."""
        entry = Entry(next(self._ids), way, title, self._clock(), body)
        self._entries.append(entry)
        self._tell(entry)
        return entry

    def complete(self, entry: Entry, *, answer: Any = None, note: str = "") -> None:
        """Add what came back."""
        entry.answer, entry.note = answer, note
        self._tell(entry)

    def clear(self) -> None:
        """Forget all."""
        self._entries.clear()

    def _tell(self, entry: Entry) -> None:
        for listener in self.listeners:
            listener(entry)
