"""An answer or a correction: each fact with the quote that proves it and its source, what to ask next."""

from slack_sdk.models.blocks import Block, RichTextElement

from bot.domain.reply import Reply, ShownFact
from bot.slack import texts
from bot.slack.blocks.offers import question_buttons
from bot.slack.blocks.parts import URL_LIMIT, actions, context, inert, line, link, rich, section, words
from bot.slack.blocks.sources import BUDGET, SUMMARY_SHOWN, pages, quoted, source_lines

FACTS_SHOWN = 5
"""Facts in one answer; one is the rule, two where a newer article updates an older one."""
SUGGESTIONS_SHOWN = 3
LINKS_SHOWN = 2


def answer(reply: Reply) -> list[Block]:
    """What the message says beyond its facts, then the facts, the first ones first."""
    shown = next(iter(pages(reply.facts, FACTS_SHOWN, BUDGET, _proof)), ())
    blocks: list[Block] = [section(lead) for lead in _lead(reply, shown)]
    for fact in shown:
        blocks += _proof(fact)
    if len(reply.facts) > len(shown):
        blocks += context([texts.not_shown(len(reply.facts) - len(shown))])
    blocks += _links(shown)
    return blocks + question_buttons(reply, SUGGESTIONS_SHOWN)


def _lead(reply: Reply, shown: tuple[ShownFact, ...]) -> list[str]:
    """The lines of the message that no shown fact says itself."""
    said = {fact.summary for fact in shown}
    lead = "\n".join(line for line in reply.message.splitlines() if line not in said)
    return [lead] if lead.strip() or not shown else []


def _proof(fact: ShownFact) -> list[Block]:
    elements: list[RichTextElement] = [line(words(inert(fact.summary, SUMMARY_SHOWN), bold=True))]
    return [rich(*elements, quoted(fact)), *context(source_lines(fact))]


def _links(facts: tuple[ShownFact, ...]) -> list[Block]:
    urls = dict.fromkeys(fact.article.url for fact in facts if fact.article.url)
    usable = [
        url for url in urls if url and url.startswith(("http://", "https://")) and len(url) <= URL_LIMIT
    ]
    return [
        *actions([link(texts.OPEN_SOURCE, f"source:{n}", url) for n, url in enumerate(usable[:LINKS_SHOWN])])
    ]
