"""Show what the base holds to somebody who has not asked yet."""

import datetime as dt
from collections.abc import Callable

from bot.domain.base import FactBase
from bot.domain.showcase import Showcase, as_of, showcase
from bot.services.ports import Asks, Clock


class Browse:
    """The base's window, worked out once and brought up to date each day; fulfils ``ports.Browses``."""

    def __init__(self, base: Callable[[], FactBase], asks: Asks, clock: Clock) -> None:
        self._base = base
        self._asks = asks
        self._clock = clock
        self._made: tuple[FactBase, dt.date, Showcase] | None = None

    def __call__(self) -> Showcase:
        base, today = self._base(), self._clock()
        if self._made is None or self._made[0] is not base:  # it asks dozens of questions
            self._made = base, today, showcase(base, self._asks, today)
        elif self._made[1] != today:
            self._made = base, today, as_of(self._made[2], base, today)
        return self._made[2]
