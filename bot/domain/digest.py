"""The daily digest: what a channel is told on a day, worked out from the fact base alone."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from bot.domain import digest_texts as texts
from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.reply import ShownFact, Suggestion
from bot.domain.rotation import first_queue, next_queue, todays

AHEAD = dt.timedelta(days=7)
"""How long before its date a plan is announced."""
BEHIND = dt.timedelta(days=3)
"""How long after its date a plan is shown as past; longer where the last digest is longer ago."""
DATED_AT_MOST = 2
"""Plans shown with each heading, so that a digest is read in two minutes."""
NEW_AT_MOST = 2
"""New facts shown beside the facts of the day; the others are counted, and come up in their turn."""

Show = Callable[[Fact], ShownFact]
"""How a fact is shown on the day of the digest (bot.domain.shown)."""


class Wanted(BaseModel):
    """What a channel wants to hear of; empty means everything."""

    model_config = ConfigDict(frozen=True)

    companies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def of(self, base: FactBase) -> list[Fact]:
        """The facts that are wanted, in the order of the base."""
        return [
            fact
            for fact in base.facts
            if (not self.companies or fact.company in self.companies)
            and (not self.topics or fact.topic in self.topics)
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


def compose(
    base: FactBase,
    channel: str,
    day: dt.date,
    show: Show,
    *,
    wanted: Wanted | None = None,
    seen: Seen | None = None,
) -> Digest:
    """The digest of ``channel`` on ``day``; the same arguments always give the same digest.

    Without ``seen``, the one that a channel sees which has had a digest every day until then.
    """
    wanted = wanted or Wanted()
    seen = seen or Seen(previous=day - dt.timedelta(days=1))
    facts = wanted.of(base)
    remarks = [texts.skipped(seen.skipped)] if seen.skipped else []
    if not facts and base.facts:
        facts = list(base.facts)
        remarks.append(texts.WHOLE_BASE)
    if seen.last is None:
        queue = first_queue(base, facts, channel, day)
    else:
        queue = next_queue(base, facts, channel, day, seen.last)
    chosen = todays(queue, seen.rounds)
    other = set(queue) - chosen.keys()
    near = [fact for fact in facts if fact.id in other and fact.id not in base.updated_by]
    coming = _dated(near, day, day + AHEAD)
    passed = _dated(near, min(seen.previous or day, day - BEHIND), day - dt.timedelta(days=1))
    return Digest(
        channel=channel,
        date=day,
        head=texts.head(day),
        remarks=tuple(remarks),
        new=_new(base, facts, day, show, seen=seen, chosen=chosen),
        facts=tuple(_with_date(show(base.by_id[one]), base.by_id[one].due(), day) for one in chosen),
        rounds=chosen,
        coming=tuple(
            DatedFact(fact=show(fact), due=due, line=texts.days_left(due, day))
            for due, fact in coming[:DATED_AT_MOST]
        ),
        coming_more=max(0, len(coming) - DATED_AT_MOST),
        passed=tuple(
            DatedFact(fact=show(fact), due=due, line=texts.days_past(due, day))
            for due, fact in passed[:DATED_AT_MOST]
        ),
        passed_more=max(0, len(passed) - DATED_AT_MOST),
        question=_question(base, queue, chosen),
    )


def _dated(facts: Sequence[Fact], first: dt.date, last: dt.date) -> list[tuple[dt.date, Fact]]:
    """The plans whose date falls between two days, both included, the nearest to come first."""
    found = [(due, fact) for fact in facts if (due := fact.due()) and first <= due <= last]
    return sorted(found, key=lambda one: (one[0], one[1].id))


def _with_date(fact: ShownFact, due: dt.date | None, day: dt.date) -> ShownFact:
    """A fact of the day says itself that its date is near, and is not shown a second time for it."""
    if due is None or not day <= due <= day + AHEAD:
        return fact
    return fact.model_copy(update={"notes": (*fact.notes, texts.days_left(due, day))})


def _new(
    base: FactBase,
    facts: Collection[Fact],
    day: dt.date,
    show: Show,
    *,
    seen: Seen,
    chosen: Collection[str],
) -> NewFacts | None:
    if seen.previous is None:
        return None  # to a channel that hears its first digest everything is new
    if seen.new is not None:
        fresh = [fact for fact in facts if fact.id in seen.new]
    else:
        fresh = [f for f in facts if seen.previous < base.articles[f.article].published.date <= day]
    if not fresh:
        return None
    sources = {fact.article: show(fact).article.source_line for fact in fresh}
    return NewFacts(
        fact_ids=tuple(fact.id for fact in fresh),
        line=texts.new_facts(fact.company for fact in fresh),
        sources=tuple(sources[article] for article in sorted(sources)),
        facts=tuple(show(fact) for fact in fresh if fact.id not in chosen)[:NEW_AT_MOST],
    )


def _question(base: FactBase, queue: Sequence[str], shown: Collection[str]) -> Suggestion | None:
    """A question that today's facts do not answer, where there is one: its own fact comes up soon."""
    ahead = [fact_id for fact_id in queue if fact_id not in shown] or list(queue)
    return Suggestion(fact_id=ahead[0], question=base.by_id[ahead[0]].questions[0]) if ahead else None


def _section(title: str, items: Sequence[str]) -> str:
    return "\n".join([f"[{title}]", *(f"• {item}" for item in items)])


def _cited(fact: ShownFact) -> str:
    return "\n".join([fact.summary, f"“{fact.quote}”", f"— {fact.article.source_line}", *fact.notes])
