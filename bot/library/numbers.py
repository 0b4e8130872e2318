"""Reads the numbers of a Korean text, so that two spellings of one number are equal."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

_SMALL = {"십": 10, "백": 100, "천": 1_000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_GROUP = rf"{_DIGITS}[십백천]?[만억조]?"
_UNITS = "분기|개월|개년|년|월|일|명|원|달러|배|%|[kKMG]W"
_NUMBER = re.compile(
    rf"(?<![A-Za-z\d])(?<!\d\.)(?P<groups>{_GROUP}(?:(?<=[십백천만억조]) ?{_GROUP})*)"
    rf"(?:\s?여)?(?:\s?(?P<unit>{_UNITS}))?"
)
_PARTS = re.compile(rf"({_DIGITS})([십백천]?)([만억조]?)")
_SAME_UNIT = {"개년": "년", "KRW": "원", "USD": "달러", "KW": "kW"}


class Number(NamedTuple):
    """A value and its unit; the unit is empty where it is none of those told apart here."""

    value: Decimal
    unit: str
    text: str
    """As it is written."""

    def proves(self, other: "Number") -> bool:
        """True for the same value in the same unit, or where one of them shows no unit ("3·4분기")."""
        return self.value == other.value and (self.unit == other.unit or not (self.unit and other.unit))


def quantity(value: float, unit: str) -> Number:
    """The number of a slot, its unit spelled as ``numbers`` does."""
    unit = _SAME_UNIT.get(unit, unit)
    return Number(Decimal(str(value)), unit if re.fullmatch(_UNITS, unit) else "", f"{value:g}{unit}")


def numbers(text: str) -> list[Number]:
    """The numbers of a text: 2조 4천억 원, 44㎾, 300여 명, 2분기.

    Digits after a Latin letter (B2B, MWC25) are part of a name.
    """
    text = unicodedata.normalize("NFKC", text)
    return [
        Number(_value(found["groups"]), _SAME_UNIT.get(found["unit"] or "", found["unit"] or ""), found[0])
        for found in _NUMBER.finditer(text)
    ]


def _value(groups: str) -> Decimal:
    total = section = Decimal(0)
    for digits, small, big in _PARTS.findall(groups):
        section += Decimal(digits.replace(",", "")) * _SMALL.get(small, 1)
        if big:
            total, section = total + section * _BIG[big], Decimal(0)
    return total + section
