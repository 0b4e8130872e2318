"""Suggestions while somebody types: names, topics and questions of the base.

A typed piece is looked for as it stands, by jamo (에이ㄷ finds 에이닷), by initial consonants (ㅇㅇㄷ), as
typed in the wrong keyboard layout (dpdlekt), and, where none of these finds enough, by similarity to the
names and topics. Looking through some thousand texts takes about a millisecond.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz, process

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.korean import hangul_from_keys, initials, is_jamo, jamo, keys_from_hangul, normalise
from bot.domain.lexicon import EntityType

MOST = 12
"""Suggestions for one piece: what a menu shows without scrolling far."""
LONGEST = 120
"""Characters of a typed piece that are looked at."""
LONGEST_NAME = 40
"""Jamo of a piece that may be a mistyped name."""
ALIKE = 72.0
"""Similarity (0…100, of jamo) from which a name may be what was mistyped."""
INSIDE = 3
"""The place of what stands within a word."""
COMPANIES = ("skt", "kt", "lguplus")


class Kind(IntEnum):
    """What a suggestion is; of equal matches the lesser kind stands first."""

    NAME = 0
    TOPIC = 1
    QUESTION = 2


@dataclass(frozen=True)
class Suggested:
    """A text to ask, with the fact for whose sake a question is suggested."""

    text: str
    kind: Kind
    fact_id: str = ""


@dataclass(frozen=True)
class _Entry:
    suggested: Suggested
    letters: str
    """Jamo without spaces, small letters."""
    starts: tuple[int, ...]
    """Where in them words begin."""
    first: str
    """Initial consonants of the syllables; other characters stand for themselves."""
    alias: bool
    """Whether it is found by another spelling than it is shown in."""


class Typeahead:
    """The suggestions of one base; making it takes some tens of milliseconds."""

    def __init__(self, base: FactBase) -> None:
        self._entries = [_entry(suggested, alias) for suggested, alias in _candidates(base)]
        short = [entry for entry in self._entries if entry.suggested.kind is not Kind.QUESTION]
        self._short = short
        self._short_letters = [entry.letters for entry in short]
        self._letters = [entry.letters for entry in self._entries]
        self._first = [entry.first for entry in self._entries]

    def __call__(self, typed: str, most: int = MOST) -> list[Suggested]:
        """At most ``most`` suggestions for what was typed, the best first; the companies for nothing."""
        words = normalise(typed[:LONGEST]).lower().split()
        if not words:
            return list(dict.fromkeys(entry.suggested for entry in self._short))[:most]
        found: dict[str, Suggested] = {}
        inside: list[Suggested] = []
        for reading in _readings(words):
            for place, suggested in self._holding(reading):
                if place < INSIDE:
                    found.setdefault(suggested.text, suggested)
                else:
                    inside.append(suggested)
            if len(found) >= most:
                break
        alike = list(self._alike(words)) if len(found) + len(inside) < most // 2 else []
        for suggested in (*alike, *inside):
            found.setdefault(suggested.text, suggested)
        return _spread(found.values(), most)

    def _holding(self, words: list[str]) -> list[tuple[int, Suggested]]:
        """What holds every word with the worst place of one, the best first (see ``_place``)."""
        pieces = [(jamo(word), all(map(is_jamo, word)) and len(word) > 1) for word in words]
        ranked = []
        for number in self._near(*max(pieces, key=lambda piece: len(piece[0]))):
            entry = self._entries[number]
            places = [_place(entry, letters, bare) for letters, bare in pieces]
            if None not in places:
                worst = max(place for place in places if place is not None)
                ranked.append((worst, entry.suggested.kind, entry.alias, len(entry.letters), number))
        return [(place, self._entries[number].suggested) for place, *_, number in sorted(ranked)]

    def _near(self, letters: str, bare: bool) -> list[int]:
        """The entries that may hold one piece: the quick test before the exact one."""
        if not bare:
            return [number for number, held in enumerate(self._letters) if letters in held]
        pairs = zip(self._letters, self._first, strict=True)
        return [number for number, (held, first) in enumerate(pairs) if letters in first or letters in held]

    def _alike(self, words: list[str]) -> Iterator[Suggested]:
        """Names and topics that sound like what was typed, then the questions about them."""
        typed = "".join(map(jamo, words))
        longest = max(map(jamo, words), key=len)
        near: list[tuple[str, float, int]] = []
        for piece in dict.fromkeys((typed, longest)):  # a name, or one within a longer piece
            if not near and len(piece) <= LONGEST_NAME:
                near = process.extract(
                    piece, self._short_letters, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3
                )
        for _, _, index in near:
            entry = self._short[index]
            yield entry.suggested
            yield from (suggested for _, suggested in self._holding([entry.suggested.text.lower()]))


def _readings(words: list[str]) -> Iterator[list[str]]:
    """The words as typed, then as they would stand in the other keyboard layout."""
    yield words
    typed = " ".join(words)
    for other in (hangul_from_keys(typed), keys_from_hangul(typed)):
        if other != typed:
            yield other.lower().split()


def _place(entry: _Entry, letters: str, bare: bool) -> int | None:
    """0 at the beginning, 1 at the beginning of a word, 2 inside by initials, INSIDE else; None nowhere."""
    if bare and (at := entry.first.find(letters)) >= 0:
        return 0 if at == 0 else 2
    at = entry.letters.find(letters)
    if at < 0:
        return None
    return 0 if at == 0 else 1 if at in entry.starts else INSIDE


def _spread(found: Iterable[Suggested], most: int) -> list[Suggested]:
    """The best first, but one question a fact before a second one of the same fact."""
    first: list[Suggested] = []
    again: list[Suggested] = []
    seen: set[str] = set()
    for suggested in found:
        if suggested.fact_id and suggested.fact_id in seen:
            again.append(suggested)
        else:
            first.append(suggested)
            seen.add(suggested.fact_id)
    return [*first, *again][:most]


def _entry(suggested: Suggested, alias: str) -> _Entry:
    words = [jamo(word) for word in normalise(alias).lower().split()]
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word)
    return _Entry(
        suggested, "".join(words), tuple(starts), initials(normalise(alias).lower()), alias != suggested.text
    )


def _candidates(base: FactBase) -> Iterator[tuple[Suggested, str]]:
    """Every suggestion with a spelling by which it is found: names by their aliases too."""
    told = {entity for fact in base.facts for entity in (fact.subject, *fact.entities, fact.company)}
    companies = [base.entities[i] for i in COMPANIES if i in base.entities]
    others = [e for e in base.entities.values() if e.known and e.id in told and e not in companies]
    others.sort(key=lambda e: (e.type is not EntityType.PRODUCT, e.name))
    for entity in (*companies, *others):
        for surface in entity.surfaces:
            yield Suggested(entity.name, Kind.NAME), surface
    for text in dict.fromkeys(_topic(fact, base) for fact in base.facts):
        if text:
            yield Suggested(text, Kind.TOPIC), text
    for fact in base.facts:
        for question in fact.questions:
            yield Suggested(question, Kind.QUESTION, fact.id), question


def _topic(fact: Fact, base: FactBase) -> str:
    return f"{base.entities[fact.company].name} {fact.topic}" if fact.company in base.entities else ""
