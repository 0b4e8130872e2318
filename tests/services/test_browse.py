"""The base's window is made once a day and once a base."""

import dataclasses
import datetime as dt

from bot.domain.base import FactBase
from bot.services.browse import Browse
from tests.conftest import TODAY, Ask


def test_it_is_made_anew_for_another_day_or_base(base: FactBase, ask: Ask) -> None:
    held, today = base, TODAY
    browse = Browse(lambda: held, ask, lambda: today)
    first = browse()
    assert browse() is first
    today = TODAY + dt.timedelta(days=1)
    second = browse()
    assert second is not first
    held = dataclasses.replace(base, facts=())
    assert browse().companies == ()
