"""Which facts a channel sees on which day: each of them once before any is repeated.

Facts come in rounds: a round shows every fact once, in an order that spreads the companies evenly. A fact
that joins the base takes its place in the round under way.
"""

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.base import FactBase
from bot.domain.fact import Fact

FACTS_A_DAY = 3


def interleaved(facts: Iterable[Fact], channel: str) -> list[str]:
    """The ids in the channel's own order, each company's facts spread evenly over the whole.

    Every channel has another order, and the same one for ever. Companies take turns by smooth weighted
    round robin, each with as many turns as it has facts: no stretch has more of one than its share.
    """
    queues: dict[str, deque[str]] = {}
    for fact in sorted(facts, key=lambda fact: (_mark(channel, fact.id), fact.id)):
        queues.setdefault(fact.company, deque()).append(fact.id)
    shares = {company: len(queue) for company, queue in queues.items()}
    total = sum(shares.values())
    credit = dict.fromkeys(sorted(shares, key=lambda name: _mark(channel, name)), 0)
    order = []
    for _ in range(total):
        for company, share in shares.items():
            credit[company] += share
        turn = max(credit, key=lambda company: credit[company])
        credit[turn] -= total
        order.append(queues[turn].popleft())
    return order


def first_queue(base: FactBase, facts: Sequence[Fact], channel: str, day: dt.date) -> list[str]:
    """The order in which ``facts`` come up on ``day`` in a channel that has had a digest every day.

    Today's facts are the first of the queue. Facts of articles that appeared later than ``day`` are left
    out, unless nothing else is left. Days are counted from the year of the first article on, so that any
    two days agree on one history.
    """
    appeared = {fact.id: base.articles[fact.article].published.date for fact in facts}
    if not appeared:
        return []
    dates = sorted(set(appeared.values()))
    since = dt.date(dates[0].year, 1, 1)
    left = known = interleaved(facts, channel)
    for date in (date for date in dates if date <= day):
        left = _after_days(left, known, (date - since).days)
        old = set(left)
        so_far = [fact for fact in facts if appeared[fact.id] <= date]
        known = interleaved(so_far, channel)
        due = [fact for fact in so_far if fact.id in old or appeared[fact.id] == date]
        left = interleaved(due, channel)
        since = date
    left = _after_days(left, known, (day - since).days)
    return left + _without(known, left)


def next_queue(base: FactBase, facts: Sequence[Fact], channel: str, day: dt.date, last: str) -> list[str]:
    """The same order for a channel whose last fact was ``last``: it goes on behind that one."""
    known = [fact for fact in facts if base.articles[fact.article].published.date <= day]
    order = interleaved(known or facts, channel)
    start = order.index(last) + 1 if last in order else 0
    return order[start:] + order[:start]


def todays(queue: Sequence[str], rounds: Mapping[str, int], count: int = FACTS_A_DAY) -> dict[str, int]:
    """The facts of the day and the round in which each is shown, in their order.

    ``rounds`` holds the last round in which the channel saw a fact. What is missing in the round under way
    comes first; where that is less than ``count``, the next round begins on the same day.
    """
    current = max(rounds.values(), default=0)
    missing = [one for one in queue if rounds.get(one, -1) < current or not rounds]
    chosen = dict.fromkeys(missing[:count], current)
    for one in _without(queue, missing)[: count - len(chosen)]:
        chosen[one] = current + 1
    return chosen


def _after_days(left: list[str], order: list[str], days: int) -> list[str]:
    """What is left of the round after so many days, given what is left of it now and the full order."""
    taken = days * FACTS_A_DAY if days >= 0 else days * FACTS_A_DAY % len(order)
    if taken < len(left) or len(order) <= FACTS_A_DAY:
        return left[taken:] or order
    return order[(taken - len(left)) % len(order) :]


def _without(queue: Sequence[str], these: Sequence[str]) -> list[str]:
    out = set(these)
    return [one for one in queue if one not in out]


def _mark(channel: str, name: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{channel}\0{name}".encode()).digest()[:8])
