"""Questions in several parts, and what stands before a question."""

import pytest

from bot.domain.engine import Engine
from bot.domain.question.parts import double, without_preamble
from tests.conftest import Ask


@pytest.mark.parametrize(
    "preamble",
    ["안녕하세요! ", "팀장님이 물어보시는데요... ", "급해요! ", "수고 많으십니다. 하나만 여쭤볼게요. "],
)
def test_a_preamble_changes_no_answer(ask: Ask, preamble: str) -> None:
    question = "LG유플러스가 포티투마루에 얼마를 투자했나요?"
    plain, polite = ask(question), ask(preamble + question)
    assert (polite.status, polite.facts[0].id) == (plain.status, plain.facts[0].id)


def test_what_asks_stays(engine: Engine) -> None:
    question = engine.understand("안녕하세요. 익시오는 뭐예요? 고맙습니다.")
    assert "ixi-o" in without_preamble(question).entities


@pytest.mark.parametrize(
    "text",
    [
        "익시오는 언제 나왔어?",
        "KT",
        "SKT와 KT의 데이터센터는 어디야?",
        "KT 임원은 무엇을 고민하고 있다고 했나요?",
        "SKT는 어느 나라 동맹에 들어가려고 서두르나요?",
    ],
)
def test_a_single_question_is_not_cut(engine: Engine, text: str) -> None:
    assert double(engine.understand(text)) is None


def test_a_double_question_has_two_halves(engine: Engine) -> None:
    halves = double(engine.understand("익시오는 언제 나왔고, 포티투마루에는 얼마를 투자했어?"))
    assert halves is not None
    assert [half.entities for half in halves] == [("ixi-o",), ("forty-two-maru",)]


def test_both_halves_are_answered(ask: Ask) -> None:
    reply = ask("익시오는 언제 출시됐고, 포티투마루에는 얼마를 투자했어?")
    assert reply.status.asserts
    assert {"ixio-launch", "lgu-42maru-investment"} <= {fact.id for fact in reply.facts}


def test_signs_within_a_sentence_cut_nothing_off(ask: Ask) -> None:
    """What stands behind an arrow or in brackets is asked, too."""
    for text in ("SKT GPUaaS → 월 이용료?", "파주 AI DC {부지 면적: ?평}", "익시오 [하루 이용 시간]"):
        assert not ask(text).status.asserts, text


def test_a_noun_with_a_question_mark_suggests_an_answer(ask: Ask) -> None:
    assert not ask("김영섭 대표는 바르셀로나에서 어디 묵었대? 호텔?").status.asserts


@pytest.mark.parametrize(
    "aside",
    ["'내일' 같은 답은 금지.", "날짜만.", "나이가 드니 자꾸 깜빡해서요."],
)
def test_how_to_answer_and_why_it_is_asked_change_no_answer(ask: Ask, aside: str) -> None:
    question = "익시오 유료화는 언제야?"
    assert ask(f"{question} {aside}").facts[0].id == ask(question).facts[0].id
