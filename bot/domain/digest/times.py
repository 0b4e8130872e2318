"""Times of day and weekdays as people write them, in Korean and English: 아침 8시 반, 8:30pm, 월수금."""

import datetime as dt
import re

from bot.domain.digest.schedule import EVERY_DAY, WEEKDAY_NAMES, WEEKEND, WORKING_DAYS

DEFAULT_TIME = dt.time(8, 30)
"""Before the working day begins (project rule)."""


class NoSuchTimeError(ValueError):
    """A time that no clock shows; the message is Korean and names it."""


_NATIVE = ("열두", "열한", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_HOURS = dict(zip(_NATIVE, (12, 11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_PART = r"(?P<part>오전|오후|아침|새벽|저녁|밤|낮|점심|am|pm)?\s*"
_END = r"(?![0-9가-힣a-z])|(?=에|쯤|부터|마다|으로|로|정각|평일|매일|주말)"
_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        _PART + rf"(?P<hour>\d{{1,2}}|{'|'.join(_NATIVE)})\s*시\s*"
        rf"(?:(?P<minute>\d{{1,2}})\s*분|(?P<half>반)(?:{_END})|정각)?",
        _PART + r"(?P<hour>\d{1,2})\s*[:.]\s*(?P<minute>\d{2})(?!\d)\s*(?P<after>a\.?m\b\.?|p\.?m\b\.?)?",
        _PART + r"(?P<hour>\d{1,2})\s*(?P<after>a\.?m\b\.?|p\.?m\b\.?)",
        rf"(?P<hour>\d\d)(?P<minute>\d\d)(?:{_END})",
        _PART + rf"(?P<hour>\d{{1,2}})(?:{_END})",
    )
)
_NAMED = re.compile(rf"(?P<name>정오|자정|noon|midnight|아침|점심|저녁)(?:{_END})")
_NAMED_TIMES = {
    "정오": dt.time(12), "noon": dt.time(12), "점심": dt.time(12), "자정": dt.time(0), "midnight": dt.time(0),
    "아침": DEFAULT_TIME, "저녁": dt.time(18),
}  # fmt: skip


def time_at(text: str, start: int) -> tuple[dt.time, int] | None:
    """The time of day that begins at ``start`` and where it ends; None where none begins there.

    ``text`` is normalised and in lower case. Raises NoSuchTimeError for 25시 or 08:75.
    """
    for pattern in _TIMES:
        if found := pattern.match(text, start):
            return _time(found), found.end()
    if found := _NAMED.match(text, start):
        return _NAMED_TIMES[found["name"]], found.end()
    return None


def _time(found: re.Match[str]) -> dt.time:
    said = found.groupdict()
    hour = _HOURS.get(said["hour"]) or int(said["hour"])
    minute = 30 if said.get("half") else int(said.get("minute") or 0)
    part = (said.get("after") or said.get("part") or "").replace(".", "")
    if hour > 23 or minute > 59 or (part in ("오전", "am", "아침", "새벽") and hour > 12):
        hint = " 자정은 0시라고 적습니다." if hour == 24 else ""
        raise NoSuchTimeError(f"'{found.group().strip()}'은(는) 없는 시각입니다.{hint}")
    return dt.time(_hour_of_day(hour, part), minute)


def _hour_of_day(hour: int, part: str) -> int:
    """The hour from 0 to 23 of an hour with its part of the day; 밤 12시 is midnight, 밤 1시 after it."""
    if part in ("오전", "am", "새벽", "밤") and hour == 12:
        return 0
    first_afternoon_hour = {"오후": 1, "pm": 1, "저녁": 4, "밤": 6, "낮": 1, "점심": 1}.get(part, 99)
    last_afternoon_hour = 5 if part in ("낮", "점심") else 11
    return hour + 12 if first_afternoon_hour <= hour <= last_afternoon_hour else hour


_DAY = rf"(?P<day>[{WEEKDAY_NAMES}])(?:요일)?"
_KOREAN_RANGE = re.compile(
    rf"(?P<first>[{WEEKDAY_NAMES}])(?:요일)?\s*(?:~|-|부터|에서)\s*(?P<last>[{WEEKDAY_NAMES}])(?:요일)?(?:까지)?"
)
_KOREAN_DAYS = re.compile(rf"{_DAY}(?:[,·/]?{_DAY.replace('?P<day>', '')})*")
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENGLISH_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_ENGLISH_RANGE = re.compile(rf"(?P<first>{_ENGLISH_DAY})\s*(?:-|~|to|through)\s*(?P<last>{_ENGLISH_DAY})")
_ENGLISH_DAYS = re.compile(rf"{_ENGLISH_DAY}")
_SETS = (
    (re.compile(r"매일|날마다|일일|every\s?day|daily|every day"), EVERY_DAY),
    (re.compile(r"평일|주중|근무일|(?:every )?(?:week|working |business )days?"), WORKING_DAYS),
    (re.compile(r"주말|weekends?"), WEEKEND),
)
_BOUNDARY = re.compile(
    r"(?:마다|에만|에는|에|만|은|는|과|와|이랑|랑|하고|의)?(?=[\s,·/0-9a-z]|$|오전|오후|아침|저녁|점심)"
)


def days_at(text: str, start: int) -> tuple[frozenset[int], int] | None:
    """The weekdays (0 is Monday) named from ``start`` on and where that ends; None where none are."""
    for pattern, days in _SETS:
        if (found := pattern.match(text, start)) and (end := _BOUNDARY.match(text, found.end())):
            return days, end.end()
    for pattern in (_KOREAN_RANGE, _ENGLISH_RANGE):
        if (found := pattern.match(text, start)) and (end := _BOUNDARY.match(text, found.end())):
            return _range(_weekday(found["first"]), _weekday(found["last"])), end.end()
    if (found := _KOREAN_DAYS.match(text, start)) and (end := _BOUNDARY.match(text, found.end())):
        letters = found.group().replace("요일", "")
        return frozenset(_weekday(letter) for letter in letters if letter in WEEKDAY_NAMES), end.end()
    if (found := _ENGLISH_DAYS.match(text, start)) and (end := _BOUNDARY.match(text, found.end())):
        return frozenset({_weekday(found.group())}), end.end()
    return None


def _weekday(name: str) -> int:
    return WEEKDAY_NAMES.index(name) if name in WEEKDAY_NAMES else _ENGLISH.index(name[:3])


def _range(first: int, last: int) -> frozenset[int]:
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
