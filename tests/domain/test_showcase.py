"""What the base shows of itself: only what its own engine answers."""

import dataclasses

import pytest

from bot.domain.base import FactBase
from bot.domain.reply import Status
from bot.domain.showcase import MOST_NEWS, MOST_PROMPTS, PROMPT_LIMIT, Showcase, showcase
from tests.conftest import TODAY, Ask


@pytest.fixture(scope="module")
def window(base: FactBase, ask: Ask) -> Showcase:
    return showcase(base, ask, TODAY)


def test_the_companies_are_the_three_telcos(window: Showcase) -> None:
    assert window.companies == ("SKT", "KT", "LG유플러스")


def test_prompts_are_few_short_and_answered(window: Showcase, ask: Ask) -> None:
    assert 0 < len(window.prompts) <= MOST_PROMPTS
    for prompt in window.prompts:
        assert len(prompt) <= PROMPT_LIMIT
        assert ask(prompt).status in (Status.ANSWER, Status.COMPARISON)


def test_each_telco_has_a_prompt_and_the_last_compares(window: Showcase, ask: Ask) -> None:
    *questions, comparison = (ask(prompt) for prompt in window.prompts)
    assert [reply.facts[0].company for reply in questions] == ["skt", "kt", "lguplus"]
    assert comparison.status is Status.COMPARISON


def test_the_news_are_of_the_newest_article(window: Showcase, base: FactBase, ask: Ask) -> None:
    news = window.news
    assert news is not None
    newest = max(base.articles.values(), key=lambda article: article.published.date)
    assert news.article.id == newest.id
    assert news.total == sum(fact.article == newest.id for fact in base.facts)
    assert len(news.facts) == MOST_NEWS == len({fact.topic for fact in news.facts})
    for fact, suggestion in zip(news.facts, news.suggestions, strict=True):
        assert ask(suggestion.question).facts[0].id == suggestion.fact_id == fact.id


def test_an_empty_base_shows_nothing(base: FactBase, ask: Ask) -> None:
    assert showcase(dataclasses.replace(base, facts=()), ask, TODAY) == Showcase()
