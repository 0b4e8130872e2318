"""The picture of a timeline: that it is one, and that it shows all of it."""

import datetime as dt
import struct
import warnings
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.charts.fonts import find_font
from bot.charts.timeline import DPI, FOOT, HEAD, MOST_ROWS, ROW, TimelineChart
from bot.domain.engine import Engine
from bot.domain.reply import Milestone, Moment, Reply, ShownArticle, ShownFact, Status
from tests.conftest import TODAY
from tests.parts import missing


@pytest.fixture(scope="module")
def chart() -> TimelineChart:
    if find_spec("matplotlib") is None:
        missing("matplotlib is not installed: pip install -e '.[charts]'")
    font: Path | None = find_font()
    if font is None:
        missing("no Korean font is installed: apt install fonts-nanum")
    return TimelineChart(font, lambda: TODAY)


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG image (its IHDR chunk)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def rows(picture: bytes) -> int:
    return round((size(picture)[1] / DPI - HEAD - FOOT) / ROW)


def test_it_has_a_line_for_each_milestone(engine: Engine, chart: TimelineChart) -> None:
    reply = engine.reply("KT 일정", TODAY)
    assert rows(chart(reply)) == len(reply.milestones)


def test_every_letter_is_in_the_font(engine: Engine, chart: TimelineChart) -> None:
    """matplotlib warns of glyphs that are missing, and warnings are errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart(engine.reply("일정", dt.date(2026, 1, 1)))


def made(count: int, summary: str) -> Reply:
    article = ShownArticle(
        id="a",
        title="",
        outlet=None,
        reporter=None,
        published="2025-01-01",
        inferred=False,
        url=None,
        source_line="",
    )
    facts = [
        ShownFact(id=f"f{n}", company="x", topic="", summary=summary, quote="", score=1, article=article)
        for n in range(count)
    ]
    milestones = [
        Milestone(
            fact_id=f.id, when="2025년", first_day="2025-01-01", last_day="2025-12-31", moment=Moment.COMING
        )
        for f in facts
    ]
    return Reply(status=Status.OVERVIEW, message="", facts=tuple(facts), milestones=tuple(milestones))


def test_a_long_timeline_keeps_its_end(chart: TimelineChart) -> None:
    assert rows(chart(made(MOST_ROWS + 9, "사실"))) == MOST_ROWS


@pytest.mark.parametrize("summary", ["$x^2$ 달러 $", "<b>&amp;</b>", "긴 말 " * 40, "", "\\frac{1}"])
def test_any_text_is_drawn_as_it_stands(chart: TimelineChart, summary: str) -> None:
    assert rows(chart(made(1, summary))) == 1
