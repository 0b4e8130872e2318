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
        "AX 전문기업의 법인 이름은 뭐야?",
        "한국적 AI는 나라 몇 군데에 나가?",
        "Phi 3.5 기반 금융 AI를 쓰기로 한 은행은 어디야?",
    ],
)
def test_nobody_tells_it(ask: Ask, text: str) -> None:
    assert ask(text).status.value == "related"


@pytest.mark.parametrize(
    "text", ["스타게이트는 몇 개 기업이 합작해?", "스타게이트를 회사 몇 곳이 같이 만들어?"]
)
def test_a_list_tells_how_many_there_are(ask: Ask, text: str) -> None:
    assert ask(text).facts[0].id == "stargate-partners"
    assert ask(text).status.value == "answer"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("MIT 컨소시엄의 정확한 이름은?", "mit-consortium-launch"),
        ("SPC라는 약어의 정식 이름은 뭐야?", "kt-spc-name"),
        ("LG유플러스가 딥엑스와 뭐 하는데?", "lgu-deepx-collaboration"),
        ("소프트뱅크 말고 스타게이트에 누가 또 있어?", "stargate-partners"),
        ("김영섭 대표는 어디서 발표했어?", "kt-mwc25-press-meeting"),
    ],
)
def test_what_is_asked_of_a_name_is_told(ask: Ask, text: str, fact: str) -> None:
    assert ask(text).facts[0].id == fact
    assert ask(text).status.value == "answer"
