"""Every message that the bot can make of the real base keeps Slack's limits."""

import pytest

from bot.domain.base import FactBase
from bot.library.loader import load
from bot.library.place import find_knowledge
from bot.playground.limits import BLOCKS_LENGTH, blocks_length, check_blocks, check_view
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import HOME, PRIVATE_ECHO, render
from bot.slack.blocks.home import HomeContent, home
from bot.wiring import build_asks


@pytest.fixture(scope="module")
def base() -> FactBase:
    return load(find_knowledge(None))


def test_every_question_and_overview_keeps_slacks_limits(base: FactBase) -> None:
    asks = build_asks()
    questions = [fact.questions[0] for fact in base.facts]
    lists = ["SKT", "KT", "LG유플러스", "SKT vs KT", "KT vs LG유플러스 데이터센터", "3사 투자"]
    for question in [*questions, *lists, "도움말", "출처", "안녕", "오늘 날씨"]:
        reply = asks(question)
        for page in range(3 if question in lists else 1):
            asked = Asked(question, page=page)
            message = render(reply, asked, PRIVATE_ECHO)
            blocks = [block.to_dict() for block in message.blocks]
            assert check_blocks(blocks) == [], question
            assert blocks_length(blocks) <= BLOCKS_LENGTH, question
            assert 0 < len(message.text) <= 4000, question
            assert check_view(home(HomeContent(answer=render(reply, asked, HOME).blocks)).to_dict()) == [], (
                question
            )


def test_every_example_to_press_is_answered() -> None:
    asks = build_asks()
    for example in texts.EXAMPLES:
        assert asks(example).status.asserts, example
