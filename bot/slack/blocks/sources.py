"""How a fact's quote, source and remarks are shown, and how many facts fit in a message."""

from collections.abc import Callable, Iterable, Sequence

from slack_sdk.models import JsonObject
from slack_sdk.models.blocks import RichTextQuoteElement

from bot.domain.reply import ShownFact
from bot.slack import texts
from bot.slack.blocks.parts import inert, json_size, shorten, words

SUMMARY_SHOWN = 300
QUOTE_SHOWN = 400
SOURCE_SHOWN = 200
NOTES_SHOWN = 3
"""Room for what a base may hold; the project's own summaries and quotes are far shorter."""
BUDGET = 5500
"""Characters (see json_size) for the facts of one message; a message, what leads it and its buttons need
at most as much again, and Slack takes 13,200 in all."""


def quoted(fact: ShownFact, *below: str) -> RichTextQuoteElement:
    """The article's own words, with the lines that shall stand below them."""
    source = [words(inert("\n".join(below), QUOTE_SHOWN + SOURCE_SHOWN), italic=True)] if below else []
    spoken = words(f"“{inert(fact.quote, QUOTE_SHOWN)}”" + ("\n" if below else ""))
    return RichTextQuoteElement(elements=[spoken, *source])


def source_line(fact: ShownFact) -> str:
    """The source, as long as it may be."""
    return shorten(fact.article.source_line, SOURCE_SHOWN)


def notes(fact: ShownFact) -> list[str]:
    """Every remark about the fact."""
    return [f"{texts.NOTE_MARK} {shorten(note, SOURCE_SHOWN)}" for note in fact.notes[:NOTES_SHOWN]]


def source_lines(fact: ShownFact) -> list[str]:
    """The source and every remark about the fact, one a line."""
    return [source_line(fact), *notes(fact)]


def pages(
    facts: Iterable[ShownFact], most: int, budget: int, shown: Callable[[ShownFact], Sequence[JsonObject]]
) -> list[tuple[ShownFact, ...]]:
    """The facts in order, cut into pages of at most ``most`` facts and ``budget`` characters.

    ``shown`` gives what is shown for a fact; a fact that is larger than the budget has its own page.
    """
    cut: list[list[ShownFact]] = []
    room = 0
    for fact in facts:
        size = json_size(shown(fact))
        if not cut or len(cut[-1]) >= most or size > room:
            cut.append([])
            room = budget
        cut[-1].append(fact)
        room -= size
    return [tuple(page) for page in cut]
