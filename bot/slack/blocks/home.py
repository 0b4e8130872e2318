"""App Home: what the bot is for, how to ask, examples to press, and the last answer asked for here."""

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.parts import actions, button, header, line, rich, section, words


def home(answer: tuple[Block, ...] = ()) -> View:
    """The view; ``answer`` holds the blocks of a reply rendered in the HOME frame."""
    examples = [
        button(example, f"ask:example-{n}", Asked(example).encode())
        for n, example in enumerate(texts.EXAMPLES)
    ]
    answered: list[Block] = [DividerBlock(), header(texts.HOME_ANSWER_HEAD), *answer] if answer else []
    ways = [line(words(f"• {way}")) for way in texts.HOME_WAYS]
    return View(
        type="home",
        blocks=[
            header(texts.HOME_TITLE),
            section(texts.HOME_GUIDE),
            rich(line(words(texts.HOME_WAYS_HEAD, bold=True)), *ways),
            section(texts.EXAMPLES_HEAD),
            *actions(examples),
            *answered,
        ],
    )
