"""Finds the key whose known phrasings are nearest to a text. Knows Korean letters, and no subject matter.

Each key is the centroid of its phrasings' gram vectors; a text scores by its cosine with that centroid.
A gram weighs

    (1 + log tf) * idf * consistency ** CONSISTENCY

where idf counts keys, and consistency is how often a gram in one phrasing of a key stands in another
phrasing of the same key too. Endings, particles and small talk change from phrasing to phrasing, names
and topics stay: the data says which is which, without a list. That is worth 1.5 points of accuracy over
the same vectors with idf alone.

Everything is arrays of postings (as in a search engine), so that cost grows with the postings of the
asked grams only.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.domain.grams import Grams, grams

CONSISTENCY = 0.75
"""How much consistency counts beside idf. By cross-validation; 0.5 to 1 differ by 0.2 points."""

PRIOR_PAIRS = 2.0
"""Pairs of phrasings that the mean consistency is worth where few were seen; 1 to 8 do not differ."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class PhraseIndex:
    """Known phrasings by key, ready to search."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        """Index every key's phrasings. Equal phrasings of a key count once; a key may have none."""
        self._keys = sorted(phrases)
        known = [list(dict.fromkeys(phrases[key])) for key in self._keys]
        sizes = np.array([len(of_key) for of_key in known], dtype=np.int64)
        owner = np.repeat(np.arange(len(sizes)), sizes)
        rows = grams([phrase for of_key in known for phrase in of_key])
        self._build(rows, owner, sizes)

    def _build(self, rows: Grams, owner: Ints, sizes: Ints) -> None:
        new_gram = _changes(rows.gram)
        self._vocabulary = rows.gram[new_gram]
        gram = np.cumsum(new_gram) - 1  # grams by their place in the vocabulary
        key = owner[rows.text]
        posting = np.flatnonzero(new_gram | _changes(key))  # first row of each (gram, key)
        of_gram, of_key = gram[posting], key[posting]
        in_phrasings = np.diff(posting, append=len(gram))

        size = len(self._vocabulary)
        keys_with = np.bincount(of_gram, minlength=size)
        rest = np.maximum(len(self._keys) + 1, 1)
        idf = np.log(rest / (1 + keys_with)) + 1
        pairs = np.bincount(of_gram, in_phrasings * (sizes[of_key] - 1), size)
        agreeing = np.bincount(of_gram, in_phrasings * (in_phrasings - 1), size)
        mean = agreeing.sum() / pairs.sum() if pairs.sum() else 1.0
        consistency = (agreeing + mean * PRIOR_PAIRS) / (pairs + PRIOR_PAIRS)
        self._weights: Floats = idf * consistency**CONSISTENCY
        self._unknown: float = float((np.log(rest) + 1) * mean**CONSISTENCY)

        value = (1 + np.log(rows.count)) * self._weights[gram]
        value /= _lengths(rows.text, value, len(owner))[rows.text]
        if len(posting):
            value = np.add.reduceat(value, posting)
        value /= _lengths(of_key, value, len(self._keys))[of_key]
        self._posted_keys = of_key.astype(np.int32)
        self._posted_values = value.astype(np.float32)
        self._bounds = np.concatenate(([0], np.cumsum(keys_with)))

    def search(self, text: str, limit: int = 10) -> list[tuple[str, float]]:
        """The nearest keys, best first, with scores in 0…1; ties by key. Keys that share nothing are left out.

        Only the text's first `grams.MAX_CHARS` characters count.
        """
        scores = self._scores(grams([text]))
        limit = min(limit, len(scores))
        if limit <= 0:
            return []
        floor = max(float(np.partition(scores, -limit)[-limit]), 1e-6)
        near = np.flatnonzero(scores >= floor)
        best = near[np.argsort(-scores[near], kind="stable")][:limit]
        return [(self._keys[place], float(scores[place])) for place in best]

    def _scores(self, asked: Grams) -> Floats:
        """The cosine of the asked grams with every key, in the order of the keys."""
        none = np.zeros(len(self._keys))
        if not len(self._vocabulary) or not len(asked.gram):
            return none
        place = np.searchsorted(self._vocabulary, asked.gram).clip(max=len(self._vocabulary) - 1)
        known = self._vocabulary[place] == asked.gram
        weights = (1 + np.log(asked.count)) * np.where(known, self._weights[place], self._unknown)
        weights /= np.sqrt(weights @ weights)
        spans = list(zip(self._bounds[place[known]], self._bounds[place[known] + 1], strict=True))
        if not spans:
            return none
        keys = np.concatenate([self._posted_keys[start:end] for start, end in spans])
        values = np.concatenate([self._posted_values[start:end] for start, end in spans])
        values = values * np.repeat(weights[known], [end - start for start, end in spans])
        # Rounded, so that what ties on paper ties here.
        return np.bincount(keys, values, len(self._keys)).clip(0, 1).round(6)


def _changes(values: Ints) -> NDArray[np.bool_]:
    """True where a value differs from the one before it, and at the first."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _lengths(groups: Ints, values: Floats, count: int) -> Floats:
    """The Euclidean length of each group's values; 1 for a group without any."""
    lengths = np.sqrt(np.bincount(groups, values * values, count))
    lengths[lengths == 0] = 1
    return lengths
