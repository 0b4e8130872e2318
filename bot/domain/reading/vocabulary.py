"""The words of the lexicon in the form in which the reader looks them up: strings of jamo."""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.domain.korean import is_syllable, jamo, normalise
from bot.domain.lexicon import Concept, ConceptKind, Entity
from bot.domain.text.morphology import INFINITIVE, OPEN_TAIL, STEM, Tail, optional, stem_forms, tails

WORD = 1.0
"""Cost of reading one known word: the unit of all costs."""
SHORT = 0.9
"""Added for a word of one syllable, which turns up inside others by chance."""
SHORT_NAME = 0.3
"""The same for a name (슼), which nobody shortens to a syllable that others have."""
EVERYDAY = 0.3
"""Added for an everyday word that is no part of the subject."""
PARTIAL = 0.5
"""Added for one word of a longer name (딜리버리 for AX 딜리버리 전문센터)."""


class Sense(NamedTuple):
    """One meaning of a word: an entity or a concept."""

    id: str
    kind: str
    """``entity``, ``outsider`` or a ConceptKind value."""


class Entry(NamedTuple):
    """A string of jamo that is a word: what it may mean, what may follow, and its cost."""

    letters: str
    surface: str
    senses: tuple[Sense, ...]
    state: str
    """OPEN_TAIL for nouns, STEM for verb stems, INFINITIVE for verb forms that may end as they are."""
    cost: float


HEAD = 4
"""Letters by which words are looked up; shorter ones by all they have."""


_Use = tuple[str, Sense, str, float]
"""(surface, meaning, state, extra cost) of one word of the lexicon."""

_ANYWHERE = ""
"""The shelf of verbs of one syllable, whose inflection changes that syllable (하, 해)."""


class Vocabulary:
    """The words and tails of a lexicon, ready for look-up.

    Words stand on shelves by their first character, and a shelf is worked up when it is first looked at:
    one question needs a tenth of the lexicon, and a cold start must not pay for the rest. Whatever is
    listed is in the order of its letters, so that no reading depends on what was asked before.
    """

    def __init__(self, uses: Iterable[_Use]) -> None:
        self.tails: dict[str, list[Tail]] = {}
        """Particles and endings by their letters."""
        for tail in tails():
            self.tails.setdefault(tail.letters, []).append(tail)
        self.tail_heads = frozenset(tail[:n] for tail in self.tails for n in range(1, len(tail) + 1))
        """How a particle or ending may begin."""
        self._raw: dict[str, list[_Use]] = {}
        for use in uses:
            self._raw.setdefault(_shelf(use), []).append(use)
        self._words: dict[str, list[Entry]] = {}
        self._nouns: dict[str, Entry] = {}
        self._stems: dict[str, Entry] = {}
        self._names: list[tuple[str, Entry]] = []
        self._work_up(_ANYWHERE)

    def starting(self, letters: str, at: int, first: str) -> Iterator[Entry]:
        """The words that the letters spell from ``at`` on, where the character ``first`` stands."""
        if first in self._raw:
            self._work_up(first)
        for size in range(2, HEAD):
            yield from self._words.get(letters[at : at + size], ())
        for entry in self._words.get(letters[at : at + HEAD], ()):
            if letters.startswith(entry.letters, at):
                yield entry

    @cached_property
    def nouns(self) -> dict[str, Entry]:
        """All noun entries by their jamo."""
        self._work_up(*self._raw)
        return dict(sorted(self._nouns.items()))

    @cached_property
    def stems(self) -> dict[str, Entry]:
        """All verb stems by their jamo."""
        self._work_up(*self._raw)
        return dict(sorted(self._stems.items()))

    @cached_property
    def names(self) -> list[tuple[str, Entry]]:
        """(folded spelling, entry) of all nouns, for the initial-consonant spelling."""
        self._work_up(*self._raw)
        known = [named for named in self._names if named[1].senses[0].kind != ConceptKind.PLAIN]
        return sorted(known, key=lambda named: (named[0], named[1].letters))

    def _work_up(self, *shelves: str) -> None:
        for shelf in shelves:
            found: dict[tuple[str, str], list[_Use]] = {}
            for use in self._raw.pop(shelf, ()):
                surface, _, state, _ = use
                if state == OPEN_TAIL:
                    if folded := fold(surface):
                        found.setdefault((jamo(folded), state), []).append(use)
                    continue
                for stem, complete in stem_forms(surface):
                    found.setdefault((stem, INFINITIVE if complete else STEM), []).append(use)
            for (letters, state), uses in found.items():
                self._add(letters, state, uses)

    def _add(self, letters: str, state: str, uses: list[_Use]) -> None:
        surface, sense, _, extra = uses[0]
        senses: tuple[Sense, ...] = (sense,)
        if len(uses) > 1:
            senses = tuple(dict.fromkeys([sense for _, sense, _, _ in uses]))
            extra = min([extra for _, _, _, extra in uses])
        if len(letters) <= 3 and is_syllable(surface[0]):
            extra += SHORT_NAME if any(sense.kind == "entity" for sense in senses) else SHORT
        entry = Entry(letters, surface, senses, state, WORD + extra)
        insort(self._words.setdefault(letters[:HEAD], []), entry, key=_order)
        if state == OPEN_TAIL:
            self._nouns[letters] = entry
            self._names.append((fold(surface), entry))
        else:
            self._stems[letters] = entry


