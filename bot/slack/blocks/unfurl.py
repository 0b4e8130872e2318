"""What stands below a link to a source: its title, outlet and date, and its first facts."""

from slack_sdk.models.blocks import Block

from bot.domain.links import Source
from bot.slack import texts
from bot.slack.blocks.overview import entry
from bot.slack.blocks.parts import context, inert, line, rich, words
from bot.slack.blocks.sources import SUMMARY_SHOWN


def unfurl(source: Source) -> list[Block]:
    """The blocks of one attachment."""
    article = source.article
    facts = [element for fact in source.facts for element in entry(fact)]
    head = [line(words(inert(article.title, SUMMARY_SHOWN), bold=True))]
    return [
        rich(*head),
        *context([article.source_line, texts.facts_of_article(source.total)]),
        *([rich(*facts)] if facts else []),
        *context([texts.UNFURL_MORE]),
    ]
