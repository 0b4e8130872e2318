"""Cuts a long list of facts into pages, with buttons and a menu that turn them."""

from dataclasses import replace

from slack_sdk.models import JsonObject
from slack_sdk.models.blocks import Block, InteractiveElement, StaticSelectElement

from bot.domain.reply import Reply, ShownFact
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.overview import entry, heading, title_in
from bot.slack.blocks.parts import actions, button, context, json_size, option, plain, rich, shorten
from bot.slack.blocks.sources import BUDGET, pages, source_line

PAGE = 8
"""Facts on a page: no more than one cares to scroll."""
OPTIONS = 100
OPTION_NAME = 60
OPTION_VALUE = 150
"""Options of a menu and characters in them: 100, 75 and 150 at most (objects/option-object)."""
MENU_BUDGET = 3000
"""Characters of the menu as JSON; with short questions, which alone have one, a page stays in bounds."""


def turn(reply: Reply, asked: Asked) -> tuple[Reply, list[Block]]:
    """The reply with the facts of the page asked for alone, by topic, and what turns the pages.

    A page past the end is the last one; there is nothing to turn where there is one page.
    """
    title = title_in(reply)
    groups: dict[str, list[ShownFact]] = {}
    for fact in reply.facts:
        groups.setdefault(title(fact), []).append(fact)
    facts = [fact for group in groups.values() for fact in group]
    cut = pages(facts, PAGE, BUDGET, _alone)
    number = min(asked.page, max(len(cut) - 1, 0))
    page = reply.model_copy(update={"facts": cut[number] if cut else ()})
    if len(cut) < 2:
        return page, []
    first = sum(map(len, cut[:number])) + 1
    where = texts.page(first, first + len(cut[number]) - 1, len(facts))
    page_of = {fact.id: n for n, held in reversed(list(enumerate(cut))) for fact in held}
    topics = [(name, len(group), page_of[group[0].id]) for name, group in groups.items()]
    turning = [*_steps(asked, number, len(cut)), *_menu(asked, topics)]
    return page, [*context([where]), *actions(turning)]


def _alone(fact: ShownFact) -> list[JsonObject]:
    """A fact as it is shown where it has its topic and its source for itself."""
    return [rich(heading(fact.topic), *entry(fact)), *context([source_line(fact)])]


def _steps(asked: Asked, number: int, count: int) -> list[InteractiveElement]:
    """The buttons to the pages before and after."""
    steps = [(texts.BACK, number - 1), (texts.MORE, number + 1)]
    return [
        button(label, f"page:{page}", value)
        for label, page in steps
        if 0 <= page < count and (value := replace(asked, page=page).encode())
    ]


def _menu(asked: Asked, topics: list[tuple[str, int, int]]) -> list[InteractiveElement]:
    """A menu of (topic, facts, page where it begins); nothing where it would be too large."""
    options = []
    for name, count, page in topics[:OPTIONS]:
        value = replace(asked, page=page).encode(OPTION_VALUE)
        if value is None:
            return []
        options.append(option(f"{shorten(name, OPTION_NAME)} ({count})", value))
    menu = StaticSelectElement(
        placeholder=plain(texts.TOPICS, OPTION_NAME), action_id="page:topic", options=options
    )
    return [menu] if len(options) > 1 and json_size([menu]) <= MENU_BUDGET else []
