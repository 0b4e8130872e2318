"""What the order of a question's words says: whose, which one not, made by whom, and what is denied."""

import pytest

from bot.domain.engine import Engine
from bot.domain.words import Role
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
    ],
)
def test_what_is_set_aside_is_not_asked_about(engine: Engine, text: str, aside: str, kept: str) -> None:
    assert aside in excluded(engine, text)
    assert kept not in excluded(engine, text)


def test_a_clause_that_is_set_aside_leaves_whose_it_is(engine: Engine) -> None:
    text = "LG유플러스의 데이터센터 가운데 짓고 있는 곳이 아니라 이미 연 곳은?"
    assert "lg유플러스" not in excluded(engine, text)


def test_instead_of_staff_does_not_set_their_company_aside(engine: Engine) -> None:
    assert "kt" not in excluded(engine, "KT 직원 대신 잡무를 맡는 건?")


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("구글이 개발한 엑사원은 어디에 쓰여?", "exaone"),
        ("MS가 자체 개발한 AI 모델 믿음", "mideum"),
        ("KT와 개발한 엑사원", None),
        ("KT가 활용하는 Phi 3.5", None),
    ],
)
def test_a_maker_in_a_clause_belongs_to_what_it_made(engine: Engine, text: str, holder: str | None) -> None:
    first = engine.understand(text).roles(Role.ENTITY)[0]
    assert first.holder == holder


def test_a_wrong_maker_is_set_right(ask: Ask) -> None:
    reply = ask("구글이 개발한 엑사원은 어디에 쓰여?")
    assert reply.status.value == "correction"
    assert "LG AI연구원" in reply.facts[0].summary


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("외부 서버를 거치지 않는 이유", True),
        ("외부 서버를 안 거치는 이유", True),
        ("소버린 AI를 포기해서는 안 된다고 한 사람", True),
        ("소버린 AI를 포기하지 말라고 한 사람", True),
        ("외부 서버를 거쳐야 하는 이유", False),
    ],
)
def test_what_is_denied(engine: Engine, text: str, *, denied: bool) -> None:
    assert any(word.denied for word in engine.understand(text).words) is denied


def test_what_a_fact_denies_is_not_taken_for_so(ask: Ask) -> None:
    assert ask("익시오가 외부 서버를 거쳐야만 하는 이유가 뭐야?").status.value == "related"
    assert ask("익시오는 외부 서버를 거치나요?").status.value == "answer"


def test_a_title_before_a_common_noun_is_nobodys(engine: Engine) -> None:
    assert engine.understand("투자자 대상 공시").words[0].role is Role.QUALITY
    assert engine.understand("투자자는 누구야?").words[0].role is Role.TITLE


def test_a_point_of_reference_is_not_asked_about(engine: Engine) -> None:
    assert engine.understand("북미에 먼저 내놓는 서비스는?").roles(Role.ENTITY)
    assert not engine.understand("백석에 이어 올해 착공하는 곳은?").roles(Role.ENTITY)
