"""The few facts that are looked at closely are those that the closer look would find best."""

import pytest

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.matching.shortlist import CANDIDATES, Shortlist

QUESTIONS = (
    "에스터는 언제 북미에 나와?",
    "LG유플러스가 포티투마루에 투자한 돈은?",
    "어디에 데이터센터를 새로 짓는대?",
    "who met Sam Altman",
    "ㅇㅇㄷ 비즈",
)


@pytest.fixture(scope="module")
def shortlist(engine: Engine) -> Shortlist:
    return Shortlist([engine.profiles.of(fact) for fact in engine.base.facts])


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_best_of_all_facts_is_on_it(engine: Engine, base: FactBase, text: str) -> None:
    question = engine.understand(text)
    best = max(engine.matcher.matches(question, base.facts), key=lambda match: match.score)
    assert best.fact.id in {match.fact.id for match in engine.matcher.rank(question)}


@pytest.mark.parametrize("text", QUESTIONS)
def test_it_is_short_and_holds_each_fact_once(engine: Engine, shortlist: Shortlist, text: str) -> None:
    found = [c.fact_id for c in shortlist.near(engine.understand(text), text)]
    assert 0 < len(set(found)) == len(found) <= CANDIDATES


def test_what_shares_nothing_with_any_fact_is_near_to_none(engine: Engine, shortlist: Shortlist) -> None:
    assert shortlist.near(engine.understand("🙂"), "🙂") == []
