"""Which facts are worth a closer look: what they share with a question, for all of a base at a time.

Three measures are worked out over whole arrays: the cosine of the phrase index, the nearest of each fact's
own questions (marks.py), and how much of the question's weight the fact's senses cover. The last leaves
out what only the closer look tells: offices, dates, numbers, words that the lexicon does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.domain.matching.profiles import Profile
from bot.domain.phrases import PhraseIndex
from bot.domain.question.marks import Marks, Phrasings
from bot.domain.question.question import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CANDIDATES = 8
"""Facts that are looked at more closely."""
NEAREST = 40
"""Facts of which the phrase index says how near they are; the others' cosines are next to nothing."""
COVER, FOCUS, GRAMS = 0.40, 0.30, 0.15
"""What the measures count, here and in the score (matching.py)."""


class Candidate(NamedTuple):
    """A fact with what is known of it before the closer look."""

    fact_id: str
    grams: float
    focus: float


class Shortlist:
    """The facts of one base, laid out to be measured together."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        facts = [profile.fact for profile in profiles]
        self._ids = [fact.id for fact in facts]
        self._places = {fact_id: place for place, fact_id in enumerate(self._ids)}
        self._index = PhraseIndex({f.id: (f.summary, f.quote, *f.questions) for f in facts})
        self._phrasings = Phrasings([profile.phrasings for profile in profiles])
        self._covers = _columns([{**profile.covers, **profile.names} for profile in profiles])

    def near(self, question: Question, text: str) -> list[Candidate]:
        """The facts nearest to a question, best first; ``text`` is what the phrase index is asked."""
        focus, grams = self._phrasings.nearest(question.marks), self._grams(text)
        score = COVER * self._cover(question) + FOCUS * focus + GRAMS * grams
        best = np.argsort(-score, kind="stable")[:CANDIDATES].tolist()
        return [Candidate(self._ids[n], float(grams[n]), float(focus[n])) for n in best if score[n] > 0]

    def focus(self, marks: Marks) -> dict[str, float]:
        """How nearly a question asks what each fact's own questions ask (0…1), by the facts' ids."""
        return dict(zip(self._ids, self._phrasings.nearest(marks).tolist(), strict=True))

    def _grams(self, text: str) -> Floats:
        found = np.zeros(len(self._ids))
        for fact_id, cosine in self._index.search(text, limit=NEAREST):
            found[self._places[fact_id]] = cosine
        return found

    def _cover(self, question: Question) -> Floats:
        """The share of the question's weight that each fact covers, as far as senses tell."""
        covered, whole = np.zeros(len(self._ids)), 0.0
        for senses, weight in question.marks.parts:
            whole += weight
            best = np.zeros(len(self._ids))
            for places, shares in (self._covers[sense] for sense in senses if sense in self._covers):
                best[places] = np.maximum(best[places], shares)
            covered += weight * best
        return covered / whole if whole else covered


def _columns(rows: Sequence[Mapping[str, float]]) -> dict[str, tuple[NDArray[np.intp], Floats]]:
    """For each key, the rows that have it and their values."""
    found: dict[str, list[tuple[int, float]]] = {}
    for place, row in enumerate(rows):
        for key, value in row.items():
            found.setdefault(key, []).append((place, value))
    return {
        key: (np.array([p for p, _ in pairs], dtype=np.intp), np.array([v for _, v in pairs]))
        for key, pairs in found.items()
    }
