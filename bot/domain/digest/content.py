"""What a channel is told on a day, worked out from the fact base alone."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from bot.domain.base import FactBase
from bot.domain.digest import texts
from bot.domain.digest.digest import DatedFact, Digest, NewFacts, Seen, Wanted
from bot.domain.digest.rotation import first_queue, next_queue, todays
from bot.domain.fact import Fact
from bot.domain.reply import ShownFact, Suggestion

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
