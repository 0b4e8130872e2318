"""The tools beside answering, over the base that the questions are answered from."""

import datetime as dt
from collections.abc import Callable

from bot.services.ask import Ask
from bot.services.tools import Check, KnowLink, Suggest, Tools


def build_tools(asks: Ask, clock: Callable[[], dt.date]) -> Tools:
    """Suggestions, fact checks and known links; the suggestions are worked out now."""
    suggest = Suggest(lambda: asks.base)
    suggest("")
    return Tools(
        suggest=suggest,
        check=Check(lambda: asks.engine, clock),
        know_link=KnowLink(lambda: asks.base, clock),
    )
