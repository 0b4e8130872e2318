"""On what grounds a fact is not asserted, and which of them give way."""

import pytest

from bot.domain.answering.objecting import Ground, objections
from bot.domain.engine import Engine
from tests.conftest import Ask


def grounds(engine: Engine, text: str, fact_id: str) -> set[Ground]:
    question = engine.understand(text)
    match = engine.matcher.matches(question, [engine.base.by_id[fact_id]])[0]
    return {objection.ground for objection in objections(match, question)}


@pytest.mark.parametrize(
    ("text", "fact", "ground"),
    [
        ("네이버의 엑사원은 누가 개발했어?", "exaone-developer", Ground.CONFLICT),
        ("익시오 가격은 얼마야?", "ixio-launch", Ground.LEFT_OVER),
        ("익시오 뿌잉", "ixio-launch", Ground.LEFT_OVER),
        ("LG유플러스가 내놓은 뿌잉은?", "ixio-launch", Ground.UNKNOWN_WORD),
        ("익시오 말고 다른 서비스는 뭐야?", "ixio-launch", Ground.SET_ASIDE),
        ("LG유플러스가 이미 완공한 데이터센터는?", "lgu-paju-completion", Ground.CONFLICT),
        ("포티투마루에는 언제 투자했어?", "lgu-42maru-investment", Ground.UNTOLD),
        ("파주 데이터센터는 언제 착공해?", "lgu-paju-completion", Ground.OF_ELSE),
        ("MIT 컨소시엄의 다른 창립 멤버는 어느 곳이야?", "skt-mit-founding-member", Ground.UNTOLD),
        ("KT가 파는 건물 중에 광화문 사옥이 있어?", "kt-gwanghwamun-office", Ground.LEFT_OVER),
        ("SPC로의 이전을 마감하는 때는 언제로 예정돼?", "kt-spc-launch", Ground.OF_ELSE),
        ("재배치 때문에 자리를 옮긴 KT 직원은 몇 명이야?", "kt-ax-delivery-center-size", Ground.LEFT_OVER),
        ("백석 데이터센터는 물로 식혀?", "kt-baekseok-ai-only", Ground.LEFT_OVER),
        ("익시오가 유료가 되면 통역 기능도 돈을 내야 해?", "ixio-paid-plan", Ground.LEFT_OVER),
        ("MIT 컨소시엄 창립 멤버는 또 누구야?", "skt-mit-founding-member", Ground.UNTOLD),
        ("AX 전문가 커뮤니티에 외부인도 들어갈 수 있어?", "kt-ax-expert-community", Ground.LEFT_OVER),
        ("KT SPC는 다른 클라우드보다 비싸?", "kt-spc-features", Ground.LEFT_OVER),
        ("이성엽 교수는 어떤 과목을 가르쳐?", "lee-sung-yeop-role", Ground.LEFT_OVER),
        ("펀드에 들어가는 GPU는 어느 회사 제품이야?", "kt-ax-fund-structure", Ground.UNTOLD),
        ("KT가 작년 6월에 맺은 파트너십은?", "kt-ms-joint-research", Ground.CONFLICT),
        ("부동산을 사들이는 KT는 재원을 어떻게 마련했어?", "kt-investment-sources", Ground.CONFLICT),
        ("나델라의 강연료는 어떻게 돼요?", "nadella-kim-talks", Ground.LEFT_OVER),
        ("익시오의 소유주가 뭐예요?", "ixio-models", Ground.LEFT_OVER),
        ("SKT GPUaaS의 매출 기여도는 어느 수준이야?", "skt-gpuaas-what", Ground.LEFT_OVER),
        ("익시오 은퇴 궁금해요", "ixio-models", Ground.LEFT_OVER),
        ("에이닷 비즈를 도입한 곳은 어디야?", "skt-adot-biz-launch", Ground.OF_ELSE),
        ("KT SPC 짓는 데 얼마 들었어?", "kt-ms-cloud", Ground.UNTOLD),
        ("SKT 가산 데이터센터에는 얼마가 들었나요?", "skt-gasan-density", Ground.UNTOLD),
        ("믿음 말고 또 뭘 써?", "ixio-models", Ground.SET_ASIDE),
        ("김대회 상무보가 기자들을 모아 설명한 곳은 어디야?", "kim-dae-hoe-briefing", Ground.UNTOLD),
    ],
)
def test_each_ground(engine: Engine, text: str, fact: str, ground: Ground) -> None:
    assert ground in grounds(engine, text, fact)


def test_whether_a_plan_is_done_already_may_be_asked(engine: Engine) -> None:
    assert Ground.CONFLICT not in grounds(engine, "파주 데이터센터는 이미 완공됐나요?", "lgu-paju-completion")


def test_when_something_was_is_told_by_another_fact_about_it(ask: Ask) -> None:
    reply = ask("곽노정 사장이 올트먼을 만난 자리는 며칠이었어?")
    assert reply.status.value == "answer"
    assert "2월 4일" in reply.facts[0].summary
    assert "곽노정" in reply.facts[1].summary


def test_an_office_is_told_besides_the_name(ask: Ask) -> None:
    reply = ask("11일 설명회에서 MS와의 협력을 말한 KT 임원의 이름과 직책은?")
    assert {"kim-dae-hoe-briefing", "kim-dae-hoe-role"} <= {fact.id for fact in reply.facts}


def test_only_what_may_be_read_wrongly_gives_way() -> None:
    assert {ground for ground in Ground if ground.weak} == {Ground.UNKNOWN_WORD, Ground.OF_ELSE}


def test_an_office_is_told_of_whoever_is_described(ask: Ask) -> None:
    reply = ask("소버린 AI를 포기하면 안 된다고 한 학자는 어느 대학 소속이야?")
    assert reply.status.value == "answer"
    assert "고려대" in reply.facts[0].summary


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT가 건물을 팔고 사람을 다른 데로 돌려 만든 돈은 어디에 써?", "kt-investment-fields"),  # no 다른 데
        (
            "전력밀도가 국내 최고라는 새 데이터센터의 전력밀도는 얼마야?",
            "skt-gasan-density",
        ),  # 새 is not topped
        ("나델라는 몇 해 만에 한국에 와?", "nadella-visit"),
        ("LG유플러스 센터 둘 중에 작년에 연 곳은 어느 쪽이야?", "lgu-pyeongchon2-open"),
    ],
)
def test_what_only_looks_like_an_objection_is_none(engine: Engine, text: str, fact: str) -> None:
    assert grounds(engine, text, fact) == set()
