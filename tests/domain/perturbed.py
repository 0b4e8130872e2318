"""Questions spoilt as people spoil them: by the space bar, the layout key and slips of a finger."""

import random
import re
from collections.abc import Callable

from bot.domain.korean import is_syllable, join, keys_from_hangul, split

_SLIPS = dict(zip("ㅏㅐㅑㅓㅔㅕㅗㅚㅛㅜㅟㅠㅡㅣ", "ㅐㅏㅕㅔㅓㅑㅜㅙㅠㅗㅣㅛㅣㅟ", strict=True))
"""A vowel and one that is taken for it."""

KINDS = {
    "spaces removed": 0.94,  # measured 0.99
    "spaces misplaced": 0.93,  # 0.96
    "layout": 0.94,  # 0.98
    "vowel": 0.84,  # 0.87
    "doubled": 0.88,  # 0.91
    "swapped": 0.62,  # 0.66
}
"""Each kind with the share of questions that must keep their answer: as measured, less a margin."""


def perturbed(text: str, kind: str, chance: random.Random) -> str:
    """The text spoilt in one way; unchanged where it offers no place for it."""
    return _WAYS[kind](text, chance)


def _remove_spaces(text: str, _: random.Random) -> str:
    return text.replace(" ", "")


def _misplace_spaces(text: str, chance: random.Random) -> str:
    """One space lost and one too many, between two syllables of a word."""
    spaces = [found.start() for found in re.finditer(" ", text)]
    if spaces:
        at = chance.choice(spaces)
        text = text[:at] + text[at + 1 :]
    at = chance.choice([found.start() + 1 for found in re.finditer("(?=[가-힣][가-힣])", text)])
    return text[:at] + " " + text[at:]


def _wrong_layout(text: str, chance: random.Random) -> str:
    """One word typed with the keyboard in Latin."""
    words = [word for word in text.split() if len(word) > 1 and all(map(is_syllable, word))]
    if not words:
        return text
    word = chance.choice(words)
    return text.replace(word, keys_from_hangul(word), 1)


def _other_vowel(text: str, chance: random.Random) -> str:
    places = [at for at, char in enumerate(text) if is_syllable(char) and split(char)[1] in _SLIPS]
    at = chance.choice(places)
    initial, vowel, final = split(text[at])
    return text[:at] + join(initial, _SLIPS[vowel], final) + text[at + 1 :]


def _doubled(text: str, chance: random.Random) -> str:
    """One syllable typed twice."""
    at = chance.choice([at for at, char in enumerate(text) if is_syllable(char)])
    return text[: at + 1] + text[at:]


def _swapped(text: str, chance: random.Random) -> str:
    """Two neighbouring syllables in each other's place."""
    places = [found.start() for found in re.finditer("(?=[가-힣]{3})", text)]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


_WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "spaces removed": _remove_spaces,
    "spaces misplaced": _misplace_spaces,
    "layout": _wrong_layout,
    "vowel": _other_vowel,
    "doubled": _doubled,
    "swapped": _swapped,
}
