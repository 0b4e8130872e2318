"""What a question sets aside: names, things, days and clauses, and whose they are."""

import pytest

from bot.domain.engine import Engine
from tests.conftest import Ask


def excluded(engine: Engine, text: str) -> set[str]:
    return {word.text for word in engine.understand(text).words if word.excluded}


@pytest.mark.parametrize(
    ("text", "aside", "kept"),
    [
        ("SKT 가산 말고 평촌2센터는 언제 열었어?", "가산", "평촌2센터"),
        ("GPT-4o 쪽 말고 Phi 3.5로는 뭘 해?", "gpt-4o", "phi 3.5"),
        ("AICT 컴퍼니를 내건 곳 말고 AX 기업을 선포한 곳은?", "aict 컴퍼니", "ax 기업"),
        ("올해 짓는 센터와 별개로 지난해 연 센터 이름은?", "올해", "지난해"),
        ("익시오 얘기는 됐고 에스터는 언제 나와?", "익시오", "에스터"),
        ("에이닷과 혼동하지 말고 에이닷 비즈는 언제 나와?", "에이닷", "에이닷 비즈"),
        ("평촌은 LG유플러스 거니까 빼고 KT가 지은 데이터센터는?", "평촌", "kt"),
        ("올트먼이 온 날 말고 나델라가 오는 달은?", "올트먼", "나델라"),
        ("GPT-4o로 하는 것 말고 Phi 3.5로 하는 건?", "gpt-4o", "phi 3.5"),
        ("MS의 모델 말고 LG유플러스가 만든 모델은?", "ms", "lg유플러스"),
        ("익시오나 에스터 말고 에이닷 비즈는 언제 나와?", "익시오", "에이닷 비즈"),
        ("KT가 쓰는 MS 쪽 모델 말고 LG유플러스 쪽 모델은?", "ms", "lg유플러스"),
        ("한국형 AI의 바탕이 되는 모델은? 익시젠이라고 하면 틀려", "익시젠", "한국형 ai"),
        ("KT 쪽 금액 말고 딥엑스가 하는 협업은?", "금액", "딥엑스"),
        ("SKT 대표랑 헷갈리지 말고 KT 대표는 누구야?", "skt", "kt"),
        ("KT랑 MS 돈 말고 LG유플러스가 스타트업에 준 돈은?", "kt", "lg유플러스"),
        ("GPT-4o 기반 사업과 별개로 Phi 3.5로는 뭘 해?", "gpt-4o", "phi 3.5"),
        ("KT의 설명회는 며칠이야? MWC 간담회 말고", "mwc", "kt"),
        ("경쟁사가 연 센터 말고 KT가 지을 센터는?", "경쟁사", "kt"),
        ("에이닷 말고 익시오. 에스터 말고", "에스터", "익시오"),
        ("300명으로 꾸려지는 조직 말고 3분기에 여는 센터는?", "300명", "3분기"),
        ("평촌도 아니고 가산은 더더욱 아닌, 2027년에 다 짓는 곳은?", "가산", "2027년"),
        ("올해 여는 센터는? 펀드는 논외로 하고요", "펀드", "센터"),
        ("오승필이 말한 업종은? (다섯 명이란 뜻 아님)", "다섯 명", "오승필"),
        ("김영섭 대표의 발표가 아니라 부사장의 발표는 주제가 뭐야?", "김영섭", "부사장"),
        ("KT가 직원을 더 뽑아서는 아닐 테고 어떻게 돕는대?", "뽑", "kt"),
        ("구독형이라고 넷플릭스일 리는 없고 SKT GPUaaS는 뭐야?", "넷플릭스", "skt gpuaas"),
        ("구글 제미나이를 쓴 서비스가 뭐죠, 재미는 없어도 됩니다", "재미", "제미나이"),
        ("Not Altman, but who is the CEO of Microsoft?", "altman", "microsoft"),
        ("2년 만에 오는 CEO가 누구예요? 최태원 회장 만난 사람 말고요", "최태원 회장", "2년"),
    ],
)
def test_what_is_set_aside_is_not_asked_about(engine: Engine, text: str, aside: str, kept: str) -> None:
    assert aside in excluded(engine, text)
    assert kept not in excluded(engine, text)


