"""Asking: the engine with a clock."""

import datetime as dt

from bot.domain.base import FactBase
from bot.services.ask import Ask
from bot.services.ports import Asks


def test_it_answers_as_of_the_clocks_day(base: FactBase) -> None:
    days = iter([dt.date(2025, 3, 1), dt.date(2026, 3, 1)])
    ask = Ask(base, lambda: next(days))
    before, after = ask("에스터는 언제 나와?"), ask("에스터는 언제 나와?")
    assert before.facts[0].id == after.facts[0].id
    assert before.facts[0].notes != after.facts[0].notes


def test_it_follows_a_thread(base: FactBase) -> None:
    ask: Asks = Ask(base, lambda: dt.date(2025, 3, 1))
    reply = ask("에이닷 비즈는?", ["에스터는 언제 나와?"])
    assert reply.facts[0].id == "skt-adot-biz-launch"


def test_warming_changes_no_reply(base: FactBase) -> None:
    cold, warm = (Ask(base, lambda: dt.date(2025, 3, 1)) for _ in range(2))
    warm.warm()
    for text in ("KT", "에스터는 언제 나와?", "익시오 가격"):
        assert cold(text) == warm(text)
