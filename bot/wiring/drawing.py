"""The pictures of timelines, where what they need is there."""

import datetime as dt
import logging
from collections.abc import Callable
from importlib.util import find_spec

from bot.charts.fonts import find_font
from bot.charts.timeline import TimelineChart
from bot.services.ports import Draws

log = logging.getLogger(__name__)


def build_draws(clock: Callable[[], dt.date]) -> Draws | None:
    """What draws timelines; None where matplotlib or a Korean font is missing, which the log then tells."""
    if find_spec("matplotlib") is None:
        log.info("일정은 표로만 보여 줍니다. 그림도 올리려면: pip install 'telco-bot[charts]'")
        return None
    font = find_font()
    if font is None:
        log.warning(
            "한글 글꼴이 없어 일정을 그림으로 올리지 않습니다. "
            "나눔고딕이나 Noto Sans CJK를 설치하십시오(예: apt install fonts-nanum)."
        )
        return None
    return TimelineChart(font, clock)
