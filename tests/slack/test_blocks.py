"""What a reply looks like: the parts it must have, Slack's limits, and nothing that pings or links."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reply import Column, Reply, Status, Suggestion
from bot.services.questions_port import Verdict
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import PRIVATE, Frame, render
from bot.slack.blocks.parts import shorten
from bot.slack.judged import Judged
from tests.slack import replies
from tests.slack.rendered import (
    ALL,
    ASKED,
    FRAMES,
    as_json,
    assert_sendable,
    block_of,
    buttons,
    shown,
    strings,
)


def test_an_answer_has_message_quote_source_and_what_to_ask_next() -> None:
    message = render(replies.answer("다음 질문"), ASKED)
    proof, source, link, head, row, thumbs = as_json(message)
    summary, quote = proof["elements"]
    assert summary["elements"] == [{"type": "text", "text": "1번째 사실입니다.", "style": {"bold": True}}]
    assert quote == {"type": "rich_text_quote", "elements": [{"type": "text", "text": "“1번째 인용”"}]}
    assert source["elements"][0]["text"] == "통신일보 · 홍길동 기자 · 2025-02-13"
    assert link["elements"][0]["url"] == "https://news.example/1"
    assert head["elements"][0]["text"] == texts.RELATED_HEAD
    assert row["elements"][0]["text"]["text"] == "다음 질문"
    assert thumbs["type"] == "context_actions"


def test_an_answer_offers_at_most_three_questions() -> None:
    assert len(buttons(render(replies.answer("1", "2", "3", "4"), ASKED))) == 1 + 3  # the link and three


def test_remarks_about_a_fact_are_shown() -> None:
    fact = replies.fact(notes=("기사 당시 계획 · 시점 지남",))
    reply = Reply(status=Status.ANSWER, message=fact.summary, facts=(fact,))
    assert "※ 기사 당시 계획 · 시점 지남" in shown(render(reply, ASKED))


def test_each_of_several_facts_stands_above_its_own_quote() -> None:
    two = (replies.fact(1), replies.fact(2))
    reply = Reply(status=Status.ANSWER, message="\n".join(fact.summary for fact in two), facts=two)
    first, source, second, *_ = as_json(render(reply, ASKED))
    assert [first["elements"][0]["elements"][0]["text"], second["elements"][0]["elements"][0]["text"]] == [
        "1번째 사실입니다.",
        "2번째 사실입니다.",
    ]
    assert source["type"] == "context"


def test_a_correction_says_what_is_wrong_before_the_fact() -> None:
    summary = replies.fact().summary
    reply = Reply(
        status=Status.CORRECTION, message=f"질문의 ‘네이버’는 다릅니다.\n{summary}", facts=(replies.fact(),)
    )
    lead, proof, *_ = as_json(render(reply, ASKED))
    assert lead["text"]["text"] == "질문의 ‘네이버’는 다릅니다."
    assert proof["elements"][0]["elements"][0]["text"] == summary


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


def test_whatever_is_compared_has_its_column_even_without_a_fact() -> None:
    columns = (
        Column(name="에스터", fact_ids=("f1",)),
        Column(name="에이닷", fact_ids=("f3",)),
        Column(name="익시오"),
    )
    reply = replies.comparison().model_copy(update={"columns": columns})
    ((table,),) = [block_of(as_json(render(reply, ASKED)), "table")]
    head, row = table["rows"]
    assert [cell["text"] for cell in head] == [texts.TOPIC_COLUMN, "에스터", "에이닷", "익시오"]
    assert "3번째 인용" in str(row[2])
    assert row[3]["text"] == texts.NOTHING_ON_IT


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
    reply = replies.related().model_copy(
        update={"suggestions": (Suggestion(fact_id="f2", question="두 번째는?"),)}
    )
    message = render(reply, ASKED)
    near = [block for block in as_json(message) if "accessory" in block]
    assert [block["text"]["text"] for block in near] == [f"• {n}번째 사실입니다." for n in (1, 2, 3)]
    asked = [Asked.decode(block["accessory"]["value"]).question for block in near]
    assert asked == ["1번째 사실입니다.", "두 번째는?", "3번째 사실입니다."]
    assert "인용" not in shown(message).replace(texts.SEE_QUOTE, "")
    assert "인용" not in message.text
    assert re.findall(r"• (\d)번째", message.text) == ["1", "2", "3"]


def test_what_is_only_near_carries_its_remarks() -> None:
    fact = replies.fact(notes=("기사 당시 계획 · 시점 지남",))
    reply = Reply(status=Status.RELATED, message="가까운 사실입니다.", facts=(fact,))
    message = render(reply, ASKED)
    assert "• 1번째 사실입니다.  ※ 기사 당시 계획 · 시점 지남" in shown(message)
    assert "기사 당시 계획 · 시점 지남" in message.text


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("reply", ALL, ids=lambda reply: str(reply.status))
def test_what_did_not_help_can_be_left_for_the_curators(reply: Reply, frame: Frame) -> None:
    left = texts.ASK_CURATORS in buttons(render(reply, ASKED, frame))
    assert left == (reply.status in (Status.RELATED, Status.UNKNOWN))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("reply", ALL, ids=lambda reply: str(reply.status))
def test_every_reply_to_a_question_can_be_judged_in_messages(reply: Reply, frame: Frame) -> None:
    rows = block_of(as_json(render(reply, ASKED, frame)), "context_actions")
    assert len(rows) == (not frame.home and reply.status not in (Status.HELP, Status.GREETING))


def test_thumbs_carry_what_they_judge() -> None:
    ((row,),) = [block_of(as_json(render(replies.answer(), Asked("<KT> & 투자"))), "context_actions")]
    (element,) = row["elements"]
    kept = [Judged.decode(element[side]["value"]) for side in ("positive_button", "negative_button")]
    assert kept == [Judged(verdict, "<KT> & 투자", "answer", ("f1",)) for verdict in Verdict]


@pytest.mark.parametrize("value", ["", "good", "[1]", "{}", "null", '{"v":"so-so","q":"","s":"","f":[]}'])
def test_a_thumb_of_another_form_is_none(value: str) -> None:
    assert Judged.decode(value) is None


@pytest.mark.parametrize("status", [Status.HELP, Status.GREETING])
def test_help_and_greetings_have_examples_to_press(status: Status) -> None:
    assert buttons(render(Reply(status=status, message="안내"), ASKED)) == list(texts.EXAMPLES)


def test_a_private_answer_can_be_shared_and_dismissed() -> None:
    assert buttons(render(replies.answer(), ASKED, PRIVATE))[-2:] == [texts.SHARE, texts.DISMISS]


def test_a_question_too_long_for_a_button_cannot_be_shared() -> None:
    assert buttons(render(replies.unknown(), Asked("가" * 999), PRIVATE)) == [texts.DISMISS]


def test_an_explanation_is_never_shown() -> None:
    message = render(replies.answer().model_copy(update={"explanation": ("score 0.97",)}), ASKED)
    assert "0.97" not in message.text + shown(message)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("reply", ALL, ids=lambda reply: str(reply.status))
def test_every_reply_keeps_slacks_limits_in_every_frame(reply: Reply, frame: Frame) -> None:
    assert_sendable(render(reply, ASKED, frame), frame)


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
