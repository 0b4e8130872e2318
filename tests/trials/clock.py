"""A clock that runs faster than the wall's, the same in every process of a trial."""

import asyncio
import datetime as dt
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class FastClock:
    """Shows ``start`` at the wall time ``begun`` (in seconds) and runs ``speed`` times as fast."""

    start: dt.datetime
    begun: float
    speed: float

    def __call__(self) -> dt.datetime:
        return self.at(time.time())

    def at(self, wall: float) -> dt.datetime:
        return self.start + dt.timedelta(seconds=(wall - self.begun) * self.speed)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.speed)

    def arguments(self) -> list[str]:
        return [self.start.isoformat(), repr(self.begun), repr(self.speed)]

    @classmethod
    def of(cls, start: str, begun: str, speed: str) -> "FastClock":
        return cls(dt.datetime.fromisoformat(start), float(begun), float(speed))
