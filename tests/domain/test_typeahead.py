"""Suggestions while typing: what finds what, and what stands first."""

import pytest

from bot.domain.base import FactBase
from bot.domain.typeahead import LONGEST, MOST, Kind, Typeahead


@pytest.fixture(scope="module")
def typeahead(base: FactBase) -> Typeahead:
    return Typeahead(base)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("에이닷", "에이닷"),
        ("에이ㄷ", "에이닷"),
        ("ㅇㅇㄷ", "에이닷"),
        ("ㅎㄱㅈ", "한국적 AI"),
        ("dptmxj", "에스터"),
        ("에스타", "에스터"),
        ("엑시오", "익시오"),
        ("kt", "KT"),
        ("LG U+", "LG유플러스"),
        ("나델라", "사티아 나델라"),
        ("kt 투자", "KT 투자"),
        ("ㅡㅑㅅ", "MIT"),
    ],
)
def test_what_is_meant_stands_first(typeahead: Typeahead, typed: str, first: str) -> None:
    assert typeahead(typed)[0].text == first


def test_a_beginning_finds_questions_with_their_facts(typeahead: Typeahead, base: FactBase) -> None:
    found = [each for each in typeahead("에이닷 비즈") if each.kind is Kind.QUESTION]
    assert found
    assert all(each.text in base.by_id[each.fact_id].questions for each in found)


def test_every_word_must_be_there(typeahead: Typeahead) -> None:
    assert all("투자" in each.text and "KT" in each.text for each in typeahead("투자 KT"))


def test_different_facts_come_before_more_questions_of_one(typeahead: Typeahead) -> None:
    facts = [each.fact_id for each in typeahead("KT") if each.kind is Kind.QUESTION]
    assert len(set(facts)) == len(facts)


@pytest.mark.parametrize("typed", ["", "   ", "KT", "ㅋ", "가" * 5 * LONGEST, "asdfgh", "\u0301", "(", "🙂"])
def test_there_are_never_too_many_nor_twice_the_same(typeahead: Typeahead, typed: str) -> None:
    texts = [each.text for each in typeahead(typed)]
    assert len(texts) == len(set(texts)) <= MOST


def test_who_has_typed_nothing_sees_the_companies(typeahead: Typeahead) -> None:
    assert [each.text for each in typeahead("")[:3]] == ["SKT", "KT", "LG유플러스"]


def test_every_question_of_the_base_is_found_by_itself(typeahead: Typeahead, base: FactBase) -> None:
    for fact in base.facts:
        assert fact.questions[0] in [each.text for each in typeahead(fact.questions[0])]


def test_names_that_no_fact_tells_of_are_not_suggested(typeahead: Typeahead) -> None:
    assert "일론 머스크" not in [each.text for each in typeahead("일론 머스크")]
