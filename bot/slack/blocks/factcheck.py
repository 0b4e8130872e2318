"""The modal of the fact check: each statement with what the sources say to it."""

from collections import Counter
from collections.abc import Sequence

from slack_sdk.models.blocks import Block, DividerBlock, RichTextElement
from slack_sdk.models.views import View

from bot.domain.factcheck import Finding
from bot.services.tools import Statement
from bot.slack import texts
from bot.slack.blocks.modals import TITLE_LIMIT
from bot.slack.blocks.parts import context, inert, line, plain, rich, section, words
from bot.slack.blocks.sources import SUMMARY_SHOWN, quoted, source_lines

STATEMENT_SHOWN = 300


def checked(statements: Sequence[Statement]) -> View:
    """The modal; where nothing was stated, it says so."""
    blocks: list[Block] = [section(_summary(statements))]
    for statement in statements:
        blocks += [DividerBlock(), rich(*_finding(statement))]
    return View(
        type="modal",
        title=plain(texts.CHECK_TITLE, TITLE_LIMIT),
        close=plain(texts.CLOSE, TITLE_LIMIT),
        blocks=[*blocks, *context([texts.CHECK_LIMITS])],
    )


def _summary(statements: Sequence[Statement]) -> str:
    if not statements:
        return texts.NOTHING_TO_CHECK
    found = Counter(statement.checked.finding for statement in statements)
    counts = [f"{texts.FINDINGS[finding]} {found[finding]}" for finding in Finding if found[finding]]
    return texts.checked(len(statements), counts)


def _finding(statement: Statement) -> list[RichTextElement]:
    """A mark, the statement in its own words, and the fact with its quote where there is one."""
    checked_ = statement.checked
    mark = texts.FINDINGS[checked_.finding]
    elements: list[RichTextElement] = [
        line(words(mark, bold=True), words(f"  {inert(checked_.text, STATEMENT_SHOWN)}"))
    ]
    if checked_.wrong:
        told = ", ".join(
            texts.differs(inert(wrong, STATEMENT_SHOWN), difference) for wrong, difference in checked_.wrong
        )
        elements.append(line(words(told)))
    if statement.fact is None:
        elements.append(line(words(texts.NOT_KNOWN)))
        return elements
    fact = statement.fact
    elements.append(line(words(f"{texts.SOURCE_SAYS}: {inert(fact.summary, SUMMARY_SHOWN)}")))
    elements.append(quoted(fact, *source_lines(fact)))
    return elements
