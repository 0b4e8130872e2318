"""The base's window is worked out once a base, and brought up to date each day."""

import dataclasses
import datetime as dt

from bot.domain.base import FactBase
from bot.domain.reply import Reply
from bot.domain.shown import PLAN, PLAN_PAST
from bot.services.browse import Browse
from tests.conftest import TODAY, Ask


def test_it_is_made_once_a_base(base: FactBase, ask: Ask) -> None:
    held, asked = base, []

    def counting(text: str) -> Reply:
        asked.append(text)
        return ask(text)

    browse = Browse(lambda: held, counting, lambda: TODAY)
    first = browse()
    count = len(asked)
    assert count
    assert browse() is first
    assert len(asked) == count
    held = dataclasses.replace(base, facts=())
    assert browse().companies == ()


def test_another_day_changes_what_has_passed_and_asks_nothing(base: FactBase, ask: Ask) -> None:
    today = TODAY
    asked: list[str] = []

    def counting(text: str) -> Reply:
        asked.append(text)
        return ask(text)

    browse = Browse(lambda: base, counting, lambda: today)
    before = browse().news
    count = len(asked)
    today = TODAY + dt.timedelta(days=3650)
    after = browse().news
    assert before is not None
    assert after is not None
    assert any(PLAN in fact.notes for fact in before.facts)
    assert [fact.id for fact in after.facts] == [fact.id for fact in before.facts]
    assert any(PLAN_PAST in fact.notes for fact in after.facts)
    assert len(asked) == count
