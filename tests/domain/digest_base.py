"""A made-up fact base for the digest tests: three companies of unlike size, two articles, some plans."""

import datetime as dt

from bot.domain.article import Article, Published
from bot.domain.base import FactBase
from bot.domain.fact import Fact, PartialDate, When
from bot.domain.lexicon import Entity, EntityType
from bot.domain.reply import ShownArticle, ShownFact

FIRST = dt.date(2025, 2, 13)
SECOND = dt.date(2025, 3, 4)


def make_base(*, plans: dict[str, str] | None = None, sizes: tuple[int, ...] = (10, 17, 8, 5)) -> FactBase:
    """A base of sum(sizes) facts; ``plans`` gives facts a date by id, as in {"kt-3": "2025-06-30"}.

    The last third of KT's facts come from the second article.
    """
    facts = []
    for company, size in zip(("skt", "kt", "lguplus", "industry"), sizes, strict=True):
        for number in range(size):
            late = company == "kt" and number >= size * 2 // 3
            date = (plans or {}).get(f"{company}-{number}")
            facts.append(
                Fact.model_validate(
                    {
                        "id": f"{company}-{number}",
                        "company": company,
                        "topic": "AI 전략" if number % 2 else "투자",
                        "summary": f"{company}의 사실 {number}입니다.",
                        "quote": f"{company}의 인용 {number}",
                        "at": number,
                        "article": "second" if late else "first",
                        "subject": company if company != "industry" else "kt",
                        "entities": [company if company != "industry" else "kt"],
                        "when": [When(what="출시", text="그때", date=PartialDate(text=date))] if date else [],
                        "plan": bool(date),
                        "questions": [f"{company}의 {number}번은 무엇인가"],
                    }
                )
            )
    return FactBase(articles=_ARTICLES, facts=tuple(facts), entities=_ENTITIES, concepts={})


def show(fact: Fact) -> ShownFact:
    """A stand-in for bot.domain.shown, with the source line that its article would have."""
    article = _ARTICLES[fact.article]
    return ShownFact(
        id=fact.id,
        company=fact.company,
        topic=fact.topic,
        summary=fact.summary,
        quote=fact.quote,
        score=1.0,
        article=ShownArticle(
            id=article.id,
            title=article.display_title,
            outlet=article.outlet,
            reporter=article.reporter,
            published=article.published.date.isoformat(),
            inferred=article.published.inferred,
            url=None,
            source_line=f"{article.label} · {article.published.date}",
        ),
    )


def _article(name: str, date: dt.date) -> Article:
    return Article(
        id=name, label=f"기사 {name}", published=Published(date=date), sha256="0" * 64, length=1000
    )


_ARTICLES = {"first": _article("first", FIRST), "second": _article("second", SECOND)}
_ENTITIES = {
    entity.id: entity
    for entity in (
        Entity(id="skt", type=EntityType.TELCO, name="SKT", aliases=("SK텔레콤", "SK telecom")),
        Entity(id="kt", type=EntityType.TELCO, name="KT", aliases=("케이티",)),
        Entity(id="lguplus", type=EntityType.TELCO, name="LG유플러스", aliases=("LGU+", "유플러스")),
    )
}
