"""What a fact tells without a slot of its own, and what it does not."""

import pytest

from tests.conftest import Ask


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("SKT의 전력밀도 44kW 데이터센터는 어느 동네에 있어?", "skt-gasan-density"),
        ("엑사원은 어디에서 개발했어?", "exaone-developer"),
        ("LG유플러스 B2B 사업의 중심축이 될 센터는 어디에 들어서?", "lgu-paju-role"),
        ("통신사 중에 제미나이를 갖다 쓴 데가 어디더라?", "ixio-models"),
    ],
)
def test_where_it_stands_is_told_by_what_it_is(ask: Ask, text: str, fact: str) -> None:
    assert ask(text).facts[0].id == fact
    assert ask(text).status.value == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "KT가 팔 건물은 어디에 있어?",
        "KT가 매각하는 빌딩 이름이 뭐뭐야?",
        "나델라는 어디서 강연해?",
        "SKT GPUaaS에는 어느 회사의 그래픽카드가 쓰여?",
        "김대회 상무보가 설명회를 연 곳은 어디야?",
        "SKT 가산 AI 데이터센터는 열을 어떻게 식혀?",
        "Phi 3.5 기반 금융 AI를 쓰기로 한 은행은 어디야?",
    ],
)
def test_nobody_tells_it(ask: Ask, text: str) -> None:
    assert ask(text).status.value == "related"
