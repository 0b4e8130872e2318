"""A fact: one plain Korean sentence, the words that prove it, and the questions it answers."""

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.domain.article import Slug

SUMMARY_LIMIT = 80
"""Characters in a summary: what one reads at a glance on a phone (project rule)."""
QUOTE_LIMIT = 120
"""Characters in a quote: short quotation only, the text is its publisher's (project rule)."""

Company = Literal["skt", "kt", "lguplus", "industry"]
"""Whose fact it is; ``industry`` for what concerns all three telcos or none of them."""

_DATE = re.compile(
    r"^(?P<year>\d{4})(?:-(?:(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<end>end)))?$"
)


SOURCE_TOPIC = "출처"
"""The topic of what is told of an article itself: who wrote it, what stands below it."""


class Grain(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


class PartialDate(BaseModel):
    """A date as exact as the source gives it: 2027, 2025-H1, 2025-Q2, 2024-09, 2025-02-04, 2024-end.

    Raises ValueError for any other spelling and for days that do not exist.
    """

    model_config = ConfigDict(frozen=True)

    text: str

    @model_validator(mode="after")
    def _is_a_date(self) -> "PartialDate":
        if not _DATE.match(self.text):
            raise ValueError(
                f"'{self.text}' is no date: write 2027, 2025-H1, 2025-Q2, 2024-09, 2025-02-04 or 2024-end"
            )
        self.last_day()
        return self

    @property
    def grain(self) -> Grain:
        found = self._parts()
        if found["day"]:
            return Grain.DAY
        if found["month"]:
            return Grain.MONTH
        if found["quarter"]:
            return Grain.QUARTER
        return Grain.HALF if found["half"] or found["end"] else Grain.YEAR

    @property
    def year(self) -> int:
        return int(self._parts()["year"])

    def months(self) -> range:
        """The months of the year (1 to 12) that the date may fall in; 'end' is read as Q4."""
        found = self._parts()
        if found["month"]:
            return range(int(found["month"]), int(found["month"]) + 1)
        if found["quarter"]:
            last = int(found["quarter"]) * 3
            return range(last - 2, last + 1)
        if found["half"]:
            last = int(found["half"]) * 6
            return range(last - 5, last + 1)
        return range(10, 13) if found["end"] else range(1, 13)

    def first_day(self) -> dt.date:
        return dt.date(self.year, self.months()[0], int(self._parts()["day"] or 1))

    def last_day(self) -> dt.date:
        """The last day that the date may mean: a plan for 2025-Q2 is past from 1 July on."""
        if day := self._parts()["day"]:
            return dt.date(self.year, self.months()[0], int(day))
        month = self.months()[-1]
        after = dt.date(self.year + month // 12, month % 12 + 1, 1)
        return after - dt.timedelta(days=1)

    def _parts(self) -> dict[str, str]:
        found = _DATE.match(self.text)
        assert found is not None  # the validator has seen to it
        return found.groupdict()


def _date_from_text(value: object) -> object:
    # YAML reads 2025-02-04 as a date and 2027 as an integer; all spellings are one here.
    return {"text": str(value)} if isinstance(value, str | int | dt.date) else value


class SlotValue(BaseModel):
    """One thing that a fact can be asked for.

    ``what`` is the predicate as a word of the lexicon (체결, 출시, 투자): 착공 is not 완공.
    ``text`` is how the source says the value. ``entity`` is the lexicon id of who or what fills
    the slot, ``role`` the part it plays.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str = Field(min_length=1)
    text: str = Field(min_length=1)
    entity: Slug | None = None
    role: Literal["agent", "recipient", "partner", "instrument", "member"] | None = None


class When(SlotValue):
    """A date; ``text`` as the source has it ("지난해 9월"), ``date`` resolved ("2024-09")."""

    date: Annotated[PartialDate, BeforeValidator(_date_from_text)]


class Quantity(SlotValue):
    """A number with its unit: KRW, kW, 명, 개, 년, 개월 …"""

    value: float
    unit: str = Field(min_length=1)


SLOTS = (
    "when", "amounts", "counts", "durations", "people", "orgs", "places", "names",
    "items", "reasons", "methods", "definitions", "statements", "roles",
)  # fmt: skip
"""The names of a fact's slot fields."""


class Fact(BaseModel):
    """One fact, proved by its quote.

    Slots say which kinds of question the fact can answer. ``entities`` are all the entities that the
    fact is about (lexicon ids), ``subject`` the one it is mainly about. ``questions`` are ways to ask
    for it, written by the curators from the fact. ``updates`` names the older fact that this one
    overtakes, ``see`` facts that are easily taken for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    company: Company
    topic: str = Field(min_length=1, max_length=20)
    summary: str = Field(min_length=1, max_length=SUMMARY_LIMIT)
    quote: str = Field(min_length=1, max_length=QUOTE_LIMIT)
    at: int = Field(ge=0)
    """Offset of the quote in the article's text, in code points."""
    article: Slug
    subject: Slug
    entities: tuple[Slug, ...] = Field(min_length=1)
    when: tuple[When, ...] = ()
    amounts: tuple[Quantity, ...] = ()
    """Money, power and other measures ("얼마")."""
    counts: tuple[Quantity, ...] = ()
    """How many ("몇 명", "몇 개")."""
    durations: tuple[Quantity, ...] = ()
    """How long ("몇 년짜리")."""
    people: tuple[SlotValue, ...] = ()
    """Persons ("누가")."""
    orgs: tuple[SlotValue, ...] = ()
    """Companies, institutions ("어느 회사", "누가")."""
    places: tuple[SlotValue, ...] = ()
    names: tuple[SlotValue, ...] = ()
    """What something is called ("이름이 뭐야")."""
    items: tuple[SlotValue, ...] = ()
    """The members of a list, all of them, in the source's order ("뭐뭐")."""
    reasons: tuple[SlotValue, ...] = ()
    """Why."""
    methods: tuple[SlotValue, ...] = ()
    """How, with what."""
    definitions: tuple[SlotValue, ...] = ()
    """What it is, what it means."""
    statements: tuple[SlotValue, ...] = ()
    """What somebody said."""
    roles: tuple[SlotValue, ...] = ()
    """Somebody's office or something's part."""
    plan: bool = False
    """True for what was only planned when the article appeared."""
    updates: Slug | None = None
    see: tuple[Slug, ...] = ()
    questions: tuple[Annotated[str, Field(min_length=2, max_length=120)], ...] = Field(min_length=1)

    def slots(self) -> Iterator[tuple[str, SlotValue]]:
        """Every slot value with the name of its field."""
        for name in SLOTS:
            for value in getattr(self, name):
                yield name, value

    def due(self) -> dt.date | None:
        """The day after which a plan's time has passed; None for no plan or no date."""
        return max((w.date.last_day() for w in self.when), default=None) if self.plan else None
