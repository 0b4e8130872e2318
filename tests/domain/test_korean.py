"""One spelling for every way to type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.korean import (
    compose,
    hangul_from_keys,
    has_final,
    initials,
    is_hangul,
    jamo,
    join,
    keys_from_hangul,
    normalise,
    split,
)

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@given(SYLLABLES)
def test_a_syllable_splits_and_joins(syllable: str) -> None:
    assert join(*split(syllable)) == syllable


@given(st.text(SYLLABLES, max_size=20))
def test_keys_of_hangul_type_it_again(text: str) -> None:
    assert hangul_from_keys(keys_from_hangul(text)) == text


@given(st.text(SYLLABLES, max_size=20))
def test_jamo_compose_to_the_same_text(text: str) -> None:
    assert compose(jamo(text)) == text


@given(st.text(max_size=50))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(st.one_of(SYLLABLES, st.characters(categories=["L", "N", "P"])), max_size=30))
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("ＫＴ　４４㎾", "KT 44kW"),  # full width, a unit of one character
        ("“익시오”의 ‘출시’", "\"익시오\"의 '출시'"),
        ("AI‧클라우드", "AI·클라우드"),
        ("에이\u200b닷", "에이닷"),
        ("ㅋㅋ ㅇㅇㄷ", "ㅋㅋ ㅇㅇㄷ"),  # jamo that make no syllable stay as they were typed
    ],
)
def test_signs_become_plain(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    ("keys", "text"),
    [("dptmxj", "에스터"), ("rktks", "가산"), ("Rnak", "꾸마"), ("dlrtldh", "익시오"), ("rkqtdms", "값은")],
)
def test_latin_keys_type_hangul(keys: str, text: str) -> None:
    assert hangul_from_keys(keys) == text
    assert keys_from_hangul(text) == keys


def test_hangul_keys_type_latin() -> None:
    assert keys_from_hangul("ㅡㅑㅅ") == "mit"


def test_initials_leave_out_spaces_and_keep_the_rest() -> None:
    assert initials("에이닷 비즈 2") == "ㅇㅇㄷㅂㅈ2"


def test_finals() -> None:
    assert [has_final(char) for char in "닷비T7"] == [True, False, False, False]
    assert [is_hangul(char) for char in "닷ㅋT7"] == [True, True, False, False]


def test_finals_of_two_letters_come_apart() -> None:
    assert jamo("값") == "ㄱㅏㅂㅅ"
