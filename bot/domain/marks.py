"""How nearly a question asks what another one asks: by the senses and slots that both have."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self


class Marks(NamedTuple):
    """What a question is made of."""

    parts: tuple[tuple[frozenset[str], float], ...]
    """(senses, weight) of each word that counts."""
    weight: float
    senses: frozenset[str]

    @classmethod
    def of(cls, parts: Iterable[tuple[frozenset[str], float]]) -> Self:
        found = tuple(parts)
        return cls(found, sum(w for _, w in found), frozenset(i for ids, _ in found for i in ids))


@dataclass(frozen=True)
class Phrasings:
    """A fact's own questions, each kind once, laid out so that a question is held against all at a time.

    Sets of phrasings are the bits of an integer: this runs for every candidate of every question.
    """

    marks: tuple[Marks, ...]
    having: dict[str, int] = field(init=False, default_factory=dict)
    """For each sense, the phrasings that have it."""

    def __post_init__(self) -> None:
        for place, marks in enumerate(self.marks):
            for sense in marks.senses:
                self.having[sense] = self.having.get(sense, 0) | 1 << place

    def nearest(self, question: Marks) -> float:
        """The highest weighed Dice coefficient (0…1) of the question with any of the phrasings.

        The coefficient is the weight of the parts that the other has too, both ways, over all weight.
        """
        shared = [(self._having(ids), weight) for ids, weight in question.parts]
        left = 0
        for places, _ in shared:
            left |= places
        best = 0.0
        while left:
            lowest = left & -left
            left ^= lowest
            other = self.marks[lowest.bit_length() - 1]
            total = question.weight + other.weight
            mine = 0.0
            for places, weight in shared:
                if places & lowest:
                    mine += weight
            if mine + other.weight <= best * total:
                continue
            theirs = sum([weight for ids, weight in other.parts if not ids.isdisjoint(question.senses)])
            best = max(best, (mine + theirs) / total)
        return best

    def _having(self, ids: Iterable[str]) -> int:
        places = 0
        for sense in ids:
            places |= self.having.get(sense, 0)
        return places
