"""Facts and articles as a reply shows them."""

import datetime as dt

import pytest

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.shown import OVERTAKEN, PLAN, PLAN_PAST, shown, source_line


def notes(base: FactBase, fact_id: str, today: str) -> tuple[str, ...]:
    return shown(base.by_id[fact_id], base, dt.date.fromisoformat(today)).notes


@pytest.mark.parametrize(
    ("today", "note"),
    [
        ("2025-03-10", PLAN),
        ("2027-12-31", PLAN),  # the last day of the year that was named
        ("2028-01-01", PLAN_PAST),
    ],
)
def test_a_plan_is_said_to_be_one_and_past_when_it_is(base: FactBase, today: str, note: str) -> None:
    assert note in notes(base, "lgu-paju-completion", today)


def test_what_happened_is_no_plan(base: FactBase) -> None:
    assert notes(base, "lgu-42maru-investment", "2028-01-01") == ()


def test_an_overtaken_fact_says_so(base: FactBase) -> None:
    overtaken = [fact.id for fact in base.facts if fact.id in base.updated_by]
    assert overtaken
    assert all(OVERTAKEN in notes(base, fact_id, "2025-03-10") for fact_id in overtaken)


@pytest.mark.parametrize(("score", "kept"), [(1.3, 1.0), (-0.2, 0.0), (0.5, 0.5)])
def test_scores_stay_within_bounds(base: FactBase, score: float, kept: float) -> None:
    fact: Fact = base.facts[0]
    assert shown(fact, base, dt.date(2025, 3, 10), score).score == kept


def test_a_source_line_says_what_is_known(base: FactBase) -> None:
    assert source_line(base.articles["2025-03-04-kt-mwc25"]).startswith("CEO스코어데일리 · 김동일 기자 · ")


def test_an_inferred_date_is_said_to_be_inferred(base: FactBase) -> None:
    """The article of February names neither its outlet nor its date."""
    article = base.articles["2025-02-13-telcos-ai"]
    assert source_line(article) == f"{article.display_title} · 본문으로 미루어 2025-02-13"
