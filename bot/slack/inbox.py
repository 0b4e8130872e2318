"""Sees to it that one question gets one reply, however often Slack delivers it."""

from collections import OrderedDict
from typing import Protocol


class Inbox(Protocol):
    """Remembers what has been taken up."""

    async def claim(self, *keys: str) -> bool:
        """True where none of the keys was claimed before; all of them are claimed from then on."""
        ...


class MemoryInbox:
    """Remembers the newest ``capacity`` keys for as long as the process lives.

    Slack retries an event at once, after 1 and after 5 minutes
    (https://docs.slack.dev/apis/events-api#retries): with up to two keys an event the default covers
    some 5,000 questions.
    """

    def __init__(self, capacity: int = 10_000) -> None:
        self._capacity = capacity
        self._claimed: OrderedDict[str, None] = OrderedDict()

    async def claim(self, *keys: str) -> bool:
        new = not any(key in self._claimed for key in keys)
        for key in keys:
            self._claimed[key] = None
        while len(self._claimed) > self._capacity:
            self._claimed.popitem(last=False)
        return new
