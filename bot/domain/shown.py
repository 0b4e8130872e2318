"""Facts and articles in the form in which a reply shows them."""

import datetime as dt

from bot.domain.article import Article
from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.reply import ShownArticle, ShownFact

PLAN_PAST = "기사 당시 계획 · 시점 지남"
PLAN = "기사 당시 계획"
OVERTAKEN = "이후 기사에서 바뀐 내용입니다."


def shown(fact: Fact, base: FactBase, today: dt.date, score: float = 1.0) -> ShownFact:
    """The fact with its source and remarks, as of ``today``; ``score`` is cut to 0…1."""
    notes = [OVERTAKEN] if fact.id in base.updated_by else []
    if fact.plan:
        due = fact.due()
        notes.append(PLAN_PAST if due and due < today else PLAN)
    return ShownFact(
        id=fact.id,
        company=fact.company,
        topic=fact.topic,
        summary=fact.summary,
        quote=fact.quote,
        score=round(min(1.0, max(0.0, score)), 3),
        article=shown_article(base.articles[fact.article]),
        notes=tuple(notes),
    )


def shown_article(article: Article) -> ShownArticle:
    return ShownArticle(
        id=article.id,
        title=article.display_title,
        outlet=article.outlet,
        reporter=article.reporter,
        published=article.published.date.isoformat(),
        inferred=article.published.inferred,
        url=str(article.url) if article.url else None,
        source_line=source_line(article),
    )


def source_line(article: Article) -> str:
    """Outlet · reporter · date; the title where no outlet is known, and inferred dates said to be so."""
    day = article.published.date.isoformat()
    parts = [
        article.outlet or article.display_title,
        f"{article.reporter} 기자" if article.reporter else None,
        f"본문으로 미루어 {day}" if article.published.inferred else day,
    ]
    return " · ".join(part for part in parts if part)
