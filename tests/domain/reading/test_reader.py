"""Texts are read as words wherever the spaces stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reading.reader import Reader
from bot.domain.text.layout import MOST_CHARACTERS, clean
from tests.domain.lexicon_made import vocabulary

READER = Reader(vocabulary())


def ids(text: str) -> list[str]:
    """The first sense of each word, ``?`` for one that nobody knows."""
    return [token.ids[0] if token.ids else "?" for token in READER.read(clean(text)).tokens]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("KT는", ["kt"]),
        ("SKT는", ["skt"]),  # no KT inside
        ("KT와 SKT", ["kt", "skt"]),
        ("케이티의 나비봇", ["kt", "nabi"]),
        ("나비봇 플러스 언제 나와", ["nabi-plus", "when", "launch"]),
    ],
)
def test_words_are_names_verbs_and_question_words(text: str, read: list[str]) -> None:
    assert ids(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "나비봇 플러스는 언제 출시해?",
        "나비봇플러스는언제출시해",
        "나비 봇 플러스 는 언제 출시 해",
        "나비봇플러스 는언제출 시해",
    ],
)
def test_spaces_are_only_hints(text: str) -> None:
    assert ids(text) == ["nabi-plus", "when", "launch"]


@pytest.mark.parametrize(
    "particle", ["은", "의", "에서", "한테", "이랑", "까지도", "으로는", "이라는", "이야", "인가요"]
)
def test_particles_stay_with_their_noun(particle: str) -> None:
    assert ids(f"나비봇{particle}") == ["nabi"]


def test_particles_eat_no_unknown_word() -> None:
    assert [token.surface for token in READER.read("수박바").unknown] == ["수박바"]


def test_an_unknown_word_keeps_its_place_and_its_particle_apart() -> None:
    reading = READER.read(clean("KT 수박은 언제"))
    assert [token.surface for token in reading.unknown] == ["수박"]
    assert [reading.text[token.start : token.end] for token in reading.tokens] == ["kt", "수박", "언제"]


def test_a_long_latin_word_is_one_unknown_word() -> None:
    assert ids("KT internationalization 언제") == ["kt", "?", "when"]


def test_marks_emoji_and_laughter_are_no_words() -> None:
    assert ids("ㅋㅋㅋ 나비봇!! 🙂🙂 언제...? ㅠㅠ") == ["nabi", "when"]


def test_numbers_are_read_beside_words() -> None:
    values = [token.value.value for token in READER.read("kt 300명 2025년").tokens if token.value]
    assert len(values) == 2


def test_of_a_long_text_only_the_beginning_is_read() -> None:
    assert len(clean("가" * 10_000)) == MOST_CHARACTERS
    assert ids("나비봇 " + "수박 " * 1000)[0] == "nabi"


@given(st.text(max_size=80))
def test_tokens_stand_in_order_within_the_text(text: str) -> None:
    reading = READER.read(clean(text))
    ends = [0, *(token.end for token in reading.tokens)]
    assert all(token.start >= end for token, end in zip(reading.tokens, ends, strict=False))
    assert ends[-1] <= len(reading.text)


def test_a_closing_quote_stands_before_its_particle() -> None:
    assert ids('"나비봇"은 언제 나와')[0] == "nabi"
    assert len(READER.read(clean('"나비봇"은')).tokens) == 1
