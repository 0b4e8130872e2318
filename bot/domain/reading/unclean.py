"""Where a text may hold a misspelt word: what was read in scraps, or not at all."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.domain.korean import is_jamo, is_syllable
from bot.domain.reading.tokens import Reading
from bot.domain.text.layout import Layout


def scraps(layout: Layout, reading: Reading) -> list[int]:
    """Characters of the text where a word may begin that was read in scraps: 나+ㄷㅐㄹ라, AX이노+배이션."""
    words = [char for char, gap in zip(layout.char, layout.gap, strict=True) if gap]
    starts: set[int] = set()
    for token, after in itertools.zip_longest(reading.tokens, reading.tokens[1:]):
        parts = [t for t in (token, after) if t and t.start in (token.start, token.end)]
        if any(len(part.surface) == 1 for part in parts):
            starts |= {token.start, *words[: bisect_right(words, token.start)][-1:]}
    return sorted(starts & set(layout.char))


def unclean_spans(layout: Layout, reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Where a misspelt word may stand, as (begin, earliest end, latest end).

    It may begin with each token of an unclean word, or be a name of two words (한국적 AI).
    """
    words = [i for i, gap in enumerate(layout.gap) if gap] + [len(layout.letters)]
    at = {c: i for i, c in reversed(list(enumerate(layout.char)))}
    for begin, end in itertools.pairwise(words):
        first, last = layout.char[begin], layout.char[end - 1]
        inside = [t for t in reading.tokens if t.start <= last and t.end > first]
        if any(t.unknown for t in inside) and any(map(_is_written, layout.text[first : last + 1])):
            for start in sorted({begin, *(at[t.start] for t in inside if t.start >= first)}):
                yield start, start + 1, end
            yield from _pairs_with(begin, words)


def _pairs_with(begin: int, words: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """An unclean word with the one before, and with the one after it."""
    at = words.index(begin)
    if at > 0:
        yield words[at - 1], begin + 1, words[at + 1]
    if at + 2 < len(words):
        yield begin, words[at + 1] + 1, words[at + 2]


def _is_written(char: str) -> bool:
    return is_syllable(char) or is_jamo(char)
