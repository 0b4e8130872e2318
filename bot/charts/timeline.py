"""A timeline as a picture: one line a milestone, and a bar as wide as its date is vague."""

import datetime as dt
import io
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.charts import texts
from bot.domain.reply import Milestone, Moment, Reply, ShownFact

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ROWS = 40
"""Milestones in a picture; of more, the latest."""
ROW, HEAD, FOOT, WIDTH = 0.46, 0.95, 0.75, 13.0
"""Inches of a line, of what stands above and below, and of the whole width."""
DPI = 130
WHEN, WHO, WHAT, BARS = 0.015, 0.122, 0.198, 0.665
"""Where the columns begin, as shares of the width."""
WRAP = 54
"""Characters in a line of a summary; it has two at most."""
SHORTEST_BAR = 9
"""Days that a bar is wide at least, so that a single day can be seen; for a span of one year."""

INK, PALE, RULE, TODAY = "#1d2733", "#5b6673", "#e3e7ec", "#c2410c"
COLOURS = {"skt": "#c8324a", "kt": "#0f766e", "lguplus": "#7c3a9e", "industry": "#55606e"}
_UNKNOWN_COMPANY = "#55606e"


@dataclass(frozen=True)
class TimelineChart:
    """Draws timelines with the font file ``font``, as of the clock's day; fulfils services.ports.Draws."""

    font: Path
    clock: Callable[[], dt.date]

    def __call__(self, reply: Reply) -> bytes:
        """A PNG image of the reply's milestones. Takes some tenths of a second."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 (an extra, and large)
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.font_manager import FontProperties  # noqa: PLC0415

        milestones = reply.milestones[-MOST_ROWS:]
        facts = {fact.id: fact for fact in reply.facts}
        height = HEAD + FOOT + ROW * len(milestones)
        figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor="white")
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, 1), ylim=(0, height))
        axes.axis("off")
        sheet = _Sheet(axes, height, FontProperties(fname=str(self.font)), _scale(milestones), self.clock())
        sheet.draw(reply.message, milestones, facts)
        image = io.BytesIO()
        figure.savefig(image, format="png")
        return image.getvalue()


@dataclass(frozen=True)
class _Sheet:
    axes: "Axes"
    height: float
    font: Any
    scale: tuple[dt.date, dt.date]
    today: dt.date

    def draw(self, title: str, milestones: Sequence[Milestone], facts: dict[str, ShownFact]) -> None:
        self._write(WHEN, self.height - 0.36, title, size=13.5)
        top, bottom = self.height - HEAD, FOOT
        self._years(top, bottom)
        for number, milestone in enumerate(milestones):
            self._row(top - ROW * (number + 0.5), milestone, facts[milestone.fact_id])
        self._now(top, bottom)
        self._legend(bottom - 0.42)

    def _row(self, y: float, milestone: Milestone, fact: ShownFact) -> None:
        colour = COLOURS.get(fact.company, _UNKNOWN_COMPANY)
        self.axes.plot([WHEN, 0.985], [y - ROW / 2] * 2, color=RULE, linewidth=0.7, zorder=0)
        self._write(WHEN, y, milestone.when, size=10)
        self._write(WHO, y, texts.COMPANIES.get(fact.company, fact.company), size=10, colour=colour)
        lines = textwrap.wrap(fact.summary, WRAP, max_lines=2, placeholder=" …")
        self._write(WHAT, y, "\n".join(lines), size=9.5)
        self._bar(y, milestone.first_day, milestone.last_day, milestone.moment, colour)

    def _bar(self, y: float, first: str, last: str, moment: Moment, colour: str) -> None:
        left, right = self._x(first), self._x(last)
        shortest = SHORTEST_BAR / 365 * (0.985 - BARS)
        if right - left < shortest:
            middle = (left + right) / 2
            left, right = middle - shortest / 2, middle + shortest / 2
        self._box(left, y, right - left, moment, colour)

    def _box(self, left: float, y: float, width: float, moment: Moment, colour: str) -> None:
        from matplotlib.patches import Rectangle  # noqa: PLC0415

        face = {Moment.PAST: (colour, 1.0), Moment.NOW: (colour, 0.35)}.get(moment, ("white", 1.0))
        hatch = "////" if moment is Moment.OVERDUE else None
        style: dict[str, Any] = {
            "facecolor": face,
            "edgecolor": colour,
            "hatch": hatch,
            "linewidth": 1.1,
            "zorder": 3,
        }
        self.axes.add_patch(Rectangle((left, y - 0.09), width, 0.18, **style))

    def _years(self, top: float, bottom: float) -> None:
        first, last = self.scale
        for year in range(first.year, last.year + 1):
            x = self._x(f"{year}-01-01")
            self.axes.plot([x, x], [bottom, top + 0.06], color=RULE, linewidth=0.9, zorder=0)
            self._write(x + 0.003, top + 0.14, str(year), size=9.5, colour=PALE)

    def _now(self, top: float, bottom: float) -> None:
        first, last = self.scale
        if first <= self.today <= last:
            x = self._x(self.today.isoformat())
            dashes: dict[str, Any] = {"color": TODAY, "linewidth": 1.3, "linestyle": (0, (4, 3)), "zorder": 4}
            self.axes.plot([x, x], [bottom, top + 0.28], **dashes)
            self._write(x, top + 0.36, texts.TODAY, size=9.5, colour=TODAY, align="center")

    def _legend(self, y: float) -> None:
        x = WHEN
        for moment, label in texts.MOMENTS.items():
            self._box(x, y, 0.022, Moment(moment), INK)
            self._write(x + 0.028, y, label, size=9, colour=PALE)
            x += 0.06 + 0.0095 * len(label)

    def _x(self, day: str) -> float:
        first, last = self.scale
        share = (dt.date.fromisoformat(day) - first).days / max(1, (last - first).days)
        return BARS + (0.985 - BARS) * share

    def _write(
        self, x: float, y: float, text: str, *, size: float, colour: str = INK, align: str = "left"
    ) -> None:
        font = self.font.copy()
        font.set_size(size)
        plain = text.replace("$", r"\$")  # matplotlib would set a formula
        self.axes.text(
            x, y, plain, fontproperties=font, color=colour, ha=align, va="center", linespacing=1.25
        )


def _scale(milestones: Sequence[Milestone]) -> tuple[dt.date, dt.date]:
    """From the first of January of the earliest year to the last of December of the latest."""
    days = [dt.date.fromisoformat(day) for m in milestones for day in (m.first_day, m.last_day)]
    return dt.date(min(days).year, 1, 1), dt.date(max(days).year, 12, 31)
