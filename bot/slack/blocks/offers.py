"""Replies that assert nothing: what is near, what is not known, help and greetings; and the buttons
with which any reply offers further questions."""

from slack_sdk.models.blocks import Block, SectionBlock

from bot.domain.reply import Reply, ShownFact, Status
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.parts import SECTION_LIMIT, actions, button, context, plain, section, shorten
from bot.slack.blocks.sources import SUMMARY_SHOWN, notes

OFFERS_SHOWN = 6
"""Examples of help; more are not read."""
NEAR_SHOWN = 3
"""Facts of a reply that only offers; the text beside the blocks says the same ones."""


def offers(reply: Reply) -> list[Block]:
    """The message, then the near facts, each with a button that brings its quote, or buttons to ask."""
    if reply.facts:
        return [section(reply.message), *_near(reply)]
    return [section(reply.message), *question_buttons(reply, OFFERS_SHOWN)]


def near_button(fact: ShownFact, question: str, action_id: str) -> SectionBlock:
    """A fact that is only offered, with the remarks about it, beside the button that asks for it."""
    value = Asked(question).encode()
    accessory = button(texts.SEE_QUOTE, action_id, value) if value else None
    text = "  ".join([f"• {shorten(fact.summary, SUMMARY_SHOWN)}", *notes(fact)])
    return SectionBlock(text=plain(text, SECTION_LIMIT), accessory=accessory)


def question_buttons(reply: Reply, most: int) -> list[Block]:
    """A line and at most ``most`` buttons, each of which asks a question; nothing where there is none."""
    values = [(question, Asked(question).encode()) for question in _questions(reply)]
    buttons = [
        button(question, f"ask:{n}", value)
        for n, (question, value) in enumerate(values[:most])
        if value is not None
    ]
    head = texts.RELATED_HEAD if reply.status.asserts else texts.EXAMPLES_HEAD
    return [*context([head]), *actions(buttons)] if buttons else []


def _near(reply: Reply) -> list[Block]:
    questions = {suggestion.fact_id: suggestion.question for suggestion in reply.suggestions}
    return [
        near_button(fact, questions.get(fact.id) or fact.summary, f"ask:{n}")
        for n, fact in enumerate(reply.facts)
    ]


def _questions(reply: Reply) -> list[str]:
    """What the buttons ask: the suggestions, else examples."""
    asked = [suggestion.question for suggestion in reply.suggestions]
    if not asked and reply.status in (Status.HELP, Status.GREETING):
        asked = list(texts.EXAMPLES)
    return [question for question in dict.fromkeys(asked) if question.strip()]
