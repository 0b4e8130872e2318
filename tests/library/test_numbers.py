"""Numbers read alike however they are spelt."""

from decimal import Decimal

import pytest

from bot.library.numbers import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2조 4천억 원", [("2400000000000", "원")]),
        ("2조4,000억원", [("2400000000000", "원")]),
        ("1만 2천 개", [("12000", "")]),
        ("1천500명", [("1500", "명")]),
        ("2천500만 원", [("25000000", "원")]),
        ("300여 명", [("300", "명")]),
        ("44㎾", [("44", "kW")]),
        ("1.5배, 40％", [("1.5", "배"), ("40", "%")]),
        ("2024~2027년", [("2024", ""), ("2027", "년")]),
        ("5개년 계획의 3개월", [("5", "년"), ("3", "개월")]),
        ("2025, 300", [("2025", ""), ("300", "")]),
        ("B2B와 MWC25, v3.5", []),
        ("숫자가 없다", []),
    ],
)
def test_numbers_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(number.value, number.unit) for number in numbers(text)] == [
        (Decimal(value), unit) for value, unit in expected
    ]


@pytest.mark.parametrize(
    ("proof", "stated", "proves"),
    [
        ("5개년", "5년", True),
        ("3·4분기", "3분기", True),
        ("3개월", "3월", False),
        ("44㎾", "44MW", False),
        ("2분기", "2월", False),
        ("4천억", "4천만", False),
    ],
)
def test_one_number_proves_another(proof: str, stated: str, proves: bool) -> None:
    assert any(number.proves(numbers(stated)[0]) for number in numbers(proof)) is proves
