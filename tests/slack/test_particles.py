"""Particles agree with every name of the base, wherever the bot sets one behind it."""

import re

import pytest

from bot.domain.answering import wording
from bot.domain.base import FactBase
from bot.slack import texts

LETTER_NAMES = (
    "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 "
    "엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트"
)
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", LETTER_NAMES.split(), strict=True))
DIGITS = dict(zip("0123456789", "영 일 이 삼 사 오 육 칠 팔 구".split(), strict=True))
SPOKEN = {
    **{"Aster": "애스터", "Esther": "에스터", "OpenAI": "오픈에이아이", "Gemini": "제미나이", "Phi": "파이"},
    **{"Oracle": "오라클", "Google": "구글", "SoftBank": "소프트뱅크", "Microsoft": "마이크로소프트"},
}
"""English words of the base that a Korean reader says as a word and not letter by letter."""
FINALS = 28


def last_sound(name: str) -> str | None:
    """ "consonant", "rieul" or "vowel" as the name is said; None for an English word that is not listed."""
    bare = re.sub(r"\s*\([^)]*\)$|[\s'’”).]+$", "", name)
    latin = re.search(r"[A-Za-z]+$", bare)
    if latin and len(latin.group()) > 1 and not latin.group().isupper():
        if latin.group() not in SPOKEN:
            return None
        bare = SPOKEN[latin.group()]
    said = LETTERS.get(bare[-1].lower()) or DIGITS.get(bare[-1]) or bare
    if not "가" <= said[-1] <= "힣":
        return None
    final = (ord(said[-1]) - ord("가")) % FINALS
    return {0: "vowel", 8: "rieul"}.get(final, "consonant")


@pytest.fixture(scope="module")
def names(base: FactBase) -> dict[str, str]:
    """Every name and alias of the base whose sound is plain, with its last sound."""
    surfaces = {name for entity in base.entities.values() for name in entity.surfaces}
    return {name: sound for name in surfaces if (sound := last_sound(name))}


def test_names_of_every_script_are_among_them(names: dict[str, str]) -> None:
    assert {"KT", "LG유플러스", "GPT-4o", "MWC25", "에이닷"} <= set(names)
    assert set(names.values()) == {"vowel", "rieul", "consonant"}


def test_what_was_read_has_its_particles(names: dict[str, str]) -> None:
    for name, sound in names.items():
        object_particle = "를" if sound == "vowel" else "을"
        direction = "으로" if sound == "consonant" else "로"
        assert texts.read_as(name, name) == f"'{name}'{object_particle} '{name}'{direction} 읽었습니다."


def test_what_is_corrected_has_its_particle(names: dict[str, str]) -> None:
    for name, sound in names.items():
        topic = "는" if sound == "vowel" else "은"
        assert wording.corrected(name, "사실").startswith(f"질문의 ‘{name}’{topic} 기사 내용과 다릅니다.")


def test_what_is_no_command_has_its_particle(names: dict[str, str]) -> None:
    for name, sound in names.items():
        called = "라는" if sound == "vowel" else "이라는"
        assert f"‘{name}’{called} 명령은 없습니다." in wording.no_command(name, "출처")
