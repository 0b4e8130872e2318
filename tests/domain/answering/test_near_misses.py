"""What may be asked of anybody or anything, and no source tells: nothing is asserted, whatever the frame."""

import itertools

import pytest

from bot.domain.text.particles import with_particle
from tests.conftest import Ask

NAMES = ("익시오", "에이닷 비즈", "KT SPC", "백석 AI 데이터센터", "나델라", "AX 전략 펀드")
UNTOLD = (
    "가격 요금제 할인 쿠폰 멤버십 유심 로밍 기지국 해킹 장애 업데이트 별점 순위 점유율 주가 "
    "배당 지분 이사회 감사위원 정관 영업이익 부채 신용등급 세금 예산 원가 견적 입찰 임대료 "
    "보증금 시공사 면적 주차장 주소 전화번호 이메일 홈페이지 고객센터 영업시간 입장료 좌석 통역 "
    "메뉴 숙소 배터리 무게 두께 해상도 충전 소음 재고 칼로리 논문 파라미터 벤치마크 정확도 "
    "편향 인증 특혜 여론 설문 지지율 법안 과태료 재판 생일 나이 몸무게 혈액형 취미 종교 고향 "
    "가족 전공 학위 자격증 병역 연봉 강연료 재산 반려견 별명 후임 임기"
).split()


def frames(name: str, noun: str) -> tuple[str, ...]:
    topic, subject = with_particle(noun, "은/는"), with_particle(noun, "이/가")
    return (f"{name} {noun} 알려줘", f"{name}의 {topic} 어떻게 되나요?", f"{name}의 {subject} 뭐예요?")


@pytest.mark.parametrize("noun", UNTOLD)
def test_what_no_source_tells_is_not_asserted(ask: Ask, noun: str) -> None:
    asked = itertools.chain.from_iterable(frames(name, noun) for name in NAMES)
    assert [text for text in asked if ask(text).status.asserts] == []


ASKED = (
    "{} 누가 디자인했어?",
    "{} 어떻게 가입해?",
    "{} 쓰려면 뭐가 필요해?",
    "{} 평가가 어때?",
    "{} 왜 파산했어?",
    "{} 몇 개국에서 쓸 수 있어?",
    "{} 언제 은퇴해?",
)


@pytest.mark.parametrize("frame", ASKED)
def test_what_nobody_tells_in_plain_words_is_not_asserted(ask: Ask, frame: str) -> None:
    asked = [frame.format(name) for name in NAMES]
    assert [text for text in asked if ask(text).status.asserts] == []


@pytest.mark.parametrize(
    "text", ["SKT 본사 어디야?", "SKT 슬로건이 뭐야?", "KT 주가 얼마야?", "KT 인터넷 설치 어떻게 해?"]
)
def test_what_people_ask_of_a_telco_and_no_article_tells(ask: Ask, text: str) -> None:
    assert not ask(text).status.asserts
