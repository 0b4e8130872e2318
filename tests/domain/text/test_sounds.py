"""How words sound alike, and when one wrong letter makes another word."""

import pytest

from bot.domain.korean import jamo
from bot.domain.text.sounds import both_ends, may_differ, most_wrong, sound_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("나댈라", "나델라"),
        ("이성옆", "이성엽"),
        ("부억", "부엌"),
        ("껨", "겜"),
        ("데이타쎈타", "데이타센타"),
    ],
)
def test_they_sound_alike(typed: str, meant: str) -> None:
    assert sound_of(jamo(typed)) == sound_of(jamo(meant))


@pytest.mark.parametrize(("one", "other"), [("판", "반"), ("표시", "보시"), ("코스", "고스")])
def test_a_first_consonant_is_heard(one: str, other: str) -> None:
    assert sound_of(jamo(one)) != sound_of(jamo(other))


def test_a_short_word_allows_no_error_and_a_long_one_three() -> None:
    assert [most_wrong(size) for size in (4, 5, 10, 15)] == [0, 1, 2, 3]


def test_one_wrong_letter_leaves_an_end_as_it_is() -> None:
    begins, ends = both_ends("ㅂㅏㅇㅎㅏㄴ")
    assert (begins, ends) == ("^ㅂㅏ", "ㅏㄴ$")


@pytest.mark.parametrize(
    ("sound", "near", "may"),
    [("ㅂㅏㅇㅎㅗㄴ", "ㅂㅏㅇㅎㅏㄴ", True), ("ㄱㅏㅇㅎㅏㄴ", "ㅂㅏㅇㅎㅏㄴ", False)],
)
def test_in_a_short_word_only_a_vowel_may_be_wrong(sound: str, near: str, *, may: bool) -> None:
    assert may_differ(sound, near, 1) is may
