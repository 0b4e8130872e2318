"""A follow-up takes over what it leaves out from the questions before it."""

import pytest

from bot.domain.engine import Engine
from bot.domain.reply import Status
from tests.conftest import TODAY, Ask

THREADS = [
    (("에스터는 언제 나와?", "에이닷 비즈는?"), "skt-adot-biz-launch"),  # another name, the same asked
    (("KT가 MS와 손잡고 얼마를 투자해?", "언제 체결했어?"), "kt-ms-partnership"),  # another predicate
    (("포티투마루에 투자한 회사는?", "금액은?"), "lgu-42maru-investment"),  # another slot
    (("KT는 한국적 AI를 언제 출시해?", "누구와 개발해?"), "kt-korean-ai-codevelopment"),
    (("에스터는 언제 나와?", "그렇다면 에이닷 비즈의 경우는 어떠한지요?"), "skt-adot-biz-launch"),
    (("KT의 부사장은 누구야?", "그 사람은 무슨 발표를 했어?"), "kt-mwc25-oh-presentation"),  # who was named
    (("KT가 손잡은 미국 회사는?", "거기 CEO 이름은?"), "nadella-role"),  # of whom it was told
    (("KT SPC는 언제 출시돼?", "다른 회사도 쓸 수 있나요?"), "kt-spc-external-expansion"),  # not when
    (("에스터는 언제 나와?", "도움말", "에이닷 비즈는?"), "skt-adot-biz-launch"),  # a command in between
    (("에스터는 언제 나와?", "오호", "에이닷 비즈는?"), "skt-adot-biz-launch"),  # a remark in between
]


@pytest.mark.parametrize(("turns", "fact"), THREADS)
def test_a_follow_up_is_answered(ask: Ask, turns: tuple[str, ...], fact: str) -> None:
    reply = ask(turns[-1], *turns[:-1])
    assert reply.status.asserts
    assert reply.facts[0].id == fact


@pytest.mark.parametrize("follow_up", ["KT는?", "그건 언제?", "금액은?", "왜?"])
def test_without_a_thread_a_follow_up_is_no_answer_on_its_own(ask: Ask, follow_up: str) -> None:
    assert ask(follow_up).status.value != "answer"


def test_a_whole_question_owes_nothing_to_the_thread(ask: Ask) -> None:
    text = "LG유플러스가 포티투마루에 투자한 금액은?"
    assert ask(text, "에스터는 언제 나와?", "KT는?") == ask(text)


def test_another_subject_stays_unanswered_in_a_thread(ask: Ask) -> None:
    assert not ask("내일 날씨는 어때?", "에스터는 언제 나와?").status.asserts


def test_a_long_thread_is_answered_from_its_end(ask: Ask) -> None:
    earlier = ("KT는?", "그건 언제?") * 40
    assert ask("에이닷 비즈는?", *earlier, "에스터는 언제 나와?").facts[0].id == "skt-adot-biz-launch"


@pytest.mark.parametrize("first", ["SKT 대표 취미는 뭐래?", "SKT 요금은?", "SKT 직원 평균 연봉은?"])
def test_what_no_fact_tells_of_one_is_not_told_of_the_next(engine: Engine, first: str) -> None:
    reply = engine.reply("KT는?", TODAY, [first])
    assert reply.status is Status.RELATED
    assert "에 관한 내용은 기사에 없습니다" in reply.message