def _order(entry: Entry) -> tuple[str, str]:
    return entry.letters, entry.state


def _shelf(use: _Use) -> str:
    surface, _, state, _ = use
    if state != OPEN_TAIL and len(surface.replace(" ", "")) == 2:
        return _ANYWHERE
    first = surface[0]
    return first if "가" <= first <= "힣" else fold(surface)[:1]


_ENGLISH_VERB = re.compile("[a-z]{3,}(?<!s)(?<!ed)(?<!ing)")
"""What may be an English verb in its plain form."""
_PLAIN = re.compile("[가-힣 ]+")


@lru_cache(maxsize=4096)  # a question folds the same few names for each of its candidates
def fold(text: str) -> str:
    """A surface as the reader sees it: normalised, lower case, without spaces and joining marks."""
    if _PLAIN.fullmatch(text):
        return text.replace(" ", "")
    return re.sub(r"[^\w+]|_", "", normalise(text).casefold())


def build(entities: Mapping[str, Entity], concepts: Mapping[str, Concept]) -> Vocabulary:
    """The vocabulary of a lexicon. Ambiguous words get all their senses."""
    return Vocabulary(_surfaces(entities, concepts))


def _surfaces(
    entities: Mapping[str, Entity], concepts: Mapping[str, Concept]
) -> Iterator[tuple[str, Sense, str, float]]:
    for entity in entities.values():
        sense = Sense(entity.id, "entity" if entity.known else "outsider")
        for surface in entity.surfaces:
            if len(surface) > 2 or len(fold(surface)) > 1 or is_syllable(surface[-1]):
                yield surface, sense, OPEN_TAIL, 0.0
    for word, entity_id in _name_parts(entities.values(), concepts.values()):
        yield word, Sense(entity_id, "entity"), OPEN_TAIL, PARTIAL
    for concept in concepts.values():
        yield from _expressions(concept)
    for word, concept_id in _english_forms(concepts.values()):
        yield word, Sense(concept_id, ConceptKind.ACTION.value), OPEN_TAIL, 0.0


def _expressions(concept: Concept) -> Iterator[tuple[str, Sense, str, float]]:
    """How a concept is expressed: its nouns, words and verbs."""
    sense = Sense(concept.id, concept.kind.value)
    extra = 0.2 if concept.kind in (ConceptKind.FORM, ConceptKind.CHAT) else 0.0
    extra = EVERYDAY if concept.kind is ConceptKind.PLAIN else extra
    for noun in (*concept.nouns, *concept.words):
        for surface in optional(noun) if "(" in noun else (noun,):
            yield surface, sense, OPEN_TAIL, extra
    for verb in concept.verbs:
        for form in optional(verb):
            yield form, sense, STEM, extra


def _english_forms(concepts: Collection[Concept]) -> Iterator[tuple[str, str]]:
    """Regular forms of English verbs that the lexicon does not list: merging, merged, merges of merge."""
    listed = {word for concept in concepts for word in concept.words}
    for concept in concepts:
        if concept.kind is not ConceptKind.ACTION:
            continue
        for word in concept.words:
            if _ENGLISH_VERB.fullmatch(word):
                stem = word.removesuffix("e")
                for form in (f"{word}s", f"{stem}ed", f"{stem}ing"):
                    if form not in listed:
                        yield form, concept.id


def _name_parts(entities: Iterable[Entity], concepts: Iterable[Concept]) -> Iterator[tuple[str, str]]:
    """Words of three syllables or more that stand in the names of just one entity, and nowhere else."""
    whole: set[str] = set()
    owners: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for entity in entities:
        for surface in entity.surfaces:
            whole.add(fold(surface))
            for word in surface.split():
                if len(fold(word)) >= 3 and entity.known:
                    owners[fold(word)].add(entity.id)
                    shown.setdefault(fold(word), word)
    for concept in concepts:
        whole.update([s.replace(" ", "").lower() for s in (*concept.nouns, *concept.words)])
    for word in sorted(owners):
        if len(owners[word]) == 1 and word not in whole:
            yield shown[word], next(iter(owners[word]))
