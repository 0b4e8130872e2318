"""Particles agree with the word before them, whatever script the word is in."""

import pytest

from bot.domain.text.particles import particle, with_particle


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("에스터", "을/를", "를"),
        ("에이닷", "을/를", "을"),
        ("엑사원", "은/는", "은"),
        ("익시", "이/가", "가"),
        ("서울", "으로/로", "로"),  # ㄹ counts as a vowel for 으로/로
        ("서울", "을/를", "을"),
        ("가산", "으로/로", "으로"),
        ("판교", "으로/로", "로"),
        ("KT", "을/를", "를"),
        ("SKT", "은/는", "는"),
        ("MS", "과/와", "와"),
        ("LLM", "이/가", "이"),
        ("sLLM", "을/를", "을"),
        ("AI", "은/는", "는"),
        ("URL", "으로/로", "로"),
        ("URL", "을/를", "을"),
        ("LG유플러스", "이/가", "가"),
        ("U+", "을/를", "를"),
        ("OpenAI", "과/와", "와"),
        ("Google", "은/는", "은"),
        ("Google", "으로/로", "로"),
        ("Slack", "으로/로", "으로"),
        ("Anthropic", "을/를", "을"),
        ("Microsoft", "은/는", "는"),
        ("ChatGPT", "을/를", "를"),
        ("Titan", "이/가", "이"),
        ("iPhone", "은/는", "은"),
        ("dptmxj", "을/를", "를"),  # Korean typed on a Latin keyboard: read letter by letter
        ("zl", "을/를", "을"),
        ("MWC25", "은/는", "는"),
        ("GPT-3", "을/를", "을"),
        ("4.0", "이/가", "이"),
        ("2027", "으로/로", "로"),
        ("100", "으로/로", "으로"),
        ("30%", "을/를", "를"),
        ("ㄱ", "을/를", "을"),
        ("ㅏ", "을/를", "를"),
    ],
)
def test_the_particle_agrees(word: str, pair: str, expected: str) -> None:
    assert particle(word, pair) == expected


@pytest.mark.parametrize("word", ["'에스터'", "에스터(A*)", "에스터 (SKT)", "“에스터”", "에스터…"])
def test_what_is_not_read_aloud_does_not_count(word: str) -> None:
    assert with_particle(word, "을/를") == f"{word}를"


@pytest.mark.parametrize("word", ["", "🙂", "中", "!?"])
def test_what_cannot_be_read_stays_undecided(word: str) -> None:
    assert particle(word, "을/를") == "을(를)"
