"""An answer or a correction: the message, the quote that proves it, its source, what to ask next."""

from slack_sdk.models.blocks import Block

from bot.domain.reply import Reply, ShownFact
from bot.slack import texts
from bot.slack.blocks.offers import question_buttons
from bot.slack.blocks.parts import URL_LIMIT, actions, context, inert, line, link, rich, section, words
from bot.slack.blocks.sources import SUMMARY_SHOWN, quoted, source_lines

FACTS_SHOWN = 5
"""Facts in one answer; one is the rule, two where a newer article updates an older one."""
SUGGESTIONS_SHOWN = 3


def answer(reply: Reply) -> list[Block]:
    blocks: list[Block] = [section(reply.message)]
    for fact in reply.facts[:FACTS_SHOWN]:
        blocks += _proof(fact, reply.message)
    if left_out := len(reply.facts) - FACTS_SHOWN:
        blocks += context([texts.not_shown(left_out)] if left_out > 0 else [])
    blocks += _links(reply.facts[:FACTS_SHOWN])
    return blocks + question_buttons(reply, SUGGESTIONS_SHOWN)


def _proof(fact: ShownFact, message: str) -> list[Block]:
    summary = [] if fact.summary in message else [line(words(f"• {inert(fact.summary, SUMMARY_SHOWN)}"))]
    return [rich(*summary, quoted(fact)), *context(source_lines(fact))]


def _links(facts: tuple[ShownFact, ...]) -> list[Block]:
    urls = dict.fromkeys(fact.article.url for fact in facts if fact.article.url)
    usable = [
        url for url in urls if url and url.startswith(("http://", "https://")) and len(url) <= URL_LIMIT
    ]
    return [*actions([link(texts.OPEN_SOURCE, f"source:{n}", url) for n, url in enumerate(usable)])]
