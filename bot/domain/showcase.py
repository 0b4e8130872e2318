"""What the base shows of itself to somebody who has not asked yet: companies, news, questions to try."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict

from bot.domain.answering.comparing import TELCOS
from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.reply import Reply, ShownArticle, ShownFact, Status, Suggestion
from bot.domain.shown import shown, shown_article

MOST_PROMPTS = 4
"""Suggested prompts of Slack's agent pane (assistant.threads.setSuggestedPrompts)."""
MOST_NEWS = 3
WORTH = 2
"""Facts that each telco must have of a topic to be worth a comparison."""
PROMPT_LIMIT = 45
"""Characters of a prompt that one takes in at a glance."""

Asks = Callable[[str], Reply]


class News(BaseModel):
    """The newest source, some of its facts with a question for each, and how many facts it gave."""

    model_config = ConfigDict(frozen=True)

    article: ShownArticle
    facts: tuple[ShownFact, ...]
    suggestions: tuple[Suggestion, ...]
    total: int


class Showcase(BaseModel):
    """What there is to see before the first question."""

    model_config = ConfigDict(frozen=True)

    companies: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    news: News | None = None


def showcase(base: FactBase, asks: Asks, today: dt.date) -> Showcase:
    """The base's window; every prompt is one that ``asks`` answers as it is meant to."""
    newest_first = sorted(base.facts, key=lambda fact: _published(base, fact), reverse=True)
    return Showcase(
        companies=tuple(base.entities[telco].name for telco in TELCOS if _has_facts(base, telco)),
        prompts=tuple(_prompts(base, newest_first, asks)),
        news=_news(base, newest_first, asks, today),
    )


def as_of(window: Showcase, base: FactBase, today: dt.date) -> Showcase:
    """The same window of the same base on another day: what has passed since then is said to have."""
    if window.news is None:
        return window
    facts = tuple(shown(base.by_id[fact.id], base, today) for fact in window.news.facts)
    return window.model_copy(update={"news": window.news.model_copy(update={"facts": facts})})


def _prompts(base: FactBase, newest_first: Sequence[Fact], asks: Asks) -> list[str]:
    """One question about each telco, from its newest facts, then a comparison."""
    prompts = []
    for telco in TELCOS:
        own = [fact for fact in newest_first if fact.company == telco and fact.subject != telco]
        prompts += [question for fact in own if (question := _answered(fact, asks))][:1]
    for topic, first, second in _common_topics(base):
        question = f"{base.entities[first].name} vs {base.entities[second].name} {topic}"
        if asks(question).status is Status.COMPARISON:
            return [*prompts, question][:MOST_PROMPTS]
    return prompts[:MOST_PROMPTS]


def _common_topics(base: FactBase) -> list[tuple[str, str, str]]:
    """Topics with the first two telcos that tell most of them; those of many telcos and few facts first."""
    told: dict[str, Counter[str]] = {}
    for fact in base.facts:
        if fact.company in TELCOS:
            told.setdefault(fact.topic, Counter())[fact.company] += 1
    common = {topic: [telco for telco in TELCOS if held[telco] >= WORTH] for topic, held in told.items()}
    order = sorted(common, key=lambda topic: (-len(common[topic]), told[topic].total(), topic))
    return [(topic, common[topic][0], common[topic][1]) for topic in order if len(common[topic]) >= 2]


def _answered(fact: Fact, asks: Asks) -> str | None:
    """The fact's first question that is short and is answered with the fact."""
    for question in fact.questions:
        if len(question) <= PROMPT_LIMIT:
            reply = asks(question)
            if reply.status is Status.ANSWER and reply.facts[0].id == fact.id and not reply.read_as:
                return question
    return None


def _news(base: FactBase, newest_first: Sequence[Fact], asks: Asks, today: dt.date) -> News | None:
    """The newest article: the first fact of each of its topics."""
    if not newest_first:
        return None
    article = newest_first[0].article
    own = [fact for fact in base.facts if fact.article == article]
    leads = {fact.topic: fact for fact in reversed(own)}
    topics = dict.fromkeys(fact.topic for fact in own)
    told = [(leads[topic], question) for topic in topics if (question := _answered(leads[topic], asks))]
    return News(
        article=shown_article(base.articles[article]),
        facts=tuple(shown(fact, base, today) for fact, _ in told[:MOST_NEWS]),
        suggestions=tuple(Suggestion(fact_id=f.id, question=q) for f, q in told[:MOST_NEWS]),
        total=len(own),
    )


def _published(base: FactBase, fact: Fact) -> dt.date:
    return base.articles[fact.article].published.date


def _has_facts(base: FactBase, company: str) -> bool:
    return any(fact.company == company for fact in base.facts)
