"""What may be asserted, and what is only offered."""

import pytest

from bot.domain.answering.deciding import ASSERT, BEHIND, decide
from bot.domain.answering.objecting import objections
from bot.domain.engine import Engine
from bot.domain.reply import Status
from tests.conftest import Ask


def reasons(engine: Engine, text: str, fact_id: str) -> str:
    question = engine.understand(text)
    match = engine.matcher.matches(question, [engine.base.by_id[fact_id]])[0]
    return "; ".join(objection.text for objection in objections(match, question))


def test_nothing_speaks_against_the_right_fact(engine: Engine) -> None:
    assert reasons(engine, "에스터는 언제 북미에 나와?", "skt-esther-launch") == ""


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        ("네이버의 엑사원은 누가 개발했어?", "exaone-developer", "네이버"),
        ("포티투마루에 500억 원을 투자한 곳은?", "lgu-42maru-investment", "500억 원"),
        ("익시오 가격", "ixio-launch", "가격"),
    ],
)
def test_an_objection_names_the_word(engine: Engine, text: str, fact: str, word: str) -> None:
    assert f"'{word}'" in reasons(engine, text, fact)


def test_a_slot_that_is_not_filled_is_an_objection(engine: Engine) -> None:
    assert "when" in reasons(engine, "포티투마루에는 언제 투자했어?", "lgu-42maru-investment")


def test_the_lead_of_a_fact_that_is_held_back_is_not_anothers(ask: Ask) -> None:
    """에이닷 비즈 is not given up; what is told of another service in the same words is no answer."""
    assert ask("에이닷 비즈를 접은 이유가 뭐야?").status.value != "answer"


def test_what_is_asserted_is_not_offered_too(engine: Engine) -> None:
    for fact in engine.base.facts:
        question = engine.understand(fact.questions[0])
        outcome = decide(question, engine.matcher.rank(question))
        asserted = {match.fact.id for match in outcome.asserted}
        assert not asserted & {match.fact.id for match in outcome.offered}


@pytest.mark.parametrize(
    "text",
    [
        "익시오 가입자 수",
        "에이닷 비즈 구독료가 얼마야?",
        "파주 데이터센터는 언제 착공했어?",  # only the completion is known
        "KT 가산 데이터센터 완공 시기",  # only the start is known
        "김영섭 대표 나이",
    ],
)
def test_an_attribute_that_no_fact_has_is_not_asserted(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert not reply.status.asserts
    assert reply.facts, "what is near is offered"


@pytest.mark.parametrize("text", ["오늘 날씨", "강아지 사료 추천해 줘", "🙂", "https://example.com", "asdf"])
def test_another_subject_brings_no_fact(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert not reply.status.asserts
    assert reply.facts == ()


@pytest.mark.parametrize(
    "text",
    ["이성엽 교수는 어느 회사가 가장 앞섰다고 했어?", "이성엽 교수는 어느 회사가 제일 처졌다고 봤어?"],
)
def test_how_far_something_is_done_must_be_told(ask: Ask, text: str) -> None:
    assert not ask(text).status.asserts


def test_a_fact_that_nothing_speaks_against_is_asserted_sooner_than_one_behind(engine: Engine) -> None:
    """What is told in other words is answered, if only barely nearer than the rest."""
    question = engine.understand("정보가 밖으로 새지 않게 전화기 안에서 다 돌리는 방식은 뭐라 해?")
    ranked = engine.matcher.rank(question)
    assert ASSERT <= ranked[0].score < BEHIND
    assert decide(question, ranked).best is ranked[0]


@pytest.mark.parametrize("text", ["ㅎㅇ 바빠?", "오 고마워 덕분에 살았다 내일 봐", "날씨 어때?"])
def test_a_word_or_two_that_name_nothing_are_no_question(ask: Ask, text: str) -> None:
    assert not ask(text).status.asserts


@pytest.mark.parametrize("text", ["우리 회사 AI 전략은 뭐야?", "AI 개발에는 얼마나 걸려?"])
def test_what_may_be_anybodys_is_only_offered(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert reply.status is Status.RELATED
    assert reply.facts
