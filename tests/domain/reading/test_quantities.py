"""Numbers and dates, however they are written."""

import pytest

from bot.domain.fact import PartialDate
from bot.domain.reading.quantities import mentions
from bot.domain.reading.values import Amount, Day


def found(text: str) -> list[Amount | Day]:
    return [mention.value for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("2조 4천억 원", 2.4e12),
        ("2조4천억원", 2.4e12),
        ("2조 4,000억원", 2.4e12),
        ("100억 원", 1e10),
        ("100억원대", 1e10),
        ("1백억 원", 1e10),
        ("5천만 원", 5e7),
        ("2.4 trillion won", 2.4e12),
    ],
)
def test_money_is_counted_in_won(text: str, won: float) -> None:
    assert found(text)[0] == Amount(won, "KRW")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("300명", Amount(300, "명")),
        ("약 300여 명", Amount(300, "명")),
        ("44kw", Amount(44, "kW")),
        ("44킬로와트", Amount(44, "kW")),
        ("석 달", Amount(3, "개월")),
        ("3개월", Amount(3, "개월")),
        ("5개년", Amount(5, "년")),
        ("다섯 명", Amount(5, "명")),
        ("30%", Amount(30, "%")),
    ],
)
def test_counts_have_one_unit(text: str, amount: Amount) -> None:
    assert found(text) == [amount]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025년 2분기", Day(year=2025, quarter=2)),
        ("2분기", Day(quarter=2)),
        ("지난해 9월", Day(shift=-1, month=9)),
        ("작년 9월", Day(shift=-1, month=9)),
        ("올해 상반기", Day(shift=0, half=1)),
        ("2월 4일", Day(month=2, day=4)),
        ("february 4 meeting", Day(month=2, day=4)),
        ("march 4th", Day(month=3, day=4)),
        ("feb 11", Day(month=2, day=11)),
        ("2027년", Day(year=2027)),
        ("다음 달", Day(month_shift=1)),
        ("지난해 말", Day(shift=-1, end=True)),
    ],
)
def test_dates_are_read(text: str, day: Day) -> None:
    assert found(text) == [day]


@pytest.mark.parametrize("text", ["내용", "일정", "에이닷", "gpt", "한국적 ai", "세상", "네이버"])
def test_words_that_begin_like_numbers_are_none(text: str) -> None:
    assert found(text) == []


def test_a_mention_knows_where_it_stands() -> None:
    text = "kt는 2025년 2분기에 300명"
    assert [text[m.start : m.end] for m in mentions(text)] == ["2025년 2분기", "300명"]


@pytest.mark.parametrize(
    ("day", "date", "clash"),
    [
        (Day(year=2025, quarter=2), "2025-Q2", False),
        (Day(year=2026), "2025-Q2", True),
        (Day(quarter=3), "2025-Q2", True),
        (Day(half=1), "2025-Q2", False),
        (Day(shift=0, month=5), "2025-Q2", False),
        (Day(shift=-1, month=9), "2024-09", False),
        (Day(month_shift=1), "2025-03", False),
        (Day(month_shift=1), "2025-04", True),
        (Day(quarter=1), "2025-H1", None),  # a quarter of that half: too vague to tell
        (Day(month=2, day=4), "2025-02-04", False),
        (Day(month=2, day=5), "2025-02-04", True),
        (Day(day=4), "2025-02", None),
    ],
)
def test_whether_two_dates_can_be_the_same(day: Day, date: str, clash: bool | None) -> None:
    assert day.clash(PartialDate(text=date), source_year=2025, source_month=2) is clash
