"""Comparisons: each of the compared gets its own facts, or is said to have none."""

import pytest

from bot.domain.reply import Reply, Status
from tests.conftest import Ask


def companies(reply: Reply) -> list[str]:
    """The companies of the facts shown, in order, each once."""
    return list(dict.fromkeys(fact.company for fact in reply.facts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SKT vs KT 데이터센터", ["skt", "kt"]),
        ("KT와 LG유플러스의 데이터센터 비교", ["kt", "lguplus"]),
        ("LG유플러스 vs SKT 데이터센터", ["lguplus", "skt"]),
    ],
)
def test_each_company_has_its_facts_in_the_order_asked(ask: Ask, text: str, expected: list[str]) -> None:
    reply = ask(text)
    assert reply.status is Status.COMPARISON
    assert companies(reply) == expected


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("SKT vs LG유플러스 온디바이스", "lguplus", "SKT"),
        ("SKT vs LG유플러스 데이터센터 전력밀도", "skt", "LG유플러스"),
    ],
)
def test_a_company_of_which_nothing_is_told_is_named(ask: Ask, text: str, has: str, lacks: str) -> None:
    reply = ask(text)
    assert reply.status is Status.COMPARISON
    assert companies(reply) == [has]
    assert f"{lacks}: 이에 관한 내용은 기사에 없습니다" in reply.message


@pytest.mark.parametrize("text", ["SKT 데이터센터", "익시오는 언제 나왔어?", "KT와 MS의 파트너십"])
def test_what_compares_nothing_is_no_comparison(ask: Ask, text: str) -> None:
    assert ask(text).status is not Status.COMPARISON


def test_a_comparison_of_what_nobody_has_asserts_nothing(ask: Ask) -> None:
    assert not ask("SKT vs KT 구내식당 메뉴").status.asserts


def test_what_stands_before_both_names_belongs_to_both(ask: Ask) -> None:
    reply = ask("같은 가산이라도 SKT 센터와 KT 센터는 진척 단계가 어떻게 달라?")
    assert reply.status.value == "comparison"
    assert {fact.company for fact in reply.facts} == {"skt", "kt"}
    assert all("가산" in fact.summary for fact in reply.facts)


def test_a_measure_that_no_fact_tells_is_not_compared(ask: Ask) -> None:
    assert ask("백석 AI 데이터센터랑 평촌2센터 중에 어디가 더 넓어?").status.value == "related"


def test_of_two_named_the_one_that_was_asked_for_is_no_comparison(ask: Ask) -> None:
    reply = ask("GPT-4o와 Phi 3.5 가운데 공공·금융 서비스에 쓰는 모델은 어느 것이야?")
    assert reply.status.value == "answer"
    assert reply.facts[0].id == "kt-phi-services"


def test_which_is_first_tells_of_both(ask: Ask) -> None:
    reply = ask("AX 전략 펀드 운영과 AX 이노베이션 센터 개소 중 뭐가 먼저야?")
    assert reply.status.value == "comparison"


@pytest.mark.parametrize(
    "text",
    [
        "한국적 AI 출시랑 이노베이션 센터 개소 중 시기가 앞서는 건?",
        "한국적 AI 출시와 AX 이노베이션 센터 개소 중 더 이른 건 어느 쪽?",
    ],
)
def test_each_is_asked_of_what_happens_to_it(ask: Ask, text: str) -> None:
    told = {fact.id for fact in ask(text).facts}
    assert {"kt-korean-ai-launch", "kt-ax-innovation-center-opening"} <= told
