"""What the tools show of the whole base keeps Slack's limits and leaves nothing out."""

import pytest

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.factcheck import MOST_STATEMENTS
from bot.domain.links import Source
from bot.domain.reply import Reply
from bot.domain.shown import shown, shown_article
from bot.playground.limits import BLOCKS_LENGTH, blocks_length, check_blocks, check_view
from bot.services.tools import Check
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import HOME, PRIVATE_ECHO, Frame, render
from bot.slack.blocks.factcheck import checked
from bot.slack.blocks.modals import VALUE_LIMIT, options, search
from bot.slack.blocks.timeline import ROWS
from bot.slack.blocks.unfurl import unfurl
from tests.conftest import TODAY

FRAMES = {"private": PRIVATE_ECHO, "shared": Frame(echo=True, sharer="<@U1>"), "home": HOME}


@pytest.fixture(scope="module")
def timeline(engine: Engine) -> Reply:
    return engine.reply("일정", TODAY)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_page_of_the_timeline_keeps_slacks_limits(timeline: Reply, frame: str) -> None:
    for number in range(len(timeline.milestones)):
        message = render(timeline, Asked("일정", page=number), FRAMES[frame])
        blocks = [block.to_dict() for block in message.blocks]
        assert check_blocks(blocks) == []
        assert blocks_length(blocks) <= BLOCKS_LENGTH
        assert len(message.text) <= 4000


def rows(reply: Reply, page: int) -> list[str]:
    """The cells of the first column on a page."""
    blocks = [block.to_dict() for block in render(reply, Asked("일정", page=page)).blocks]
    (table,) = [block for block in blocks if block["type"] == "table"]
    return [row[0]["text"] for row in table["rows"][1:]]


def test_the_pages_together_hold_every_milestone_once(timeline: Reply) -> None:
    pages: list[list[str]] = []
    while len(found := [cell for page in pages for cell in page]) < len(timeline.milestones):
        pages.append(rows(timeline, len(pages)))
    assert found == [milestone.when for milestone in timeline.milestones]
    assert all(len(page) <= ROWS for page in pages)


def test_every_row_has_its_quote_and_a_source_below(timeline: Reply) -> None:
    message = render(timeline, Asked("일정"))
    blocks = [block.to_dict() for block in message.blocks]
    (table,) = [block for block in blocks if block["type"] == "table"]
    legend = str([block for block in blocks if block["type"] == "context"])
    quotes = {fact.quote for fact in timeline.facts}
    for row in table["rows"][1:]:
        parts = [part["text"] for part in row[2]["elements"][0]["elements"]]
        assert parts[1].strip("\n“”") in quotes
        assert parts[2].strip() in legend


def test_every_fact_check_keeps_slacks_limits(engine: Engine) -> None:
    check = Check(lambda: engine, lambda: TODAY)
    summaries = [fact.summary for fact in engine.base.facts]
    for start in range(0, len(summaries), MOST_STATEMENTS):
        view = checked(check("\n".join(summaries[start : start + MOST_STATEMENTS]))).to_dict()
        assert check_view(view) == []
        assert all(finding in texts.FINDINGS for finding in ("agrees", "differs", "unknown"))


def test_an_article_with_all_it_holds_can_be_unfurled(base: FactBase) -> None:
    for article in base.articles.values():
        facts = [shown(fact, base, TODAY) for fact in base.facts if fact.article == article.id]
        source = Source(article=shown_article(article), facts=tuple(facts[:3]), total=len(facts))
        assert check_blocks([block.to_dict() for block in unfurl(source)]) == []


@pytest.mark.parametrize("typed", ["", "  ", "가" * 500, "<!channel>", "a" * VALUE_LIMIT, "\u202e거꾸로"])
def test_options_keep_slacks_limits_whatever_is_typed(typed: str) -> None:
    for option in options(typed, []):
        made = option.to_dict()
        assert 0 < len(made["text"]["text"]) <= 75
        assert 0 < len(made["value"]) <= VALUE_LIMIT


def test_the_search_is_a_valid_modal() -> None:
    assert check_view(search().to_dict()) == []
