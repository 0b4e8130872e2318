"""인물: who is listed, with what office, and which questions are none for the list."""

import pytest

from bot.domain.engine import Engine
from bot.domain.reply import Status
from tests.conftest import Ask


@pytest.mark.parametrize("text", ["인물", "인물 목록", "등장인물", "people"])
def test_everybody_with_an_office_is_listed(ask: Ask, engine: Engine, text: str) -> None:
    reply = ask(text)
    assert reply.status is Status.OVERVIEW
    named = " ".join(fact.summary for fact in reply.facts)
    assert all(
        name in named for name in ("올트먼", "나델라", "김영섭", "오승필", "이성엽", "유영상", "최태원")
    )
    assert all(engine.base.by_id[fact.id].roles for fact in reply.facts)


@pytest.mark.parametrize("text", ["인물 KT", "KT 인물"])
def test_a_companys_people_are_its_own(ask: Ask, text: str) -> None:
    named = " ".join(fact.summary for fact in ask(text).facts)
    assert "김영섭" in named
    assert "오승필" in named
    assert "유영상" not in named
    assert "김동일" not in named  # the reporter of an article about KT


@pytest.mark.parametrize("text", ["핵심 인물이 누구야", "KT 대표가 누구야", "김영섭이 어떤 인물이야"])
def test_a_question_about_one_person_is_no_list(ask: Ask, text: str) -> None:
    assert "인물과 직함" not in ask(text).message


def test_nobody_of_an_unknown_company_is_listed(ask: Ask) -> None:
    assert not ask("인물 삼성전자").facts


def test_an_office_is_told_of_whoever_also_said_something(ask: Ask) -> None:
    reply = ask("소버린 AI에 대해 의견을 낸 이성엽 교수는 어느 대학 소속이야?")
    assert reply.status.value == "answer"
    assert reply.facts[0].id == "lee-sung-yeop-role"
