"""Whatever is typed or stored: nothing pings, nothing links, no limit is exceeded."""

import datetime as dt
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.reply import Column, ReadAs, Reply, ShownArticle, ShownFact, Status, Suggestion
from bot.domain.showcase import News, Showcase
from bot.playground.limits import check_view
from bot.services.questions_port import OpenQuestion
from bot.slack.asked import Asked
from bot.slack.blocks import Frame, render
from bot.slack.blocks.home import HomeContent, home
from bot.slack.incoming import plain_text
from tests.slack.rendered import FRAMES, as_json, assert_sendable, strings

NASTY = st.sampled_from(
    [
        "<!channel>",
        "<!here|here>",
        "<@U12345>",
        "<#C1|general>",
        "<https://evil.example|click>",
        "<mailto:a@evil.example|a>",
        "https://evil.example/x",
        "&lt;!channel&gt;",
        "&amp;lt;!everyone&amp;gt;",
        "<!subteam^S1|@team>",
        "*bold* `code` ~x~ >quote",
        "\u202e뒤집힌",
        "가\u0301\u200d👩\u200d👩\u200d👧",
        "\x00\x07",
        "   ",
    ]
)
WORDS = st.lists(NASTY | st.text(max_size=40), max_size=6).map("".join)
LONG = WORDS | st.builds(lambda text, times: text * times, WORDS, st.integers(1, 200))
ARTICLES = st.builds(
    ShownArticle,
    id=st.just("a"),
    title=LONG,
    outlet=st.none(),
    reporter=st.none(),
    published=st.just("2025-02-13"),
    inferred=st.booleans(),
    url=st.none(),
    source_line=LONG,
)
FACTS = st.builds(
    ShownFact,
    id=st.just("f"),
    company=st.sampled_from(["skt", "kt", "lguplus", "industry", "other"]),
    topic=WORDS,
    summary=LONG,
    quote=LONG,
    score=st.just(0.5),
    article=ARTICLES,
    notes=st.lists(WORDS, max_size=4).map(tuple),
)
REPLIES = st.builds(
    Reply,
    status=st.sampled_from(Status),
    message=LONG,
    facts=st.lists(FACTS, max_size=12).map(tuple),
    read_as=st.lists(st.builds(ReadAs, typed=WORDS, read=WORDS), max_size=4).map(tuple),
    columns=st.lists(st.builds(Column, name=WORDS, fact_ids=st.just(("f",))), max_size=4).map(tuple),
    suggestions=st.lists(st.builds(Suggestion, fact_id=st.just("f"), question=WORDS), max_size=6).map(tuple),
)


@given(REPLIES, LONG, st.sampled_from(FRAMES), st.integers(0, 4))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_or_stored_nothing_pings_links_or_exceeds_a_limit(
    reply: Reply, typed: str, frame: Frame, page: int
) -> None:
    message = render(reply, Asked(plain_text(typed), page=page), frame)
    assert_sendable(message, frame)
    for kind, text in [*strings(as_json(message)), ("mrkdwn", message.text)]:
        foreign = text.replace("<@U1> 님이 공유했습니다.", "")  # the one mention that is the app's own
        assert not re.search(r"<(?:[!@#]|https?:|mailto:)", foreign)
        if kind == "mrkdwn":
            assert "<" not in foreign
            assert ">" not in foreign
            assert "://" not in foreign


QUESTIONS = st.builds(
    OpenQuestion,
    id=st.just("q"),
    team=st.just("T1"),
    channel=st.just("C1"),
    text=LONG,
    status=st.just("unknown"),
    fact_ids=st.just(()),
    at=st.just(dt.datetime(2025, 3, 10, tzinfo=dt.UTC)),
)
NEWS = st.builds(
    News,
    article=ARTICLES,
    facts=st.lists(FACTS, max_size=3).map(tuple),
    suggestions=st.lists(st.builds(Suggestion, fact_id=st.just("f"), question=WORDS), max_size=3).map(tuple),
    total=st.integers(0, 999),
)
SHOWCASES = st.builds(
    Showcase,
    companies=st.lists(WORDS, max_size=4).map(tuple),
    prompts=st.lists(WORDS, max_size=4).map(tuple),
    news=st.none() | NEWS,
)


@given(SHOWCASES, st.none() | st.lists(QUESTIONS, max_size=10).map(tuple))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_home_shows_whatever_is_stored_without_harm(
    window: Showcase, questions: tuple[OpenQuestion, ...] | None
) -> None:
    view = home(HomeContent(showcase=window, open_questions=questions)).to_dict()
    assert check_view(view) == []
    for kind, text in strings(view):
        assert kind != "mrkdwn"
        assert not re.search(r"<(?:[!@#]|https?:|mailto:)", text)
