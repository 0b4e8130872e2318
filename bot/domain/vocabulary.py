"""The words of the lexicon in the form in which the reader looks them up: strings of jamo."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.domain.korean import is_syllable, jamo, normalise
from bot.domain.lexicon import Concept, ConceptKind, Entity
from bot.domain.morphology import INFINITIVE, OPEN_TAIL, STEM, Tail, optional, stem_forms, tails

WORD = 1.0
"""Cost of reading one known word: the unit of all costs."""
SHORT = 0.9
"""Added for a word of one syllable, which turns up inside others by chance."""
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


@dataclass
class Vocabulary:
    """Words and tails, ready for look-up."""

    words: dict[str, list[Entry]] = field(default_factory=dict)
    """Words by their first HEAD letters, shorter ones by all they have."""
    tails: dict[str, list[Tail]] = field(default_factory=dict)
    """Particles and endings by their letters."""
    longest_tail: int = 0
    nouns: dict[str, Entry] = field(default_factory=dict)
    """Noun entries by their jamo, for the repair of typing errors."""
    stems: dict[str, Entry] = field(default_factory=dict)
    """Verb stems by their jamo, likewise."""
    names: list[tuple[str, Entry]] = field(default_factory=list)
    """(folded spelling, entry) of the nouns, for the initial-consonant spelling."""

    def starting(self, letters: str, at: int) -> Iterator[Entry]:
        """The words that the letters spell from ``at`` on."""
        for size in range(2, HEAD):
            yield from self.words.get(letters[at : at + size], ())
        for entry in self.words.get(letters[at : at + HEAD], ()):
            if letters.startswith(entry.letters, at):
                yield entry


_PLAIN = re.compile("[가-힣 ]+")


def fold(text: str) -> str:
    """A surface as the reader sees it: normalised, lower case, without spaces and joining marks."""
    if _PLAIN.fullmatch(text):
        return text.replace(" ", "")
    text = re.sub(r"(?<=\w)[-:.'](?=[^\W\d])|(?<=[^\W\d])[-:.](?=\w)", "", normalise(text).casefold())
    return re.sub(r"[^\w+.]|_", "", text).rstrip(".")


def build(entities: Mapping[str, Entity], concepts: Mapping[str, Concept]) -> Vocabulary:
    """The vocabulary of a lexicon. Ambiguous words get all their senses."""
    found: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for surface, sense, state, extra in _surfaces(entities, concepts):
        if state == OPEN_TAIL:
            folded = fold(surface)
            if folded:
                found[(jamo(folded), state)].append((surface, folded, sense, extra))
        else:
            for stem, complete in stem_forms(surface):
                found[(stem, INFINITIVE if complete else STEM)].append((surface, surface, sense, extra))
    vocabulary = Vocabulary()
    for (letters, state), uses in found.items():
        _add(vocabulary, letters, state, uses)
    for tail in tails():
        vocabulary.tails.setdefault(tail.letters, []).append(tail)
        vocabulary.longest_tail = max(vocabulary.longest_tail, len(tail.letters))
    return vocabulary


_Use = tuple[str, str, Sense, float]
"""(surface, folded surface, sense, extra cost) of one word of the lexicon."""


def _add(vocabulary: Vocabulary, letters: str, state: str, uses: list[_Use]) -> None:
    surface, folded, sense, extra = uses[0]
    senses: tuple[Sense, ...] = (sense,)
    if len(uses) > 1:
        senses = tuple(dict.fromkeys([sense for _, _, sense, _ in uses]))
        extra = min([extra for _, _, _, extra in uses])
    if len(letters) <= 3 and is_syllable(surface[0]):
        extra += SHORT
    entry = Entry(letters, surface, senses, state, WORD + extra)
    vocabulary.words.setdefault(letters[:HEAD], []).append(entry)
    if state == OPEN_TAIL:
        vocabulary.nouns[letters] = entry
        vocabulary.names.append((folded, entry))
    else:
        vocabulary.stems[letters] = entry


def _surfaces(
    entities: Mapping[str, Entity], concepts: Mapping[str, Concept]
) -> Iterator[tuple[str, Sense, str, float]]:
    for entity in entities.values():
        sense = Sense(entity.id, "entity" if entity.known else "outsider")
        for surface in entity.surfaces:
            if len(fold(surface)) > 1:
                yield surface, sense, OPEN_TAIL, 0.0
    for word, entity_id in _name_parts(entities.values(), concepts.values()):
        yield word, Sense(entity_id, "entity"), OPEN_TAIL, PARTIAL
    for concept in concepts.values():
        sense = Sense(concept.id, concept.kind.value)
        extra = 0.2 if concept.kind in (ConceptKind.FORM, ConceptKind.CHAT) else 0.0
        for noun in (*concept.nouns, *concept.words):
            for surface in optional(noun):
                yield surface, sense, OPEN_TAIL, extra
        for verb in concept.verbs:
            yield verb, sense, STEM, extra


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
        whole.update(fold(s) for s in (*concept.nouns, *concept.words))
    for word in sorted(owners):
        if len(owners[word]) == 1 and word not in whole:
            yield shown[word], next(iter(owners[word]))
