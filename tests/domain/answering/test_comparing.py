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


@pytest.mark.parametrize(
    "text", ["통신사별 데이터센터 위치", "3사 데이터센터를 다 알려줘", "3사 데이터센터 나란히 알려줘"]
)
def test_a_list_over_the_three_telcos_has_each_ones_own(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert reply.status is Status.COMPARISON
    assert {"skt", "kt", "lguplus"} <= {fact.company for fact in reply.facts}
    assert all("데이터센터" in fact.summary or "센터" in fact.summary for fact in reply.facts[:3])


def test_a_list_of_things_has_one_fact_for_each(ask: Ask) -> None:
    shown = [fact.id for fact in ask("3사 데이터센터를 다 알려줘").facts]
    assert {"kt-baekseok-dc-built", "lgu-pyeongchon2-open"} <= set(shown)
    assert len(shown) == 5


def test_what_differs_is_shown_by_all_that_is_told_of_each(ask: Ask) -> None:
    shown = [fact.id for fact in ask("에스터하고 에이닷 비즈의 차이는?").facts]
    assert {"skt-adot-biz-b2b", "skt-esther-b2c", "skt-adot-biz-launch", "skt-esther-launch"} <= set(shown)


def test_services_are_compared_by_what_each_company_makes(ask: Ask) -> None:
    reply = ask("통신 3사의 AI 서비스를 비교해 주세요")
    assert reply.status is Status.COMPARISON
    assert {"skt", "kt", "lguplus"} <= {fact.company for fact in reply.facts}
    assert not any(fact.id == "telcos-ai-company" for fact in reply.facts)


def test_three_of_different_kinds_are_compared(ask: Ask) -> None:
    reply = ask("이노베이션 센터와 전략 펀드와 KT SPC는 각각 몇 분기예요?")
    assert reply.status is Status.COMPARISON
    assert [fact.id for fact in reply.facts] == [
        "kt-ax-innovation-center-opening",
        "kt-ax-fund-start",
        "kt-spc-launch",
    ]
