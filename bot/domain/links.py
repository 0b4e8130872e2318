"""Which source an address leads to."""

import datetime as dt
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import BaseModel, ConfigDict

from bot.domain.base import FactBase
from bot.domain.reply import ShownArticle, ShownFact
from bot.domain.shown import shown, shown_article

MOST_FACTS = 3
MOST_DOMAINS = 5
"""Domains whose links an app may unfurl (docs.slack.dev/reference/app-manifest, features.unfurl_domains)."""
_TRACKING = ("utm_", "fbclid", "gclid", "igshid", "ref_src")


class Source(BaseModel):
    """An article with some of its facts, and how many there are."""

    model_config = ConfigDict(frozen=True)

    article: ShownArticle
    facts: tuple[ShownFact, ...]
    total: int


def source_of(url: str, base: FactBase, today: dt.date) -> Source | None:
    """The source at the address, however it was copied; None where the base knows none."""
    wanted = _plain(url)
    for article in base.articles.values():
        if article.url and wanted and _plain(str(article.url)) == wanted:
            facts = [fact for fact in base.facts if fact.article == article.id]
            first = tuple(shown(fact, base, today) for fact in facts[:MOST_FACTS])
            return Source(article=shown_article(article), facts=first, total=len(facts))
    return None


def domains(base: FactBase) -> tuple[str, ...]:
    """The hosts of the sources' addresses, as far as an app may name them."""
    hosts = [urlsplit(str(article.url)).hostname for article in base.articles.values() if article.url]
    return tuple(dict.fromkeys(_bare(host) for host in hosts if host))[:MOST_DOMAINS]


def _plain(url: str) -> tuple[str, str, str] | None:
    """(host, path, query) without scheme, www, fragment and what only tells where a link was found."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = sorted(pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_TRACKING))
    return _bare(host), parts.path.rstrip("/"), urlencode(query)


def _bare(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.")
