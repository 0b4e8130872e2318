"""Input that is no plain Korean: the wrong keyboard layout, initials alone, typing errors.

Each is offered to the reader as words that may stand where nothing known does; the reading of the whole
sentence decides. A typing error is repaired only towards a word of the vocabulary that is close in
sound or on the keyboard, and only where the sentence then reads without a gap.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.korean import (
    INITIALS,
    hangul_from_keys,
    initials,
    is_jamo,
    is_syllable,
    jamo,
    keys_from_hangul,
)
from bot.domain.reading.reader import Reader
from bot.domain.reading.tokens import Edge, Reading
from bot.domain.reading.unclean import scraps, unclean_spans
from bot.domain.reading.vocabulary import Entry, Vocabulary, fold
from bot.domain.text.layout import Layout, lay_out
from bot.domain.text.sounds import VOWEL, both_ends, is_misspelt, may_differ, most_wrong, sound_of

SWAPPED = 0.8
"""Cost of reading a word as typed in the wrong layout, beside the word's own."""
INITIALS_COST = 0.5
"""Likewise for a word given by its initials."""
EDIT, CONFUSION = 0.9, 0.35
"""Costs of one wrong letter, and of one that only sounds alike (ㅔ/ㅐ, ㅓ/ㅕ, ㄱ/ㄲ)."""

LONGEST_WORD = 40
"""Letters that a misspelt word may have: the longest names have fewer."""
LONGEST_NAME = 24
"""Characters that a Latin name may take when it is typed on the Hangul layout."""
LONG_NAME = 6
"""Letters from which a name of which one vowel is wrong is still that name."""
MOST_WHOLE = 4
"""Syllables, all of them whole, that may be a Latin name."""
MOST_INITIALS = 24
"""Bare consonants of a text that may be initials: more are no abbreviation."""
MOST_MEANT = 12
"""Meanings that initials may have: what may be anything (ㄱㄷ) is nothing."""
MOST_REPAIRS = 12
"""Places of a text that may be misspelt: a text with more is not Korean with typing errors."""

_UNFINISHED = re.compile("(?<=[가-힣])ㅋ(?![ㄱ-ㅎㅏ-ㅣ])")
"""One ㅋ at the end of a word, which may be laughter or a syllable begun: 소프트뱅ㅋ."""
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


