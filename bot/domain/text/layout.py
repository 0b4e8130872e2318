"""A text laid out as letters, in which spaces and marks are only gaps."""

import re
from dataclasses import dataclass, field

from bot.domain.korean import jamo, normalise

MOST_CHARACTERS = 300
"""What is read of a text: a question is shorter, and a pasted page is not one."""
_NOISE = re.compile(
    r"(?<![ㄱ-ㅎ])ㅋ+|ㅋ{2,}|ㅎ{2,}|[ㅠㅜ]+(?![ㄱ-ㅣ])|ㅇ{2}(?![ㄱ-ㅎ])|ㄱㄱ+|ㄷㄷ+|ㄴㄴ+|ㅇㅋ|ㄱㅅ|(?<![ㄱ-ㅎ])ㅎㅇ|ㅊㅋ"
)
"""Laughter, tears and nods that are typed as bare jamo."""
_SPACES = re.compile("[ \t]{2,}")
_PERIOD_FIRST = re.compile(r"\b([1-4][qQ]|[12][hH])\s?'?(2\d)\b")
"""1H25, 2Q 25: the year behind its part."""
_NUMBERED = re.compile(r"(?:^|(?<=\s))[(\[]\d{1,2}[)\]]\s*(?=\S)|^\d{1,2}[.)]\s+(?=\S)")
"""The numbers of a list: (1) …, [2] …, 3) …."""
_CIRCLED = re.compile("[①-⑳]")
"""The same as one character."""
_STOPS = frozenset(",;!?…")
_GENITIVE = re.compile(r"(?<=[A-Za-z])'s\b")
_JOINER = re.compile(r"(?<=\w)[:.'\"”’](?=\w)")
"""Marks inside a word or number (Mi:dm, 3.5), and a quote closed before its particle (…한다"는): read over.

A hyphen is a gap: KT-MS are two.
"""


@dataclass
class Layout:
    """The letters of a text with the character each came from and the gaps between them."""

    text: str
    letters: list[str] = field(default_factory=list)
    char: list[int] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    """True for the first letter of a syllable (or any other character)."""
    gap: list[bool] = field(default_factory=list)
    """True where a space or mark stands before the letter."""
    stop: list[bool] = field(default_factory=list)
    """True where a mark stands before it that no word goes across: 중, 국내."""


def tidy(text: str) -> str:
    """The text to read, case kept: normalised, one space at a time, no 's, at most MOST_CHARACTERS."""
    read = normalise(_CIRCLED.sub(" ", text[: MOST_CHARACTERS * 2]))[:MOST_CHARACTERS]
    plain = _NUMBERED.sub("", read)
    plain = _SPACES.sub(" ", plain)
    return _PERIOD_FIRST.sub(r"20\2 \1", _GENITIVE.sub("", plain))


def without_noise(text: str) -> str:
    """The text without laughter and tears."""
    return _NOISE.sub("", text)


def clean(text: str) -> str:
    """The text to read: tidy, in lower case."""
    text = tidy(text)
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def lay_out(text: str) -> Layout:
    """The letters of a cleaned text; marks, emoji and laughter (ㅋㅋ) become gaps."""
    layout = Layout(text)
    joiners = {found.start() for found in _JOINER.finditer(text)}
    noise = {i for found in _NOISE.finditer(text) for i in range(*found.span())}
    gap, stop = True, False
    for index, char in enumerate(text):
        if index in joiners:
            continue
        stop = stop or char in _STOPS
        if index in noise or not (char.isalnum() or char == "+" or (char == "%" and not gap)):
            gap = True
            continue
        for position, letter in enumerate(jamo(char)):
            layout.letters.append(letter)
            layout.char.append(index)
            layout.first.append(position == 0)
            layout.gap.append(gap and position == 0)
            layout.stop.append(stop and position == 0)
            gap = stop = False
    return layout
