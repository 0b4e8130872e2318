"""What numbers and dates mean, and when two dates cannot be the same."""

from dataclasses import dataclass

from bot.domain.fact import PartialDate


@dataclass(frozen=True)
class Amount:
    """A number with its unit; money is in won."""

    value: float
    unit: str


@dataclass(frozen=True)
class Day:
    """What a question says of a date; ``shift`` counts years from the source's year (작년: -1)."""

    year: int | None = None
    shift: int | None = None
    quarter: int | None = None
    half: int | None = None
    month: int | None = None
    month_shift: int | None = None
    day: int | None = None
    end: bool = False

    def clash(self, other: PartialDate, source_year: int, source_month: int) -> bool | None:
        """True where the two cannot mean the same time, False where they agree, None if too vague."""
        year = self.year if self.year is not None else None
        if year is None and self.shift is not None:
            year = source_year + self.shift
        if year is not None and year != other.year:
            return True
        mine = self._months(source_month)
        if mine is not None:
            if not set(mine) & set(other.months()):
                return True
            if self.quarter and other.grain == "half":
                return None
        if self.day is not None:
            last = other.text.split("-")
            return int(last[2]) != self.day if len(last) == 3 else None
        return False

    def _months(self, source_month: int) -> range | None:
        if self.month:
            return range(self.month, self.month + 1)
        if self.month_shift is not None:
            month = (source_month + self.month_shift - 1) % 12 + 1
            return range(month, month + 1)
        if self.quarter:
            return range(self.quarter * 3 - 2, self.quarter * 3 + 1)
        if self.half:
            return range(self.half * 6 - 5, self.half * 6 + 1)
        return range(10, 13) if self.end and self.shift is not None else None
