"""Proves every quote against the texts of the articles, which whoever holds them keeps elsewhere."""

import difflib
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from rapidfuzz import fuzz

from bot.domain.article import Article
from bot.domain.base import FactBase
from bot.domain.errors import Fault
from bot.domain.fact import Fact
from bot.library.files import Sources


def verify(base: FactBase, sources: Sources, articles: Path) -> list[Fault]:
    """Faults of the articles' records and of the quotes against ``articles``/ID.txt, sorted.

    An article's text must have the SHA-256 (of its bytes) and the length (in code points) of its record;
    a quote must stand, letter by letter, at its offset ``at``.
    """
    faults: list[Fault] = []
    texts: dict[str, str] = {}
    for article in base.articles.values():
        path = articles / f"{article.id}.txt"
        try:
            data = path.read_bytes()
            texts[article.id] = data.decode("utf-8")
        except FileNotFoundError:
            faults.append(sources.fault(article, ("id",), f"{path} is missing: put the article's text there"))
        except UnicodeDecodeError as error:
            faults.append(sources.fault(article, ("id",), f"{path} is not UTF-8 (byte {error.start})"))
        else:
            faults += _record(article, sources, data, len(texts[article.id]))
    for fact in base.facts:
        if fact.article in texts:
            faults += _quote(fact, sources, texts)
    return sorted(faults)


def _record(article: Article, sources: Sources, data: bytes, length: int) -> Iterator[Fault]:
    digest = hashlib.sha256(data).hexdigest()
    if digest != article.sha256:
        message = f"the text has the SHA-256 {digest}: it is another edition, or the record is wrong"
        yield sources.fault(article, ("sha256",), message)
    if length != article.length:
        yield sources.fault(article, ("length",), f"the text has {length} characters, not {article.length}")


def _quote(fact: Fact, sources: Sources, texts: Mapping[str, str]) -> Iterator[Fault]:
    text = texts[fact.article]
    if text.startswith(fact.quote, fact.at):
        return
    if places := list(_places(fact.quote, text)):
        right = " or ".join(f"at: {place}" for place in places)
        yield sources.fault(fact, ("at",), f"the quote does not stand at {fact.at}: write {right}")
    elif elsewhere := [name for name, other in texts.items() if fact.quote in other]:
        message = f"the quote is not from {fact.article}, but from {elsewhere[0]}: write that article"
        yield sources.fault(fact, ("article",), message)
    else:
        yield sources.fault(fact, ("quote",), f"the article does not say this; {_nearest(fact.quote, text)}")


def _places(quote: str, text: str) -> Iterator[int]:
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + 1)


def _nearest(quote: str, text: str) -> str:
    """Where the text comes nearest to the quote, and what differs there."""
    found = fuzz.partial_ratio_alignment(quote, text)
    if found is None or not text:
        return "it is empty"
    span = text[found.dest_start : found.dest_end]
    changes = [
        f"'{quote[a:b]}' for '{span[c:d]}'"
        for what, a, b, c, d in difflib.SequenceMatcher(None, quote, span, autojunk=False).get_opcodes()
        if what != "equal"
    ]
    differs = f", where the quote has {', '.join(changes)}" if len(changes) <= 3 else ""
    return f"nearest at {found.dest_start} ({found.score:.0f} %): '{span}'{differs}"
