"""When a channel wants its digest: a time of day on certain weekdays, in a time zone of its own."""

import datetime as dt
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

WEEKDAY_NAMES = "월화수목금토일"
"""One letter a day from Monday on, as datetime.date.weekday() counts."""
EVERY_DAY = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})


def zone_named(name: str) -> str | None:
    """The IANA name that ``name`` spells in whatever case; None where there is no such zone."""
    return _zones().get(name.casefold())


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in available_timezones()}


def _known_zone(name: str) -> str:
    if zone_named(name) != name:
        raise ValueError(f"'{name}' is no IANA time zone: write one like Asia/Seoul")
    return name


class Schedule(BaseModel):
    """A time on certain weekdays in one zone.

    Days are computed on the zone's own calendar, so daylight saving and leap days need no rule of
    their own. A time that a clock skips in spring is moved past the gap (02:30 becomes 03:30), one
    that comes twice in autumn means the first: as RFC 5545, 3.3.5 reads local times.
    """

    model_config = ConfigDict(frozen=True)

    at: dt.time
    """Hours and minutes; no zone of its own."""
    days: Annotated[frozenset[int], Field(min_length=1)] = EVERY_DAY
    """Weekdays from 0, Monday."""
    zone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Seoul"

    @field_validator("days")
    @classmethod
    def _are_weekdays(cls, days: frozenset[int]) -> frozenset[int]:
        if not days <= EVERY_DAY:
            raise ValueError("weekdays are 0 (Monday) to 6")
        return days

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def local_date(self, moment: dt.datetime) -> dt.date:
        """The channel's date at an aware ``moment``."""
        return moment.astimezone(self.zone_info).date()

    def is_due_on(self, day: dt.date) -> bool:
        return day.weekday() in self.days

    def moment_on(self, day: dt.date) -> dt.datetime:
        """The moment (UTC) of the digest on a local day, whether or not one is due then."""
        return dt.datetime.combine(day, self.at, self.zone_info).astimezone(dt.UTC)

    def next_day(self, after: dt.datetime) -> dt.date:
        """The local date of the first digest that is due later than ``after`` (aware)."""
        day = self.local_date(after)
        for _ in range(9):  # a week, today's past time, and one day that a zone left out (Samoa, 2011)
            if self.is_due_on(day) and self.moment_on(day) > after:
                return day
            day += dt.timedelta(days=1)
        raise AssertionError("some weekday comes within nine days")


def days_label(days: frozenset[int]) -> str:
    """매일, 평일, 주말, or the days themselves: 월·수·금."""
    named = {EVERY_DAY: "매일", WORKING_DAYS: "평일", WEEKEND: "주말"}
    return named.get(days) or "·".join(WEEKDAY_NAMES[day] for day in sorted(days))


def time_label(at: dt.time) -> str:
    """오전 8시 30분."""
    half = "오전" if at.hour < 12 else "오후"
    minutes = f" {at.minute}분" if at.minute else ""
    return f"{half} {at.hour % 12 or 12}시{minutes}"


def date_label(day: dt.date) -> str:
    """11월 23일 월요일."""
    return f"{day.month}월 {day.day}일 {WEEKDAY_NAMES[day.weekday()]}요일"


def schedule_label(schedule: Schedule) -> str:
    """매일 오전 8시 30분, with the zone where it is not Korea's."""
    zone = "" if schedule.zone == "Asia/Seoul" else f" ({schedule.zone})"
    return f"{days_label(schedule.days)} {time_label(schedule.at)}{zone}"