class Speller:
    """Reads texts as typed, or as they were meant where that reads more cleanly."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._reader = Reader(vocabulary)
        self._vocabulary = vocabulary

    @cached_property
    def _by_initial(self) -> dict[str, list[tuple[str, Entry]]]:
        """(spelling, entry) of the nouns by the initials of their syllables."""
        found: dict[str, list[tuple[str, Entry]]] = {}
        for name, entry in self._vocabulary.names:
            found.setdefault(initials(name), []).append((name, entry))
        return found

    @cached_property
    def _longest_name(self) -> int:
        return max(map(len, self._by_initial), default=0)

    @cached_property
    def _sounds(self) -> dict[str, Entry]:
        """Words by how they sound: letters that are easily confused folded into one."""
        entries = {**self._vocabulary.stems, **self._vocabulary.nouns}
        sounds: dict[str, Entry] = {}
        for letters, entry in entries.items():
            # Nobody's name is guessed into a question, nor a word that means nothing here.
            outside = entry.senses[0].kind in ("outsider", "plain")
            if len(letters) >= 4 and VOWEL.search(letters) and not outside:
                sounds.setdefault(sound_of(letters), entry)
        return sounds

    @cached_property
    def _ends(self) -> dict[tuple[int, str], tuple[list[str], list[Entry]]]:
        """The same by length and how they begin, and by length and how they end.

        A word with one wrong letter still begins or ends as it should; so a look-up compares with few.
        """
        found: dict[tuple[int, str], tuple[list[str], list[Entry]]] = {}
        for sound, entry in self._sounds.items():
            for end in both_ends(sound):
                sounds, words = found.setdefault((len(sound), end), ([], []))
                sounds.append(sound)
                words.append(entry)
        return found

    def read(self, text: str) -> Reading:
        """The best reading of a normalised text (case kept: the layout needs it)."""
        best = self._plain(text.lower())
        if best.unknown and _UNFINISHED.search(text):
            whole = self._plain(_UNFINISHED.sub("크", text.lower()))
            best = whole if len(whole.unknown) < len(best.unknown) else best
        if best.unknown and (swaps := self._swaps(text)):
            other = self._plain(_LATIN_WORD.sub(lambda w: swaps.get(w.group(), w.group()), text).lower())
            if other.cost + SWAPPED < best.cost:
                best = replace(other, swapped=tuple(swaps.items()))
        return best

    def _swaps(self, text: str) -> dict[str, str]:
        """What each unknown Latin word gives when typed on the Hangul layout, where that is Hangul."""
        swaps = {}
        for word in dict.fromkeys(_LATIN_WORD.findall(text)):
            if self._reader.read(word.lower()).unknown:
                hangul = hangul_from_keys(word)
                if sum(map(is_syllable, hangul)) * 2 > len(hangul):
                    swaps[word] = hangul
        return swaps

    def _plain(self, text: str) -> Reading:
        layout = lay_out(text)
        edges = self._reader.numbers(layout)
        edges += [*self._by_initials(layout), *self._as_latin(layout)]
        reading = self._reader.search(layout, edges)
        if alike := list(self._alike(layout, reading)):
            edges += alike
            reading = self._reader.search(layout, edges)
        if not reading.unknown:
            return reading
        if repairs := [*self._repairs(layout, reading), *self._latin_repairs(layout, reading)]:
            mended = self._reader.search(layout, [*edges, *repairs])
            if len(mended.unknown) < len(reading.unknown):
                return mended
        return reading

    def _by_initials(self, layout: Layout) -> Iterator[Edge]:
        """Names of which some syllables are given by their initial alone: ㅇㅇㄷ 비즈, 에이닷 ㅂㅈ."""
        starts = [i for i, first in enumerate(layout.first) if first]
        chars = [layout.text[layout.char[i]] for i in starts]
        bare = [n for n, c in enumerate(chars) if c in INITIALS]
        if not 2 <= len(bare) <= MOST_INITIALS:
            return
        given = "".join(map(initials, chars))
        found: dict[tuple[int, int], list[Entry]] = {}
        for begin in sorted({b for b in range(len(chars)) if layout.gap[starts[b]] or b in bare}):
            for end in range(begin + 2, min(len(chars), begin + self._longest_name) + 1):
                for name, entry in self._by_initial.get(given[begin:end], ()):
                    if _spells(chars[begin:end], name):
                        found.setdefault((begin, end), []).append(entry)
        for (begin, end), entries in found.items():
            senses = tuple(dict.fromkeys(s for e in entries for s in e.senses))
            if len(chars) == len(bare) == 2 and len(senses) > MOST_MEANT:
                continue
            word = Entry("", entries[0].surface, senses, entries[0].state, 0.0)
            last = starts[end] if end < len(starts) else len(layout.letters)
            cost = entries[0].cost + INITIALS_COST
            yield Edge(starts[begin], last, word, cost, repaired=entries[0].surface, initials=True)

    def _as_latin(self, layout: Layout) -> Iterator[Edge]:
        """Latin names typed on the Hangul layout: ㅡㅑㅅ for mit, 넻 for spc."""
        for run in re.finditer(r"[가-힣ㄱ-ㅣ]+(?:-[가-힣ㄱ-ㅣ]+)*(?:[\s-]?[0-9.]+[ㄱ-ㅣ]*)?", layout.text):
            scraps = any(map(is_jamo, run.group()))
            whole = [run.end()] if len(run.group()) <= MOST_WHOLE else []
            longest = min(run.end(), run.start() + LONGEST_NAME)
            for end in range(longest, run.start(), -1) if scraps else whole:
                piece = layout.text[run.start() : end]
                known = jamo(piece) in self._vocabulary.nouns  # 나 is no sk
                if not any(map(is_jamo, piece)) and (scraps or known):
                    continue
                entry = self._vocabulary.nouns.get(jamo(fold(keys_from_hangul(piece))))
                if entry and (scraps or entry.senses[0].kind == "entity"):
                    first = layout.char.index(run.start())
                    last = max(i for i, c in enumerate(layout.char) if c < end) + 1
                    yield Edge(first, last, entry, entry.cost + SWAPPED, repaired=entry.surface)
                    break

    def _alike(self, layout: Layout, reading: Reading) -> Iterator[Edge]:
        """Words that only sound like what was typed, where it was read as scraps: 나댈라 as 나+ㄷㅐㄹ라."""
        at = {c: i for i, c in reversed(list(enumerate(layout.char)))}
        for start in scraps(layout, reading):
            begin = at[start]
            last = min(len(layout.letters), begin + LONGEST_WORD)
            stops = [i for i in range(begin + 4, last + 1) if i == len(layout.letters) or layout.first[i]]
            for stop in stops:
                if any(layout.gap[begin + 1 : stop]):
                    break
                letters = "".join(layout.letters[begin:stop])
                entry = self._sounds.get(sound_of(letters))
                if entry and entry.letters != letters:
                    yield Edge(begin, stop, entry, entry.cost + CONFUSION, repaired=entry.surface)
                elif not entry and len(letters) >= LONG_NAME:
                    yield from self._names_near(letters, begin, stop)

    def _names_near(self, letters: str, begin: int, stop: int) -> Iterator[Edge]:
        """Names of which one vowel was mistyped: 나덜라."""
        for near, distance, entry in self._with_one_end(sound_of(letters), len(letters), 1):
            slips = [(a, b) for a, b in zip(letters, entry.letters, strict=False) if a != b]
            vowel = len(slips) == 1 and all(VOWEL.match(c) for c in slips[0])
            if entry.senses[0].kind == "entity" and vowel and len(near) == len(letters):
                yield Edge(begin, stop, entry, entry.cost + distance * EDIT, repaired=entry.surface)

    def _repairs(self, layout: Layout, reading: Reading) -> Iterator[Edge]:
        for begin, shortest, end in itertools.islice(unclean_spans(layout, reading), MOST_REPAIRS):
            last = min(end, begin + LONGEST_WORD)
            ends = [i for i in range(shortest, last + 1) if i == len(layout.letters) or layout.first[i]]
            for stop in ends:
                letters = "".join(layout.letters[begin:stop])
                if len(letters) >= 3:
                    for entry, cost in self._near(letters, layout.text[layout.char[stop - 1]]):
                        yield Edge(begin, stop, entry, entry.cost + cost, repaired=entry.surface)

    def _latin_repairs(self, layout: Layout, reading: Reading) -> Iterator[Edge]:
        """Latin names of which a letter is wrong: OpenIA, stargat, SCP."""
        for before, token in itertools.pairwise((None, *reading.tokens)):
            if token is None or not token.unknown or not _LATIN_WORD.fullmatch(token.surface):
                continue
            end = layout.char.index(token.end - 1) + 1
            words = [(token.start, token.surface)]
            if before and _LATIN_WORD.fullmatch(before.surface):  # SK Telecon
                words.append((before.start, before.surface + token.surface))
            for start, word in words:
                for name, entry in self._latin_names.get(word[0], {}).items():
                    if is_misspelt(word, name):
                        cost = entry.cost + EDIT
                        yield Edge(layout.char.index(start), end, entry, cost, repaired=entry.surface)

    @cached_property
    def _latin_names(self) -> dict[str, dict[str, Entry]]:
        """Names in Latin letters by their first one."""
        found: dict[str, dict[str, Entry]] = {}
        for name, entry in self._vocabulary.names:
            if _LATIN_WORD.fullmatch(name) and entry.senses[0].kind == "entity":
                found.setdefault(name[0], {})[name] = entry
        return found

    def _near(self, letters: str, last: str) -> Iterator[tuple[Entry, float]]:
        """Vocabulary words near to these letters, with what the difference costs; at most three."""
        sound = sound_of(letters)
        wrong = most_wrong(len(letters))
        unfinished = is_jamo(last) and len(letters) >= 4
        found: dict[str, tuple[float, Entry]] = {}
        for size in range(len(letters) - wrong, len(letters) + max(wrong, 2 * unfinished) + 1):
            limit = max(wrong, size - len(letters) if unfinished else 0)
            for near, distance, entry in self._with_one_end(sound, size, limit):
                if distance > wrong and not near.startswith(sound):
                    continue
                if not may_differ(sound, near, distance):
                    continue
                exact = OSA.distance(letters, entry.letters)
                found[near] = distance * EDIT + max(0, exact - distance) * CONFUSION, entry
        nearest = sorted(found.values(), key=lambda pair: (pair[0], pair[1].letters))
        for cost, entry in nearest[:3]:
            yield entry, cost

    def _with_one_end(self, sound: str, size: int, limit: int) -> Iterator[tuple[str, int, Entry]]:
        """(sound, wrong letters, word) of the words of that size that begin or end like the sound."""
        for end in both_ends(sound):
            sounds, words = self._ends.get((size, end), ([], []))
            for near, distance, index in process.extract(
                sound, sounds, scorer=OSA.distance, score_cutoff=limit, limit=8
            ):
                yield near, distance, words[index]


def _spells(given: Sequence[str], name: str) -> bool:
    """Whether what is given is the name, with at least two syllables by their initials alone.

    ``given`` has the initials of the name.
    """
    bare = [char != wanted for char, wanted in zip(given, name, strict=True)]
    only = all(char in INITIALS for char, other in zip(given, bare, strict=True) if other)
    return only and sum(bare) >= 2
