"""Questions that ask for a list rather than for a fact: timelines and people."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.answering import people, timeline
from bot.domain.matching.matching import Match, Matcher
from bot.domain.question.question import Question
from bot.domain.reply import Reply


@dataclass(frozen=True)
class Listing:
    """A list with the matches that it is made of."""

    matches: tuple[Match, ...]
    reply: Reply


def listing(question: Question, matcher: Matcher, today: dt.date) -> Listing | None:
    """The list that a question asks for; None where it asks for none."""
    base = matcher.base
    if dated := timeline.found(question, matcher):
        return Listing(dated.matches, timeline.reply(dated, question, base, today))
    if known := people.found(question, matcher):
        return Listing(known.matches, people.reply(known, question, base, today))
    return None
