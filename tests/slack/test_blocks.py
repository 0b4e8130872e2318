"""What a reply looks like: the parts it must have, Slack's limits, and nothing that pings or links."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.reply import ReadAs, Reply, ShownArticle, ShownFact, Status, Suggestion
from bot.playground.limits import BLOCKS_LENGTH, blocks_length, check_blocks, check_view
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import ECHO, HOME, IN_THREAD, PRIVATE, PRIVATE_ECHO, Frame, Message, render
from bot.slack.blocks.home import home
from bot.slack.blocks.parts import shorten
from bot.slack.incoming import plain_text
from tests.slack import replies

ASKED = Asked("KT 투자")
FRAMES = [IN_THREAD, ECHO, PRIVATE, PRIVATE_ECHO, HOME, Frame(echo=True, sharer="<@U1>")]
ALL = [
    replies.answer("다음 질문"),
    replies.overview(30),
    replies.comparison(),
    replies.correction(),
    replies.related(),
    replies.unknown(),
    replies.mistyped(),
    Reply(status=Status.HELP, message="도움말"),
    Reply(status=Status.GREETING, message="안녕하십니까."),
]


def as_json(message: Message) -> list[dict[str, Any]]:
    return [block.to_dict() for block in message.blocks]


def types(message: Message) -> list[str]:
    return [block["type"] for block in as_json(message)]


def buttons(message: Message) -> list[str]:
    rows = [block for block in as_json(message) if block["type"] == "actions"]
    return [
        element["text"]["text"] for row in rows for element in row["elements"] if element["type"] == "button"
    ]


def strings(content: Any) -> Iterator[tuple[str, str]]:
    """Every text leaf with the type of the object that holds it."""
    if isinstance(content, dict):
        if isinstance(content.get("text"), str):
            yield content.get("type", ""), content["text"]
        for value in content.values():
            yield from strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from strings(value)


def shown(message: Message) -> str:
    return "\n".join(text for _, text in strings(as_json(message)))


def test_an_answer_has_message_quote_source_and_what_to_ask_next() -> None:
    message = render(replies.answer("다음 질문"), ASKED)
    section, quote, source, link, head, row = as_json(message)
    assert section["text"] == {"type": "plain_text", "text": "1번째 사실입니다.", "emoji": False}
    assert quote["elements"] == [
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "“1번째 인용”"}]}
    ]
    assert source["elements"][0]["text"] == "통신일보 · 홍길동 기자 · 2025-02-13"
    assert link["elements"][0]["url"] == "https://news.example/1"
    assert head["elements"][0]["text"] == texts.RELATED_HEAD
    assert row["elements"][0]["text"]["text"] == "다음 질문"


def test_an_answer_offers_at_most_three_questions() -> None:
    assert len(buttons(render(replies.answer("1", "2", "3", "4"), ASKED))) == 1 + 3  # the link and three


def test_remarks_about_a_fact_are_shown() -> None:
    fact = replies.fact(notes=("기사 당시 계획 · 시점 지남",))
    reply = Reply(status=Status.ANSWER, message=fact.summary, facts=(fact,))
    assert "※ 기사 당시 계획 · 시점 지남" in shown(render(reply, ASKED))


def test_a_second_fact_names_itself() -> None:
    reply = Reply(
        status=Status.ANSWER, message=replies.fact(1).summary, facts=(replies.fact(1), replies.fact(2))
    )
    text = shown(render(reply, ASKED))
    assert "• 2번째 사실입니다." in text
    assert "• 1번째 사실입니다." not in text  # it is the message


def test_how_mistyped_words_were_read_is_said_above_and_in_the_text() -> None:
    message = render(replies.mistyped(), ASKED)
    line = "'dptmxj'를 '에스터'로 읽었습니다."
    assert as_json(message)[0]["elements"][0]["text"] == line
    assert message.text.startswith(line + "\n")


def test_an_overview_groups_facts_by_topic_and_pages_them() -> None:
    first, last = render(replies.overview(20), ASKED), render(replies.overview(20), replace(ASKED, page=2))
    assert "• 1번째 사실입니다." in shown(first)
    assert "주제1" in shown(first)
    assert buttons(first) == [texts.MORE]
    assert "• 20번째 사실입니다." in shown(last)
    assert buttons(last) == [texts.BACK]
    assert texts.page(17, 20, 20) in shown(last)


def test_every_fact_of_an_overview_is_on_one_page() -> None:
    pages = [render(replies.overview(30), replace(ASKED, page=page)) for page in range(4)]
    summaries = [s for page in pages for s in re.findall(r"• (\d+)번째 사실입니다.", shown(page))]
    assert summaries == [str(n) for n in range(1, 31)]


def test_a_page_past_the_end_is_the_last_one() -> None:
    assert "• 20번째 사실입니다." in shown(render(replies.overview(20), replace(ASKED, page=99)))


def test_a_comparison_is_a_table_with_a_column_a_company() -> None:
    (table,) = [block for block in as_json(render(replies.comparison(), ASKED)) if block["type"] == "table"]
    cells = [["".join(text for _, text in strings([cell])) for cell in row] for row in table["rows"]]
    assert cells[0] == [texts.TOPIC_COLUMN, "SKT", "KT"]
    assert [row[0] for row in cells[1:]] == ["투자", "데이터센터"]
    assert "1번째 사실입니다." in cells[1][1]
    assert "“1번째 인용”" in cells[1][1]
    assert "통신일보" in cells[1][1]
    assert cells[2][1] == texts.EMPTY_CELL


def test_the_text_of_a_comparison_says_the_same() -> None:
    text = render(replies.comparison(), ASKED).text
    for number in (1, 2, 3):
        assert f"{number}번째 사실입니다." in text
        assert f"“{number}번째 인용”" in text


def test_a_comparison_of_one_fact_each_is_one_row() -> None:
    facts = (replies.fact(1, company="skt", topic="가"), replies.fact(2, company="kt", topic="나"))
    reply = Reply(status=Status.COMPARISON, message="견주었습니다.", facts=facts)
    (table,) = [block for block in as_json(render(reply, ASKED)) if block["type"] == "table"]
    assert len(table["rows"]) == 2
    assert table["rows"][1][0]["text"] == "가 · 나"


def test_the_topics_of_a_long_overview_can_be_chosen() -> None:
    (menu,) = [
        element
        for block in as_json(render(replies.overview(20), Asked("KT")))
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "static_select"
    ]
    chosen = menu["options"][3]
    assert chosen["text"]["text"] == "주제3 (4)"
    assert "• 12번째 사실입니다." in shown(render(replies.overview(20), Asked.decode(chosen["value"])))


def test_facts_of_one_topic_stand_together() -> None:
    facts = tuple(replies.fact(n, topic="홀짝"[n % 2]) for n in range(6))
    text = shown(render(Reply(status=Status.OVERVIEW, message="모두", facts=facts), ASKED))
    assert re.findall(r"• (\d)번째", text) == ["0", "2", "4", "1", "3", "5"]
    assert text.count("\n홀\n") == 1


def test_what_is_only_near_is_offered_and_not_asserted() -> None:
    message = render(replies.related(), ASKED)
    assert buttons(message) == [f"{n}번째 사실입니다." for n in range(1, 6)]
    assert "인용" not in shown(message)
    assert "인용" not in message.text


@pytest.mark.parametrize("status", [Status.HELP, Status.GREETING])
def test_help_and_greetings_have_examples_to_press(status: Status) -> None:
    assert buttons(render(Reply(status=status, message="안내"), ASKED)) == list(texts.EXAMPLES)


def test_a_private_answer_can_be_shared_and_dismissed() -> None:
    assert buttons(render(replies.unknown(), ASKED, PRIVATE)) == [texts.SHARE, texts.DISMISS]


def test_a_question_too_long_for_a_button_cannot_be_shared() -> None:
    assert buttons(render(replies.unknown(), Asked("가" * 999), PRIVATE)) == [texts.DISMISS]


def test_an_explanation_is_never_shown() -> None:
    message = render(replies.answer().model_copy(update={"explanation": ("score 0.97",)}), ASKED)
    assert "0.97" not in message.text + shown(message)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("reply", ALL, ids=lambda reply: str(reply.status))
def test_every_reply_keeps_slacks_limits_in_every_frame(reply: Reply, frame: Frame) -> None:
    assert_sendable(render(reply, ASKED, frame), frame)


def assert_sendable(message: Message, frame: Frame) -> None:
    blocks = as_json(message)
    assert 0 < len(message.text) <= 4000
    if frame.home:
        assert check_view(home(message.blocks).to_dict()) == []
    else:
        assert check_blocks(blocks) == []
        assert blocks_length(blocks) <= BLOCKS_LENGTH
        assert sum(len(text) for kind, text in strings(block_of(blocks, "table"))) <= 10_000


def block_of(blocks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [block for block in blocks if block["type"] == kind]


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


@given(st.text(max_size=60), st.integers(1, 40))
def test_shortened_text_keeps_to_its_limit_and_its_beginning(text: str, limit: int) -> None:
    cut = shorten(text, limit)
    assert len(cut) <= limit
    assert cut == text or text.startswith(cut.removesuffix("…").rstrip())


def test_a_composed_character_is_not_cut_in_two() -> None:
    assert shorten("가족 👩\u200d👩\u200d👧 사진", 6) == "가족…"


@given(st.text(max_size=100), st.lists(st.text(max_size=30), max_size=3).map(tuple), st.integers(0, 9))
def test_a_button_asks_what_it_was_made_for(question: str, history: tuple[str, ...], page: int) -> None:
    asked = Asked(question, history, page)
    value = asked.encode()
    if value is not None:
        assert Asked.decode(value) == asked
        assert not set("&<>") & set(value)


@pytest.mark.parametrize("value", ["KT 투자", "[1]", "{}", '{"q":1,"p":"x"}', "null", "12"])
def test_a_value_of_another_form_is_a_question(value: str) -> None:
    assert Asked.decode(value) == Asked(value)


def test_a_home_without_an_answer_keeps_slacks_limits() -> None:
    view = json.loads(json.dumps(home().to_dict()))
    assert check_view(view) == []
