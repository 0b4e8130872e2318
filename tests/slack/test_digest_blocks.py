"""The digest as a message: within Slack's limits, every fact with its quote and source."""

import datetime as dt
import json
from typing import Any

import pytest

from bot.domain.base import FactBase
from bot.domain.digest.digest import DatedFact, Digest, NewFacts, Seen
from bot.domain.reply import ShownFact, Suggestion
from bot.playground.limits import BLOCKS_LENGTH, blocks_length, check_blocks
from bot.services.plan_digests import digest_of
from bot.slack.asked import Asked
from bot.slack.blocks.digest import payload
from bot.slack.blocks.digest_settings import said
from bot.slack.texts import DIGEST_SETTINGS
from tests.slack.replies import fact

DAY = dt.date(2025, 6, 28)
"""Two days before plans of the second article come due."""


def buttons(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for block in blocks if block["type"] == "actions" for each in block["elements"]]


def within_limits(sent: Any) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = json.loads(json.dumps(sent["blocks"]))  # it is stored as JSON
    assert check_blocks(blocks) == []
    assert blocks_length(blocks) <= BLOCKS_LENGTH
    assert len(blocks) <= 50
    assert 0 < len(sent["text"]) <= 4000
    return blocks


def long(number: int) -> ShownFact:
    made = fact(number, notes=("비고" * 200,) * 5)
    article = made.article.model_copy(update={"source_line": "출처" * 300})
    return made.model_copy(update={"summary": "요약" * 500, "quote": "인용" * 800, "article": article})


@pytest.mark.parametrize("offset", range(0, 40, 7))
def test_each_fact_stands_with_its_quote_and_source(base: FactBase, offset: int) -> None:
    digest = digest_of(base, "C1", DAY + dt.timedelta(days=offset))
    shown = json.dumps(within_limits(payload(digest)), ensure_ascii=False)
    cited = [*digest.facts, *(one.fact for one in (*digest.coming, *digest.passed))]
    assert len(digest.facts) == 3
    for each in cited:
        assert json.dumps(each.quote, ensure_ascii=False)[1:-1] in shown  # with its \" as JSON writes them
        assert each.article.source_line in shown
    for one in (*digest.coming, *digest.passed):
        assert one.line in shown


def test_the_head_the_question_and_the_settings(base: FactBase) -> None:
    digest = digest_of(base, "C1", dt.date(2026, 11, 23))
    blocks = within_limits(payload(digest))
    assert blocks[0]["text"]["text"].startswith("11월 23일 월요일")
    question, settings_button = buttons(blocks)
    assert digest.question is not None
    assert question["action_id"].startswith("ask:")
    assert Asked.decode(question["value"]).question == digest.question.question
    assert (settings_button["text"]["text"], settings_button["value"]) == (DIGEST_SETTINGS, "C1")


def test_new_facts_are_counted_and_shown(base: FactBase) -> None:
    seen = Seen(previous=DAY, new=frozenset(one.id for one in base.facts[:5]))
    digest = digest_of(base, "C1", DAY, seen=seen)
    assert digest.new is not None
    shown = json.dumps(within_limits(payload(digest)), ensure_ascii=False)
    assert digest.new.line in shown
    assert all(one.quote in shown for one in digest.new.facts)


def test_a_day_without_facts_has_its_short_form() -> None:
    blocks = within_limits(payload(Digest(channel="C1", date=DAY, head="6월 28일 토요일")))
    assert "새로 전할 사실이 없습니다" in str(blocks)


def test_facts_that_are_too_long_leave_room_for_todays() -> None:
    dated = tuple(DatedFact(fact=long(n), due=DAY, line="오늘") for n in (4, 5))
    new = NewFacts(
        fact_ids=("f8", "f9"), line="새 사실 2건", sources=("출처" * 300,), facts=(long(8), long(9))
    )
    digest = Digest(
        channel="C1",
        date=DAY,
        head="머리" * 200,
        remarks=("비고" * 300,),
        new=new,
        facts=(long(1), long(2), long(3)),
        coming=dated,
        passed=dated,
        question=Suggestion(fact_id="f6", question="물음" * 60),
    )
    blocks = within_limits(payload(digest))
    assert sum("rich_text_quote" in str(block) for block in blocks) >= 3
    assert str(blocks).index("오늘의 사실") < str(blocks).index("rich_text_quote")


def test_mentions_are_shown_and_other_markup_is_not_obeyed() -> None:
    message = said("<@U1> 님이 <#C1>에서 `/telco 다이제스트`를 <!channel> & 켰습니다.")
    (block,) = [each.to_dict() for each in message.blocks]
    kinds = [(each["type"], each.get("text")) for each in block["elements"][0]["elements"]]
    assert ("user", None) in kinds
    assert ("channel", None) in kinds
    assert ("text", "/telco 다이제스트") in kinds
    assert message.text.startswith("<@U1> 님이 <#C1>에서 `")
    assert "<!channel>" not in message.text
    assert "&amp;" in message.text
