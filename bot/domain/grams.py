"""N-grams of many short texts at once, as arrays of numbers.

Three kinds, chosen together by cross-validation (see `bot.domain.phrases`): single characters and
pairs of characters without spaces, which broken spacing leaves alone; and triples of jamo with
spaces, which a mistyped vowel or another ending leaves mostly alone, and which see where words begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain import korean

MAX_CHARS = 1000
"""Characters of a text that are looked at: a question has some 30, a pasted notice more than this
says no more about what is asked, and search time stays bounded whatever is typed."""

_BITS = 21  # one Unicode code point; three of them fit a signed 64-bit number
_SPACE, _BREAK = ord(" "), ord("\n")


@dataclass(frozen=True, slots=True)
class Grams:
    """One row for each distinct gram of each text, sorted by gram, then by text."""

    gram: NDArray[np.int64]
    text: NDArray[np.int64]
    """Which text, by position."""
    count: NDArray[np.int64]
    """How often the gram stands in that text, from 1."""


def grams(texts: Sequence[str]) -> Grams:
    """The grams of all texts. A text without a letter or digit has none."""
    stream = _stream(texts)
    spaced = _codes(stream.translate(_LETTERS))
    close = _codes(stream.replace(" ", ""))
    kinds = [_windows(close, 1), _windows(close, 2), _windows(spaced, 3)]
    gram = np.concatenate([gram for gram, _ in kinds])
    text = np.concatenate([text for _, text in kinds])
    return _counted(gram, text)


def _counted(gram: NDArray[np.int64], text: NDArray[np.int64]) -> Grams:
    order = np.lexsort((text, gram))
    gram, text = gram[order], text[order]
    first = np.ones(len(gram), dtype=bool)
    first[1:] = (gram[1:] != gram[:-1]) | (text[1:] != text[:-1])
    starts = np.flatnonzero(first)
    return Grams(gram[starts], text[starts], np.diff(starts, append=len(gram)))


class _Letters(dict[int, str]):
    """Takes syllables apart inside `str.translate`; remembers the ones that it has met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if not korean.is_hangul(char):
            return char
        self[code] = korean.letters(char)
        return self[code]


_LETTERS = _Letters()


def _stream(texts: Sequence[str]) -> str:
    """All texts in one string, a line each: lower case, words apart by one space, a space at both ends."""
    lines = "\n".join(text[:MAX_CHARS].replace("\n", " ") for text in texts)
    lines = korean.normalise(lines).lower()
    lines = "".join(c if c.isalnum() or c == "\n" else " " for c in lines)
    return "\n".join(f" {' '.join(line.split())} " for line in lines.split("\n"))


def _codes(stream: str) -> NDArray[np.int64]:
    return np.frombuffer(stream.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)


def _windows(codes: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every window of so many characters within one line, as one number, and its line."""
    if len(codes) < size:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    line = np.cumsum(codes == _BREAK)
    count = len(codes) - size + 1
    gram = np.zeros(count, np.int64)
    whole = np.ones(count, dtype=bool)
    for start in range(size):
        part = codes[start : start + count]
        gram = (gram << _BITS) | part
        whole &= part != _BREAK
    return gram[whole], line[:count][whole]
