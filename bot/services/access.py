"""Who may ask where, and how often."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection
from enum import Enum

QUESTIONS = 20
WINDOW_SECONDS = 60.0
"""So many questions in so much time: more than a person reads, less than a script sends."""


class Entry(Enum):
    """Whether a question is taken."""

    WELCOME = "welcome"
    ELSEWHERE = "elsewhere"
    """The bot does not answer in this channel."""
    TOO_FAST = "too fast"
    """Too many questions; said once until the person has waited."""
    STILL_TOO_FAST = "still too fast"
    """Too many questions, and the person knows."""


class Access:
    """Lets questions in.

    ``channels`` are the ids of the channels where the bot answers, none for all of them; direct messages
    and App Home are always open. Each user may ask ``questions`` times within ``seconds``; the newest
    ``capacity`` users are remembered. ``clock`` gives seconds that only grow.
    """

    def __init__(
        self,
        channels: Collection[str] = (),
        *,
        questions: int = QUESTIONS,
        seconds: float = WINDOW_SECONDS,
        capacity: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._channels = frozenset(channels)
        self._questions = questions
        self._seconds = seconds
        self._capacity = capacity
        self._clock = clock
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()
        self._told: set[str] = set()

    def serves(self, channel: str) -> bool:
        """Whether the bot speaks in the channel."""
        return not self._channels or channel.startswith("D") or channel in self._channels

    def enter(self, user: str, channel: str = "") -> Entry:
        """Whether a question of the user is taken in the channel ("" for App Home); counts it if so."""
        if channel and not self.serves(channel):
            return Entry.ELSEWHERE
        now = self._clock()
        asked = self._asked.setdefault(user, deque())
        self._asked.move_to_end(user)
        while asked and asked[0] <= now - self._seconds:
            asked.popleft()
        if len(asked) < self._questions:
            asked.append(now)
            self._told.discard(user)
            self._forget()
            return Entry.WELCOME
        if user in self._told:
            return Entry.STILL_TOO_FAST
        self._told.add(user)
        return Entry.TOO_FAST

    def _forget(self) -> None:
        while len(self._asked) > self._capacity:
            user, _ = self._asked.popitem(last=False)
            self._told.discard(user)
