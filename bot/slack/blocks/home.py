"""App Home: a search box with its answer, the companies, what is new, and for curators what was left."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from slack_sdk.models.blocks import Block, DividerBlock, InputBlock, PlainTextInputElement
from slack_sdk.models.blocks.basic_components import DispatchActionConfig
from slack_sdk.models.views import View

from bot.domain.showcase import News, Showcase
from bot.services.questions_port import OpenQuestion
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.offers import near_button
from bot.slack.blocks.parts import (
    SECTION_LIMIT,
    actions,
    button,
    context,
    header,
    inert,
    line,
    plain,
    rich,
    section,
    words,
)

SEARCH = "search"
"""The action of the search box."""
QUESTION_LIMIT = 300
PLACEHOLDER_LIMIT = 150
QUESTION_SHOWN = 200


@dataclass(frozen=True)
class HomeContent:
    """What one person's Home holds besides its fixed parts.

    ``answer``: blocks of a reply rendered in the HOME frame. ``open_questions``: the curators' list, None
    for whoever is no curator. ``settings``: blocks of settings, below everything that answers.
    """

    showcase: Showcase = field(default_factory=Showcase)
    answer: tuple[Block, ...] = ()
    open_questions: tuple[OpenQuestion, ...] | None = None
    settings: tuple[Block, ...] = ()


def home(content: HomeContent) -> View:
    """The view, with the answer where the question was typed."""
    answered: list[Block] = [*content.answer, DividerBlock()] if content.answer else []
    return View(
        type="home",
        blocks=[
            header(texts.HOME_TITLE),
            section(texts.HOME_GUIDE),
            _search(content.showcase.prompts),
            *answered,
            *_companies(content.showcase.companies),
            *_news(content.showcase.news),
            *_open_questions(content.open_questions),
            *content.settings,
            DividerBlock(),
            rich(
                line(words(texts.HOME_WAYS_HEAD, bold=True)),
                *(line(words(f"• {way}")) for way in texts.HOME_WAYS),
            ),
        ],
    )


def _search(prompts: Sequence[str]) -> Block:
    example = texts.HOME_SEARCH_EXAMPLE.format(prompts[0]) if prompts else None
    return InputBlock(
        block_id=SEARCH,
        dispatch_action=True,
        label=plain(texts.HOME_SEARCH, SECTION_LIMIT),
        element=PlainTextInputElement(
            action_id=SEARCH,
            max_length=QUESTION_LIMIT,
            placeholder=plain(example, PLACEHOLDER_LIMIT) if example else None,
            dispatch_action_config=DispatchActionConfig(trigger_actions_on=["on_enter_pressed"]),
        ),
    )


def _companies(names: Sequence[str]) -> list[Block]:
    buttons = [button(name, f"ask:company-{n}", Asked(name).encode()) for n, name in enumerate(names)]
    return [header(texts.HOME_COMPANIES_HEAD), *actions(buttons)] if buttons else []


def _news(news: News | None) -> list[Block]:
    if news is None or not news.facts:
        return []
    questions = {suggestion.fact_id: suggestion.question for suggestion in news.suggestions}
    return [
        DividerBlock(),
        header(texts.HOME_NEWS_HEAD),
        *context([news.article.title, texts.news_from(news.article.source_line, news.total)]),
        *(
            near_button(fact, questions.get(fact.id) or fact.summary, f"ask:news-{n}")
            for n, fact in enumerate(news.facts)
        ),
    ]


def _open_questions(questions: Sequence[OpenQuestion] | None) -> list[Block]:
    if questions is None:
        return []
    head: list[Block] = [DividerBlock(), header(texts.HOME_QUESTIONS_HEAD)]
    if not questions:
        return [*head, *context([texts.HOME_NO_QUESTIONS])]
    lines = [
        line(words(f"• {texts.left_question(inert(one.text, QUESTION_SHOWN), one.at.date().isoformat())}"))
        for one in questions
    ]
    return [*head, rich(*lines)]
