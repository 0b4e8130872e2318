"""How nearly a question asks what others ask: by the senses and slots that both have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]


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


class Phrasings:
    """Groups of questions (the own ones of each fact), laid out so that one is held against all at a time."""

    def __init__(self, groups: Sequence[Sequence[Marks]]) -> None:
        marks = [m for group in groups for m in group]
        self._groups = len(groups)
        sizes = np.array([len(group) for group in groups], dtype=np.intp)
        self._filled = np.flatnonzero(sizes)
        """Groups that have questions at all."""
        self._starts = (np.cumsum(sizes) - sizes)[self._filled]
        """Where their questions begin."""
        self._weights = np.array([m.weight for m in marks], dtype=np.float64)
        parts = [(place, *part) for place, m in enumerate(marks) for part in m.parts]
        self._part_of = np.array([place for place, _, _ in parts], dtype=np.intp)
        self._part_weights = np.array([weight for *_, weight in parts], dtype=np.float64)
        self._parts = _places(ids for _, ids, _ in parts)
        """For each sense, the parts that have it."""
        self._having = _places(m.senses for m in marks)
        """For each sense, the questions that have it."""

    def nearest(self, question: Marks) -> Floats:
        """For each group the highest weighed Dice coefficient (0…1) of the question with one of it.

        The coefficient is the weight of the parts that the other has too, both ways, over all weight.
        """
        shared = np.zeros(len(self._weights))
        for ids, weight in question.parts:
            shared[_union(self._having, ids)] += weight
        matched = np.zeros(len(self._part_of), dtype=bool)
        matched[_union(self._parts, question.senses)] = True
        theirs = np.flatnonzero(matched)
        shared += np.bincount(self._part_of[theirs], self._part_weights[theirs], len(shared))
        nearest = np.zeros(self._groups)
        if question.parts and len(self._starts):
            dice = shared / (question.weight + self._weights)
            nearest[self._filled] = np.maximum.reduceat(dice, self._starts)
        return nearest


def _places(sets: Iterable[frozenset[str]]) -> dict[str, Places]:
    """For each member, the places of the sets that have it."""
    found: dict[str, list[int]] = {}
    for place, members in enumerate(sets):
        for member in members:
            found.setdefault(member, []).append(place)
    return {member: np.array(places, dtype=np.intp) for member, places in found.items()}


def _union(places: dict[str, Places], members: Iterable[str]) -> Places:
    """Places of any of the members; some may be there twice."""
    found = [places[member] for member in members if member in places]
    if len(found) == 1:
        return found[0]
    return np.concatenate(found) if found else _NONE


_NONE: Places = np.array([], dtype=np.intp)
