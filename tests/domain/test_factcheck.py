"""Fact checks: what is confirmed, what is set right, and what is left open."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.engine import Engine
from bot.domain.factcheck import MOST_STATEMENTS, Checked, Difference, Finding, check
from bot.domain.question.statements import sentences


def one(engine: Engine, text: str) -> Checked:
    (found,) = check(text, engine)
    return found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("KT는 2024년 9월 MS와 5개년 전략적 파트너십을 체결했다.", "kt-ms-partnership"),
        ("KT는 2024년 MS와 5개년 전략적 파트너십을 체결했다.", "kt-ms-partnership"),
        ("KT는 MS와 손잡고 국내 AI·클라우드에 2조 4천억 원을 투자할 계획이다.", "kt-ms-investment"),
        ("KT는 2025년 2분기에 한국적 AI를 출시한다.", "kt-korean-ai-launch"),
        ("김영섭은 KT 대표다.", "kim-young-shub-role"),
        ("SKT는 2022년에 에이닷을 냈다", "skt-adot-launch"),
        ("엑사원은 LG AI연구원이 개발했다.", "exaone-developer"),
    ],
)
def test_what_a_fact_says_agrees(engine: Engine, text: str, fact: str) -> None:
    found = one(engine, text)
    assert found.finding is Finding.AGREES
    assert found.fact is not None
    if fact in engine.base.by_id:
        assert found.fact.id == fact


@pytest.mark.parametrize(
    ("text", "wrong", "difference"),
    [
        ("KT는 MS와 손잡고 국내 AI·클라우드에 3조 원을 투자할 계획이다.", "3조 원", Difference.NUMBER),
        ("AX 딜리버리 전문센터 인력은 500명이다", "500명", Difference.NUMBER),
        ("KT는 2025년 3분기에 한국적 AI를 출시한다.", "2025년 3분기", Difference.DATE),
        ("KT는 2024년 8월 MS와 5개년 전략적 파트너십을 체결했다.", "2024년 8월", Difference.DATE),
        ("SKT는 2025년 2분기에 한국적 AI를 출시한다.", "SKT", Difference.COMPANY),
        ("네이버가 엑사원을 만들었다.", "네이버", Difference.COMPANY),
        ("김영섭은 SKT 대표다.", "SKT", Difference.COMPANY),
        ("SKT는 에스터를 유럽에 선보일 계획이다.", "유럽", Difference.PLACE),
        ("KT는 한국적 AI를 출시했다.", "출시", Difference.PLAN),
    ],
)
def test_what_a_fact_says_otherwise_differs(
    engine: Engine, text: str, wrong: str, difference: Difference
) -> None:
    found = one(engine, text)
    assert found.finding is Finding.DIFFERS
    assert found.fact is not None
    assert found.wrong == ((wrong, difference),)


@pytest.mark.parametrize(
    "text",
    [
        "KT는 5G 요금제를 인하했다.",  # no fact tells of it
        "LG유플러스는 파주 데이터센터를 2027년에 착공한다.",  # 완공 is not 착공
        "SKT는 에스터를 북미에 출시하지 않는다.",  # denied
        "KT는 MS와 손잡고 2조 4천억 원을 투자하지 않기로 했다.",
        "MS가 KT에 2조 4천억 원을 투자한다.",  # another doer
        "샘 올트먼은 2025년 2월 4일 방한해 정의선 회장과 만났다.",  # a name that reads as a word
        "KT는 2025년 5월에 한국적 AI를 출시한다.",  # finer than the source
        "KT는 올해 2분기에 한국적 AI를 출시한다.",  # of which year
        "SKT 유영상 대표가 사임했다",
        "KT는 AX 이노베이션 센터를 닫았다",
        "SKT는 2025년 데이터센터를 착공할 예정이다.",
    ],
)
def test_what_is_not_told_is_not_known(engine: Engine, text: str) -> None:
    found = one(engine, text)
    assert found.finding is Finding.UNKNOWN
    assert found.fact is None


def test_every_sentence_is_checked_by_itself(engine: Engine) -> None:
    text = "김영섭은 KT 대표다. 김영섭은 SKT 대표다.\nKT는 5G 요금제를 인하했다."
    findings = [found.finding for found in check(text, engine)]
    assert findings == [Finding.AGREES, Finding.DIFFERS, Finding.UNKNOWN]


def test_a_sentence_of_two_statements_is_taken_apart(engine: Engine) -> None:
    text = "LG유플러스는 익시오를 2024년 말 출시했고 2025년 상반기 일부 서비스를 유료화할 계획이다."
    first, second = check(text, engine)
    assert first.finding is Finding.AGREES
    assert first.text == "LG유플러스는 익시오를 2024년 말 출시했고"
    assert second.finding is not Finding.AGREES


@pytest.mark.parametrize(
    "text", ["", "안녕하세요 여러분!", "KT의 투자 규모는 얼마일까요?", "ㅋㅋㅋㅋㅋㅋㅋ", "네"]
)
def test_what_states_nothing_is_left_out(engine: Engine, text: str) -> None:
    assert check(text, engine) == []


def test_numbers_with_points_do_not_end_a_sentence() -> None:
    assert sentences("KT는 2.4조 원을 투자한다. 끝이 아닙니다.") == [
        "KT는 2.4조 원을 투자한다.",
        "끝이 아닙니다.",
    ]


def test_a_long_message_is_cut(engine: Engine) -> None:
    assert len(check("김영섭은 KT 대표다.\n" * 40, engine)) == MOST_STATEMENTS


def test_every_summary_that_is_read_agrees_or_is_open(engine: Engine) -> None:
    """The base never contradicts itself: what it says of itself does not differ."""
    for fact in engine.base.facts:
        for found in check(fact.summary, engine):
            assert found.finding is not Finding.DIFFERS or found.fact is not fact, fact.id


@given(st.text(max_size=200))
def test_any_text_is_checked(engine: Engine, text: str) -> None:
    assert all(found.finding is Finding.UNKNOWN or found.fact for found in check(text, engine))


SWAPPED = {
    "SKT": "KT",
    "KT": "LG유플러스",
    "LG유플러스": "SKT",
    "MS": "구글",
    "오픈AI": "앤트로픽",
    "김영섭": "유영상",
}
_NAMES = re.compile(r"LG유플러스|SKT|(?<![A-Z])(?:KT|MS)(?![A-Z])|오픈AI|김영섭")


def with_another_name(text: str) -> str:
    return _NAMES.sub(lambda name: SWAPPED[name.group()], text, count=1)


def with_another_number(text: str) -> str:
    return re.sub(r"\d+", lambda number: str(int(number.group()) + 1), text, count=1)


@pytest.mark.parametrize("change", [with_another_name, with_another_number])
def test_a_summary_with_another_name_or_number_does_not_agree(
    engine: Engine, change: Callable[[str], str]
) -> None:
    """Where the whole sentence is held against the facts; a clause without the name may well be true."""
    agreeing = []
    for fact in engine.base.facts:
        text = change(fact.summary)
        if text != fact.summary and "3사" not in text:  # of all three, each is one
            agreeing += [
                f.text for f in check(text, engine) if f.finding is Finding.AGREES and f.text == text
            ]
    assert agreeing == []


def test_most_summaries_agree_with_themselves(engine: Engine) -> None:
    found = [check(fact.summary, engine) for fact in engine.base.facts]
    agreeing = sum(all(one.finding is Finding.AGREES for one in each) and bool(each) for each in found)
    assert agreeing >= 0.75 * len(found)
