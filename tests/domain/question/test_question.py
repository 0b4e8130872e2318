"""What a question names, what it asks for, and which of its words count."""

import pytest

from bot.domain.engine import Engine
from bot.domain.question.words import Role


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("에스터는 언제 나와?", ("esther",)),
        ("KT와 SKT의 데이터센터", ("kt", "skt")),
        ("SKT", ("skt",)),
        ("마소랑 케이티가 하는 펀드", ("microsoft", "kt", "ax-fund")),  # the only fund of the sources
        ("에이닷 비즈", ("a-dot-biz",)),  # not 에이닷
        ("한국적 AI", ("korean-ai",)),
        ("한국형 AI", ("korean-style-ai",)),
        ("수박은 어디서 팔아?", ()),
    ],
)
def test_entities_in_order(engine: Engine, text: str, entities: tuple[str, ...]) -> None:
    assert engine.understand(text).entities == entities


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("에스터는 언제 나와?", "when"),
        ("에스터 출시 시기", "when"),
        ("KT가 얼마를 투자해", "amounts"),
        ("전문센터는 몇 명이야", "counts"),
        ("올트먼은 누구를 만났어", "people"),
        ("MWC25는 어디에서 열렸어", "places"),
        ("왜 유료화해?", "reasons"),
        ("유료화하는 이유가 어떻게 설명돼 있어?", "reasons"),
        ("when does Esther launch", "when"),
        ("나델라의 방한은 몇 해 만이야?", "durations"),
    ],
)
def test_the_slot_asked_for(engine: Engine, text: str, slot: str) -> None:
    assert slot in {slot for word in engine.understand(text).asked for slot in word.slots}


@pytest.mark.parametrize("text", ["KT", "에이닷 비즈 출시", "가산 데이터센터 전력밀도"])
def test_bare_nouns_are_keywords(engine: Engine, text: str) -> None:
    assert engine.understand(text).is_keyword


def test_a_sentence_is_no_keyword(engine: Engine) -> None:
    assert not engine.understand("에스터는 언제 나와?").is_keyword


def test_a_name_may_be_set_aside(engine: Engine) -> None:
    question = engine.understand("익시오 말고 LG유플러스가 투자한 건?")
    assert question.entities == ("lguplus",)
    assert "ixi-o" in question.excluded


def test_a_finer_grain_is_noticed(engine: Engine) -> None:
    (month,) = engine.understand("에스터는 몇 월에 나와?").asked
    (any_time,) = engine.understand("에스터는 언제 나와?").asked
    assert (month.grain, any_time.grain) == ("month", None)


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        ("네이버의 엑사원", "네이버", Role.OUTSIDER),
        ("익시오 가격", "가격", Role.ATTRIBUTE),
        ("KT 대표", "대표", Role.TITLE),
        ("KT 수박", "수박", Role.UNKNOWN),
        ("KT가 100억 원", "100억 원", Role.AMOUNT),
        ("KT 2분기", "2분기", Role.DATE),
    ],
)
def test_words_have_their_part(engine: Engine, text: str, word: str, role: Role) -> None:
    roles = {found.text: found.role for found in engine.understand(text).words}
    assert roles[word] is role


def test_politeness_and_question_words_need_no_fact(engine: Engine) -> None:
    question = engine.understand("안녕하세요, 에스터가 언제 나오는지 알려 주실 수 있나요?")
    assert [word.ids for word in question.content if word.role is not Role.ACTION] == [("esther",)]


@pytest.mark.parametrize(
    ("text", "slot"),
    [("에스터 출시는 몇 분긔야?", "counts"), ("AX라는 말이 무엇을 의미해?", "statements")],
)
def test_what_only_frames_a_question_does_not_ask(engine: Engine, text: str, slot: str) -> None:
    assert slot not in {slot for word in engine.understand(text).asked for slot in word.slots}


def test_another_company_is_one_that_the_question_does_not_name(engine: Engine) -> None:
    assert engine.understand("SKT와 함께 컨소시엄에 들어간 다른 회사는 어디야?").asks_for_others
