"""The daily digest as a value, and what it is worked out from besides the fact base."""

import datetime as dt
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from bot.domain.base import FactBase
from bot.domain.digest import texts
from bot.domain.fact import SOURCE_TOPIC, Fact
from bot.domain.reply import ShownFact, Suggestion


class Wanted(BaseModel):
    """What a channel wants to hear of; empty means everything but what is told of the articles themselves."""

    model_config = ConfigDict(frozen=True)

    companies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def of(self, base: FactBase) -> list[Fact]:
        """The facts that are wanted, in the order of the base."""
        return [
            fact
            for fact in base.facts
            if (not self.companies or fact.company in self.companies)
            and (fact.topic in self.topics if self.topics else fact.topic != SOURCE_TOPIC)
        ]


class Seen(BaseModel):
    """What a channel has been told so far."""

    model_config = ConfigDict(frozen=True)

    rounds: Mapping[str, int] = {}
    """For each fact the last round of facts in which the channel saw it (bot.domain.rotation)."""
    last: str | None = None
    """The last fact of its last digest."""
    previous: dt.date | None = None
    """The day of its last digest; None before the first."""
    new: frozenset[str] | None = None
    """Facts that joined the base since then; None counts by the publication of their articles."""
    skipped: tuple[dt.date, ...] = ()
    """Days since then whose digest could not be sent in time."""


class NewFacts(BaseModel):
    """How many facts joined the base, from which sources, and some of them."""

    model_config = ConfigDict(frozen=True)

    fact_ids: tuple[str, ...]
    line: str
    sources: tuple[str, ...]
    facts: tuple[ShownFact, ...]
    """The first ones that are not among the facts of the day."""


class DatedFact(BaseModel):
    """A plan near its date; ``line`` says in Korean how near."""

    model_config = ConfigDict(frozen=True)

    fact: ShownFact
    due: dt.date
    line: str


class Digest(BaseModel):
    """One channel's digest of one day; a quiet day has fewer parts, never none."""

    model_config = ConfigDict(frozen=True)

    channel: str
    date: dt.date
    head: str
    remarks: tuple[str, ...] = ()
    new: NewFacts | None = None
    facts: tuple[ShownFact, ...] = ()
    """The facts of the day."""
    rounds: Mapping[str, int] = {}
    """The round of each fact of the day, to be remembered for ``Seen``."""
    coming: tuple[DatedFact, ...] = ()
    coming_more: int = 0
    passed: tuple[DatedFact, ...] = ()
    passed_more: int = 0
    question: Suggestion | None = None

    def text(self) -> str:
        """The whole digest as plain text, for terminals, screen readers and notifications."""
        parts = ["\n".join([self.head, *self.remarks])]
        if self.new:
            parts.append(_section(self.new.line, [_cited(fact) for fact in self.new.facts]))
        if self.facts:
            parts.append(_section(texts.FACTS, [_cited(fact) for fact in self.facts]))
        else:
            parts.append(texts.NOTHING)
        for title, dated, count in (
            (texts.COMING, self.coming, self.coming_more),
            (texts.PASSED, self.passed, self.passed_more),
        ):
            if dated:
                cited = [f"{_cited(one.fact)}\n{one.line}" for one in dated]
                parts.append(_section(f"{title}{texts.more(count)}", cited))
        if self.question:
            parts.append(f"[{texts.TRY}] {self.question.question}")
        return "\n\n".join(parts)


def _section(title: str, items: Sequence[str]) -> str:
    return "\n".join([f"[{title}]", *(f"• {item}" for item in items)])


def _cited(fact: ShownFact) -> str:
    return "\n".join([fact.summary, f"“{fact.quote}”", f"— {fact.article.source_line}", *fact.notes])
