"""Schedules: weekdays, daylight saving, leap days, and dates that a zone never had."""

import datetime as dt

import pytest
from pydantic import ValidationError

from bot.domain.digest.schedule import (
    EVERY_DAY,
    WORKING_DAYS,
    Schedule,
    date_label,
    days_label,
    schedule_label,
    time_label,
    zone_named,
)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def days_due(schedule: Schedule, start: str, count: int) -> list[dt.datetime]:
    moments, after = [], utc(start)
    for _ in range(count):
        after = schedule.moment_on(schedule.next_day(after))
        moments.append(after)
    return moments


def test_a_digest_at_half_past_eight_in_seoul_is_due_at_half_past_eleven_of_the_day_before_in_utc() -> None:
    schedule = Schedule(at=dt.time(8, 30))
    assert schedule.moment_on(dt.date(2026, 11, 23)) == utc("2026-11-22T23:30")


def test_weekends_are_left_out() -> None:
    schedule = Schedule(at=dt.time(8, 30), days=WORKING_DAYS)
    assert schedule.next_day(utc("2026-11-20T00:00")) == dt.date(2026, 11, 23)


def test_the_digest_of_this_very_moment_is_not_the_next_one() -> None:
    schedule = Schedule(at=dt.time(8, 30))
    due = schedule.moment_on(dt.date(2026, 11, 23))
    assert schedule.next_day(due) == dt.date(2026, 11, 24)
    assert schedule.next_day(due - dt.timedelta(seconds=1)) == dt.date(2026, 11, 23)


def test_a_time_that_spring_skips_comes_after_the_gap() -> None:
    schedule = Schedule(at=dt.time(2, 30), zone="America/New_York")
    moment = schedule.moment_on(dt.date(2026, 3, 8))
    assert moment == utc("2026-03-08T07:30")
    assert moment.astimezone(schedule.zone_info).time() == dt.time(3, 30)


def test_a_time_that_autumn_repeats_comes_once_and_first() -> None:
    schedule = Schedule(at=dt.time(1, 30), zone="America/New_York")
    moments = days_due(schedule, "2026-10-31T12:00", 2)
    assert moments == [utc("2026-11-01T05:30"), utc("2026-11-02T06:30")]


def test_local_time_stays_the_same_across_daylight_saving() -> None:
    schedule = Schedule(at=dt.time(8, 30), zone="Europe/Berlin")
    moments = days_due(schedule, "2026-01-01T00:00", 365)
    assert {moment.astimezone(schedule.zone_info).time() for moment in moments} == {dt.time(8, 30)}
    assert len({moment.time() for moment in moments}) == 2


def test_a_leap_day_has_its_digest() -> None:
    moments = days_due(Schedule(at=dt.time(8, 30)), "2028-02-27T00:00", 4)
    local = [Schedule(at=dt.time(8, 30)).local_date(moment) for moment in moments]
    assert [day.isoformat() for day in local] == ["2028-02-28", "2028-02-29", "2028-03-01", "2028-03-02"]


def test_a_day_that_a_zone_left_out_stops_nothing() -> None:
    schedule = Schedule(
        at=dt.time(8, 30), days=frozenset({4}), zone="Pacific/Apia"
    )  # no 2011-12-30, a Friday
    moments = days_due(schedule, "2011-12-23T00:00", 3)
    assert moments == sorted(moments)
    assert len(set(moments)) == 3


@pytest.mark.parametrize("zone", ["Nowhere/City", "asia/seoul", ""])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError, match="IANA"):
        Schedule(at=dt.time(8), zone=zone)


def test_a_zone_is_found_in_any_case() -> None:
    assert zone_named("asia/SEOUL") == "Asia/Seoul"
    assert zone_named("asia/seul") is None


def test_labels() -> None:
    assert date_label(dt.date(2026, 11, 23)) == "11월 23일 월요일"
    assert time_label(dt.time(8, 30)) == "오전 8시 30분"
    assert time_label(dt.time(0)) == "오전 12시"
    assert time_label(dt.time(19)) == "오후 7시"
    assert days_label(EVERY_DAY) == "매일"
    assert days_label(frozenset({0, 2, 4})) == "월·수·금"
    assert schedule_label(Schedule(at=dt.time(9), zone="UTC")) == "매일 오전 9시 (UTC)"
