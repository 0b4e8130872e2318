"""How a decision is worded: the contract that Slack and the terminal rely on."""

import pytest

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.reply import Reply, Status
from tests.conftest import TODAY, Ask

MOST_LINES = 3
MOST_FACTS = 5
"""Of an answer; an overview shows all that there is."""


@pytest.fixture(scope="module")
def replies(ask: Ask, base: FactBase) -> list[Reply]:
    """Replies to the first two questions of every fact, and to some that have no answer."""
    texts = [text for fact in base.facts for text in fact.questions[:2]]
    texts += [
        "KT",
        "익시오 가격",
        "네이버의 엑사원은 뭐야",
        "SKT vs KT 데이터센터",
        "오늘 날씨",
        "안녕",
        "고마워",
        "도움말",
    ]
    return [ask(text) for text in texts]


def test_messages_are_short(replies: list[Reply]) -> None:
    for reply in replies:
        assert 0 < len(reply.message.splitlines()) <= MOST_LINES


def test_what_is_asserted_is_shown_with_quote_and_source(replies: list[Reply]) -> None:
    for reply in replies:
        if reply.status.asserts:
            assert reply.facts
            assert all(fact.quote and fact.article.source_line for fact in reply.facts)
            assert all(f"“{fact.quote}”" in reply.text() for fact in reply.facts)


def test_an_answer_begins_with_its_first_fact(replies: list[Reply]) -> None:
    for reply in replies:
        if reply.status is Status.ANSWER:
            assert reply.message.startswith(reply.facts[0].summary)


def test_nothing_is_shown_twice_or_too_much(replies: list[Reply]) -> None:
    for reply in replies:
        ids = [fact.id for fact in reply.facts]
        assert len(set(ids)) == len(ids)
        assert len(ids) <= MOST_FACTS or reply.status is Status.OVERVIEW


def test_suggestions_lead_elsewhere(replies: list[Reply], base: FactBase) -> None:
    for reply in replies:
        assert len(reply.suggestions) <= 3
        for suggestion in reply.suggestions:
            assert suggestion.question in base.by_id[suggestion.fact_id].questions
            if reply.status.asserts:
                assert suggestion.fact_id not in [fact.id for fact in reply.facts]


def test_offers_are_not_called_answers(ask: Ask) -> None:
    reply = ask("익시오 가입자 수")
    assert reply.status is Status.RELATED
    assert "기사에 없습니다" in reply.message
    assert reply.facts
    assert "“" not in reply.text().removeprefix(reply.message), "what is only offered is not quoted"


def test_what_a_newer_article_overtakes_is_shown_with_it(ask: Ask, base: FactBase) -> None:
    for newer in base.facts:
        if newer.updates:
            for text in (newer.questions[0], base.by_id[newer.updates].questions[0]):
                reply = ask(text)
                if reply.status is Status.ANSWER and reply.facts[0].id in (newer.id, newer.updates):
                    assert {newer.id, newer.updates} <= {fact.id for fact in reply.facts}


def test_a_name_alone_brings_an_overview(ask: Ask) -> None:
    reply = ask("에이닷 비즈")
    assert reply.status is Status.OVERVIEW
    assert "에이닷 비즈" in reply.message
    assert len(reply.facts) > 1


@pytest.mark.parametrize("text", ["에스터는 언제 나와?", "네이버의 엑사원은 뭐야", "익시오 가입자 수"])
def test_a_reply_is_explained_on_demand(base: FactBase, ask: Ask, text: str) -> None:
    plain, explained = ask(text), Engine(base, explaining=True).reply(text, TODAY)
    assert plain.explanation == ()
    assert any(explained.facts[0].id in line for line in explained.explanation)
    assert explained.model_copy(update={"explanation": ()}) == plain


def test_sources_are_listed(ask: Ask, base: FactBase) -> None:
    message = ask("출처").message
    assert all(article.display_title in message for article in base.articles.values())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("유영상 대표는 수장이 되기 전에 뭐 했어?", "‘경력’"),
        ("한국적 AI를 써본 사람들 평이 어때?", "‘후기’"),
        ("오승필 부사장 대학은 어디 나왔어?", "‘출신 대학’"),
        ("포티투마루는 시리즈 B를 언제 받았어?", "‘시리즈 B’"),  # a noun stays as it was typed
        ("익시오 가입자 수는?", "‘가입자 수’"),
    ],
)
def test_what_is_not_told_is_called_by_a_noun(ask: Ask, text: str, named: str) -> None:
    assert named in ask(text).message


def test_a_name_that_the_sources_have_is_not_said_to_be_missing(ask: Ask) -> None:
    """There are many facts about KT, if none that makes 유영상 its head."""
    assert "‘KT’" not in ask("유영상이 KT 대표라서 회동에 갔어? 언제 갔어?").message


def test_both_halves_of_a_double_question_are_explained(base: FactBase) -> None:
    """What is told of one half is not held against the words of the other."""
    engine = Engine(base, explaining=True)
    reply = engine.reply("구조조정 얘기를 KT 대표가 직접 꺼냈다며? 뭐라 그랬는데?", TODAY)
    assert reply.status.asserts
    assert reply.explanation
