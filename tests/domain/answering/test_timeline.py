"""Timelines: which questions ask for one, what stands in it, and where each entry stands in time."""

import datetime as dt

import pytest

from bot.domain.answering.timeline import label
from bot.domain.engine import Engine
from bot.domain.fact import PartialDate
from bot.domain.reply import Moment, Reply, Status
from tests.conftest import Ask


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2027", "2027년"),
        ("2025-H1", "2025년 상반기"),
        ("2025-H2", "2025년 하반기"),
        ("2025-Q2", "2025년 2분기"),
        ("2024-09", "2024년 9월"),
        ("2025-02-04", "2025년 2월 4일"),
        ("2024-end", "2024년 말"),
    ],
)
def test_a_date_is_named_as_exactly_as_it_is_known(text: str, shown: str) -> None:
    assert label(PartialDate(text=text)) == shown


def ids(reply: Reply) -> set[str]:
    return {milestone.fact_id for milestone in reply.milestones}


@pytest.mark.parametrize(
    "text", ["일정", "타임라인", "로드맵 보여줘", "timeline", "시기별로 정리해줘", "통신 3사 일정"]
)
def test_everybodys_timeline_holds_every_dated_fact(ask: Ask, engine: Engine, text: str) -> None:
    reply = ask(text)
    assert reply.status is Status.OVERVIEW
    assert ids(reply) == {fact.id for fact in engine.base.facts if fact.when}
    assert {fact.id for fact in reply.facts} == ids(reply)


@pytest.mark.parametrize("text", ["일정 KT", "KT 일정", "timeline KT", "KT 로드맵 알려줘"])
def test_a_companys_timeline_holds_what_concerns_it(ask: Ask, engine: Engine, text: str) -> None:
    found = ids(ask(text))
    assert {fact.id for fact in engine.base.facts if fact.when and fact.company == "kt"} <= found
    assert all("kt" in (*engine.base.by_id[i].entities, engine.base.by_id[i].company) for i in found)


def test_entries_stand_in_order_of_time(ask: Ask) -> None:
    days = [(entry.last_day, entry.first_day) for entry in ask("일정").milestones]
    assert days == sorted(days)
    assert len(days) > 10


def test_a_period_keeps_what_is_dated_as_exactly(ask: Ask, engine: Engine) -> None:
    reply = ask("KT가 분기별로 뭘 내놔")
    quarters = [entry.when for entry in reply.milestones]
    assert quarters == sorted(quarters)
    assert set(quarters) == {"2025년 1분기", "2025년 2분기", "2025년 3분기"}


def test_other_words_narrow_a_timeline(ask: Ask) -> None:
    assert ids(ask("연도별로 KT 데이터센터 정리")) == {"kt-baekseok-dc-built", "kt-gasan-start"}


@pytest.mark.parametrize(
    "text", ["KT 연도별 투자액", "분기별 매출 알려줘", "에스터 출시 일정", "나델라 방한 일정", "네이버 일정"]
)
def test_other_questions_are_none_for_a_timeline(ask: Ask, text: str) -> None:
    assert not ask(text).milestones


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (dt.date(2025, 3, 10), Moment.COMING),
        (dt.date(2025, 4, 1), Moment.NOW),
        (dt.date(2025, 6, 30), Moment.NOW),
        (dt.date(2025, 7, 1), Moment.OVERDUE),
    ],
)
def test_a_plan_moves_from_coming_to_overdue(engine: Engine, day: dt.date, moment: Moment) -> None:
    entries = engine.reply("KT 일정", day).milestones
    assert {entry.moment for entry in entries if entry.fact_id == "kt-spc-launch"} == {moment}


def test_what_has_happened_is_past(ask: Ask) -> None:
    assert {e.moment for e in ask("KT 일정").milestones if e.fact_id == "kt-ms-partnership"} == {Moment.PAST}


def test_the_plain_text_names_the_dates(ask: Ask) -> None:
    assert "• 2025년 2분기: " in ask("KT 일정").text()


def test_a_thread_about_a_company_asks_for_its_timeline(ask: Ask) -> None:
    assert ids(ask("일정", "LG유플러스")) == ids(ask("LG유플러스 일정"))


@pytest.mark.parametrize("earlier", ["에스터는 언제 나와?", "SKT", "LG유플러스 일정"])
def test_a_timeline_that_says_whose_stands_alone(ask: Ask, earlier: str) -> None:
    assert ids(ask("KT 일정", earlier)) == ids(ask("KT 일정"))
