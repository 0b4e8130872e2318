"""What is no part of a question: how the bot is to answer, what is remarked besides, guesses."""

import pytest

from bot.domain.engine import Engine
from bot.domain.question.parts import remark, without_instructions
from bot.domain.question.words import Role
from tests.conftest import Ask


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("익시오는 언제 나왔어? 지어내지 말고.", "익시오는 언제 나왔어?"),
        ("KT SPC 출시 시기는? 기사에 있는 말로만.", "KT SPC 출시 시기는?"),
        ("에스터는 어디에 나와, 헷갈리게 하지 말고 딱 말해", "에스터는 어디에 나와,"),
        ("누구한테 판다는 건지 기사에 적힌 대로만 말해", "누구한테 판다는 건지"),
        ("기사에 나온 내용만", "기사에 나온 내용만"),
        ("기사에 있는 내용 중 KT 투자액은 얼마야?", "기사에 있는 내용 중 KT 투자액은 얼마야?"),
        ("KT의 작은 모델은 뭐야? GPT-4o라고 하면 탈락", "KT의 작은 모델은 뭐야?"),
        ("익시오 출시일 추측 말고 알려줘", "익시오 출시일  알려줘"),
        ("KT 가산은 언제 지어? SKT 것과는 구별해 답해 주세요.", "KT 가산은 언제 지어?"),
        ("KT는 AI를 포기하지 말라는 말을 들었나?", "KT는 AI를 포기하지 말라는 말을 들었나?"),
    ],
)
def test_instructions_are_cut_off_where_something_is_left(text: str, kept: str) -> None:
    assert without_instructions(text) == kept


def test_a_remark_is_told_from_what_asks(engine: Engine) -> None:
    parts = remark(engine.understand("엑사원은 LG 거고요. KT가 직접 만든 AI 모델은 이름이 뭐죠?"))
    assert parts is not None
    asking, remarked = parts
    assert "kt" in asking.entities
    assert "exaone" in remarked.entities


@pytest.mark.parametrize("text", ["KT 대표는 누구야?", "그건 언제? 익시오 말이야", "KT랑 SKT는?"])
def test_nothing_is_taken_for_a_remark_in_a_single_question(engine: Engine, text: str) -> None:
    assert remark(engine.understand(text)) is None


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("평촌2센터를 연 회사가 어디야? KT 아니지?", "lgu-pyeongchon2-open"),
        ("SKT 말고 SK하이닉스에서는 누가 회동에 갔어?", "kwak-at-meeting"),
        ("LG유플러스가 작년에 연 데이터센터 이름은? KT 것과 헷갈리네요", "lgu-pyeongchon2-open"),
        ("KT는 AI에 쓸 돈을 어디서 구했어?", "kt-investment-sources"),
        ("엑사원은 LG 거고요. KT가 직접 만든 AI 모델은 이름이 뭐죠?", "kt-mideum-developer"),
        ("SKT가 MIT 컨소시엄에 무슨 자격으로 들어갔는지 말해 봐", "skt-mit-founding-member"),
        ("KT가 공공 서비스에 쓰려는 MS 모델명은?", "kt-phi-services"),
        ("온디바이스 AI 강점이 뭐야", "ixio-security"),
        ("Did the professor say that telcos should give up sovereign AI?", "lee-sovereign-keep"),
        ("나델라 CEO 언제 와", "nadella-visit"),
    ],
)
def test_what_is_beside_the_question_does_not_stop_the_answer(ask: Ask, text: str, fact: str) -> None:
    reply = ask(text)
    assert reply.status == "answer"
    assert reply.facts[0].id == fact


def test_two_things_may_be_defined_at_once(ask: Ask) -> None:
    assert {fact.id for fact in ask("B2B B2C 뜻").facts} >= {"b2b-meaning", "b2c-meaning"}


@pytest.mark.parametrize(
    "text",
    [
        "AX 전략 펀드에 MS가 현금을 넣고 KT가 GPU를 대는 이유가 뭐야?",
        "LG유플러스가 딥엑스에 100억 원을 투자한 이유가 뭐야?",
        "딜리버리 센터에서 MS 쪽 사람만 몇 명이야?",
        "김영섭은 언제부터 KT 대표야?",
        "에스터는 어떤 언어모델로 만들어졌어?",
    ],
)
def test_what_is_not_told_so_is_not_asserted(ask: Ask, text: str) -> None:
    assert ask(text).status != "answer"


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("KT가 자원을 모두 쏟겠다고 한 목적은 무엇이야?", {"reasons"}),
        ("통신사들이 AI에 매달리는 까닭은 어디에 있다고 봐?", {"reasons"}),
        ("KT가 2월 기사에서 밝힌 일정은 언제야?", {"when"}),
        ("KT가 하려는 일 전부", {"items"}),
    ],
)
def test_which_word_asks(engine: Engine, text: str, slots: set[str]) -> None:
    assert engine.understand(text).slots == slots


def test_the_month_of_an_article_is_no_date(engine: Engine) -> None:
    assert not engine.understand("KT 일정이 2월 기사에 어떻게 나와?").roles(Role.DATE)
    assert engine.understand("KT가 2월에 낸 서비스는?").roles(Role.DATE)


def test_a_short_word_is_not_put_together_over_a_space(engine: Engine) -> None:
    assert "도시" in [word.text for word in engine.understand("설명회를 연 도시가 어디야").words]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("익시오를 공짜로 쓰는데 돈 받는다며? 언제부터야", "ixio-paid-plan"),  # free until it is paid for
        ("KT가 작년에 지은 데이터센터는 어느 동네 이름을 달고 있어?", "kt-baekseok-dc-built"),
        ("김대회 상무보는 기자 설명회에서 뭐를 고민한다고 했어?", "kim-dae-hoe-statement"),
    ],
)
def test_what_is_asked_leads(ask: Ask, text: str, fact: str) -> None:
    assert ask(text).facts[0].id == fact


@pytest.mark.parametrize("text", ["익시오라는 이름은 어디서 따온 거야?", "에이닷이라는 이름은 누가 지었어?"])
def test_how_a_name_came_about_is_told_by_no_fact(ask: Ask, text: str) -> None:
    assert not ask(text).status.asserts


def test_what_a_name_is_may_be_told(ask: Ask) -> None:
    reply = ask("KT는 신설하는 전문센터 이름을 뭐라고 지었나요?")
    assert "딜리버리 전문센터" in reply.facts[0].summary