def test_a_clause_that_is_set_aside_leaves_whose_it_is(engine: Engine) -> None:
    text = "LG유플러스의 데이터센터 가운데 짓고 있는 곳이 아니라 이미 연 곳은?"
    assert "lg유플러스" not in excluded(engine, text)


def test_what_is_named_again_is_not_set_aside(engine: Engine) -> None:
    assert "ixi-gen" not in engine.understand("익시젠 말고, 익시젠의 바탕이 된 모델은 뭐야?").excluded


def test_the_topic_before_it_stays(engine: Engine) -> None:
    assert "파트너" not in excluded(engine, "AX 전략 펀드의 파트너는 돈 말고 뭘 내?")


def test_instead_of_staff_does_not_set_their_company_aside(engine: Engine) -> None:
    assert "kt" not in excluded(engine, "KT 직원 대신 잡무를 맡는 건?")


def test_of_two_that_are_set_aside_the_name_before_them_stays(engine: Engine) -> None:
    text = "스타게이트에 오라클이랑 소프트뱅크 말고 누가 있어?"
    assert "스타게이트" not in excluded(engine, text)
    assert {"오라클", "소프트뱅크"} <= excluded(engine, text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT의 센터와 달리 이미 연 SKT의 가산 AI 데이터센터는 전력밀도가 얼마야?", "skt-gasan-density"),
        ("익시오 출시 시점 말고 유료화 시점은 언제야?", "ixio-paid-plan"),
        ("2분기에 내는 것 말고 KT가 3분기에 여는 건 뭐야?", "kt-ax-innovation-center-opening"),
    ],
)
def test_what_is_left_is_answered(ask: Ask, text: str, fact: str) -> None:
    assert ask(text).facts[0].id == fact


def test_what_happens_in_a_place_set_aside_is_set_aside_with_it(ask: Ask) -> None:
    told = {fact.id for fact in ask("파주 말고 LG유플러스가 이미 연 센터는?").facts}
    assert "lgu-pyeongchon2-open" in told
    assert not {"lgu-paju-role", "lgu-paju-completion"} & told


def test_a_partner_stays_where_the_other_is_set_aside(ask: Ask) -> None:
    assert ask("KT가 대는 현금 말고 MS가 펀드에 내놓는 건 뭐야?").facts[0].id == "kt-ax-fund-ms-in-kind"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT SPC랑 헷갈리는데 SKT의 구독형 클라우드 이름은?", "skt-gpuaas-launch"),
        ("한국적 AI 출시 말고 AX 전략 펀드 운영은 몇 분기부터야?", "kt-ax-fund-start"),
        ("유플러스 협력사 중 포티투마루 말고 칩 설계하는 곳은 어디야?", "lgu-deepx-collaboration"),
        ("오픈AI 창업자가 누구야? 저커버그 아니다", "altman-role"),
        ("KT가 부동산 판 돈, 배당한다는 헛소리 말고 어디에 투자한대?", "kt-investment-fields"),
    ],
)
def test_what_is_meant_besides_is_told(ask: Ask, text: str, fact: str) -> None:
    reply = ask(text)
    assert reply.status.asserts
    assert fact in [shown.id for shown in reply.facts]


def test_a_supposition_sets_nothing_aside(engine: Engine) -> None:
    assert not excluded(engine, "SPC는 KT 혼자 쓸 거 아니지? 밖에는 누구한테 풀어?")


def test_a_name_before_a_pause_stays(engine: Engine) -> None:
    text = "AX 이노베이션 센터, 문 여는 때는 됐고 문 여는 곳은?"
    assert "ax 이노베이션 센터" not in excluded(engine, text)
