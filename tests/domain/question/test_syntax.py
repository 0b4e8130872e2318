"""What the order of a question's words says: whose, made by whom, who has an office, and what is denied."""

import pytest

from bot.domain.engine import Engine
from bot.domain.question.words import Role
from tests.conftest import Ask


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
        ("소버린 AI를 놓으면 곤란하다고 한 사람", True),
        ("소버린 AI 포기에 반대한 사람", True),
        ("외부 서버를 거쳐야 하는 이유", False),
    ],
)
def test_what_is_denied(engine: Engine, text: str, *, denied: bool) -> None:
    assert any(word.denied for word in engine.understand(text).words) is denied


def test_what_a_fact_denies_is_not_taken_for_so(ask: Ask) -> None:
    assert ask("익시오가 외부 서버를 거쳐야만 하는 이유가 뭐야?").status.value == "correction"
    assert ask("익시오는 외부 서버를 거치나요?").status.value == "answer"


def test_a_title_before_a_common_noun_is_nobodys(engine: Engine) -> None:
    assert engine.understand("투자자 대상 공시").words[0].role is Role.QUALITY
    assert engine.understand("투자자는 누구야?").words[0].role is Role.TITLE


def test_a_point_of_reference_is_not_asked_about(engine: Engine) -> None:
    assert engine.understand("북미에 먼저 내놓는 서비스는?").roles(Role.ENTITY)
    assert not engine.understand("백석에 이어 올해 착공하는 곳은?").roles(Role.ENTITY)


def test_who_has_an_office_and_is_not_known_is_a_stranger(engine: Engine) -> None:
    assert engine.understand("박철수 회장은 누구를 만났어?").words[0].role is Role.OUTSIDER
    assert engine.understand("최태원 회장은 누구를 만났어?").words[0].role is Role.ENTITY


def test_the_year_in_which_something_was_done_is_asked_for(engine: Engine) -> None:
    assert engine.understand("에이닷이 나온 해를 말해 줘").slots == {"when"}


def test_to_be_told_is_no_investment(engine: Engine) -> None:
    assert engine.understand("평촌2센터를 연 회사를 대").words[-1].role is Role.FORM


def test_an_office_written_in_one_is_held_as_a_whole(ask: Ask) -> None:
    """경영지원부문장 is another office than 기술혁신부문장."""
    wrong = ask("오승필 KT 경영지원부문장은 뭐라고 했어?")
    assert wrong.status.value == "correction"
    assert "‘경영지원부문장’" in wrong.message
    assert ask("오승필 KT 기술혁신부문장은 뭐라고 했어?").status.value == "answer"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("오승필 KT 전무는 뭐라고 했어?", "correction"),  # another office, though both are executives
        ("오승필 임원은 뭐라고 했어?", "answer"),
    ],
)
def test_another_office_is_not_his(ask: Ask, text: str, status: str) -> None:
    assert ask(text).status.value == status


def test_an_office_said_of_somebody_is_his(engine: Engine) -> None:
    word = engine.understand("유영상이 KT 대표라서 갔어?").roles(Role.ENTITY)[1]
    assert (word.text, word.holder) == ("kt", "ryu-young-sang")


def test_what_a_name_begins_with_is_a_part_of_it(engine: Engine) -> None:
    assert engine.understand("AX 딜리버리 샌터 몇 명").entities == ("ax-delivery-center",)


def test_what_must_not_be_has_not_failed(engine: Engine) -> None:
    words = engine.understand("소버린 AI에서 손 떼면 안 된다고 한 교수는?").words
    assert [w.denied for w in words if "give-up" in w.ids] == [True]
    assert not any("fail" in w.ids and w.role.content for w in words)


@pytest.mark.parametrize(
    ("text", "maker"), [("익시오는 KT가 만들었다는데", "ixi-o"), ("익시오는 KT가 홍보한다는데", None)]
)
def test_a_maker_may_stand_behind_what_it_made(engine: Engine, text: str, maker: str | None) -> None:
    word = next(w for w in engine.understand(text).words if "kt" in w.ids)
    assert word.holder == maker
