"""N-grams of many short texts at once, as arrays of numbers.

Three kinds, chosen together by cross-validation (see `bot.domain.phrases`): single characters and
pairs of characters without spaces, which broken spacing leaves alone; and triples of jamo with
spaces, which a mistyped vowel or another ending leaves mostly alone, and which see where words begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.domain import korean

if TYPE_CHECKING:  # numpy.typing takes as long to import as the rest of this module
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]

MAX_CHARS = 1000
"""Characters of a text that are looked at: a question has some 30, a pasted notice more than this
says no more about what is asked, and search time stays bounded whatever is typed."""

_CODE_BITS = 21  # one Unicode code point; three of them fit 64 bits
_TEXT_BITS = 24
_MIX = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing (Knuth, TAOCP 3, 6.4): 2**64 / golden ratio, odd
_BREAK = ord("\n")
_NO_WORD = re.compile(r"[^\w\n]+|_+")
_SPACES = re.compile("  +")


@dataclass(frozen=True, slots=True)
class Grams:
    """One row for each distinct gram of each text, sorted by gram, then by text."""

    gram: Codes
    """40 bits of a hash: two of a million different grams share one about once in two indexes."""
    text: NDArray[np.int32]
    """Which text, by position."""
    count: NDArray[np.int32]
    """How often the gram stands in that text, from 1."""


def grams(texts: Sequence[str]) -> Grams:
    """The grams of all texts. A text without a letter or digit has none.

    Raises ValueError for more than 16 million texts.
    """
    if len(texts) > 1 << _TEXT_BITS:
        raise ValueError(f"{len(texts)} texts; at most {1 << _TEXT_BITS} can be told apart")
    stream = _stream(texts)
    close = _codes(stream.replace(" ", ""))
    spaced = _codes(korean.jamo(stream))
    # One number a gram with its text, so that a single sort groups and counts them.
    found = np.concatenate([_windows(close, 1), _windows(close, 2), _windows(spaced, 3)])
    found.sort()
    first = changes(found)
    count = runs(first)
    rows = found[first]
    text = (rows & np.uint64((1 << _TEXT_BITS) - 1)).astype(np.int32)
    rows >>= np.uint64(_TEXT_BITS)
    return Grams(rows, text, count)


def changes(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """True where a value differs from the one before it, and at the first."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


def runs(first: NDArray[np.bool_]) -> NDArray[np.int32]:
    """The lengths of the runs that start where it is true; the first value is, if there is any."""
    starts = np.flatnonzero(first).astype(np.int32)
    lengths = np.empty_like(starts)
    np.subtract(starts[1:], starts[:-1], out=lengths[:-1])
    lengths[-1:] = len(first) - starts[-1:]
    return lengths


def _stream(texts: Sequence[str]) -> str:
    """All texts in one string, a line each: lower case, words apart by one space, a space at both ends."""
    lines = [text[:MAX_CHARS].split() for text in texts]
    distinct = dict.fromkeys(word for line in lines for word in line)  # most words come again and again
    plain = _NO_WORD.sub(" ", korean.normalise("".join(f"{word}\n" for word in distinct)).lower())
    words = dict(zip(distinct, plain.split("\n")[:-1], strict=True))
    stream = " \n ".join([" ".join([words[word] for word in line]) for line in lines])
    return _SPACES.sub(" ", f" {stream} ")


def _codes(stream: str) -> Codes:
    return np.frombuffer(stream.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)


def _windows(codes: Codes, size: int) -> Codes:
    """Every window of so many characters within one line: its hash, and its line in the last bits."""
    count = max(len(codes) - size + 1, 0)
    breaks = codes == _BREAK
    gram = np.zeros(count, np.uint64)
    broken = np.zeros(count, dtype=bool)
    for start in range(size):
        gram <<= np.uint64(_CODE_BITS)
        gram |= codes[start : start + count]
        broken |= breaks[start : start + count]
    gram *= _MIX
    gram >>= np.uint64(_TEXT_BITS)
    gram <<= np.uint64(_TEXT_BITS)
    gram |= np.cumsum(breaks[:count], dtype=np.uint64)
    return gram[~broken]
