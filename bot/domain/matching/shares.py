"""How well a fact covers each sense that a word may have: worked out once a fact, looked up a word."""

import itertools
from collections.abc import Mapping, Set

from bot.domain.lexicon import Concept, ConceptKind

NEAR = 0.75
"""How well a neighbouring concept stands in for the one asked (개소 for 출시)."""
AROUND = 0.8
"""How well an entity is covered by a fact about what belongs to it."""
ASKED_ONLY = 0.95
"""A concept that stands in the fact's own questions, but not in its summary or quote."""

TELCOS = frozenset({"skt", "kt", "lguplus"})
ALL_TELCOS = "telcos"
"""The entity of all three together (통신 3사)."""


class Neighbours:
    """Which concepts may stand for one another. A neighbouring attribute is another attribute: it may not."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        may = {i for i, concept in concepts.items() if concept.kind is not ConceptKind.ATTRIBUTE}
        self.near = {i: tuple(n for n in concept.near if n in may) for i, concept in concepts.items()}
        self.pointing_to: dict[str, list[str]] = {}
        for i in may:
            for near in concepts[i].near:
                self.pointing_to.setdefault(near, []).append(i)


def of_entities(about: Set[str], around: Set[str], company: str) -> dict[str, float]:
    """For each entity that a fact covers, how well (0…1)."""
    shares = dict.fromkeys(around, AROUND) | dict.fromkeys(about, 1.0)
    if about & TELCOS:
        shares.setdefault(ALL_TELCOS, AROUND)
    if ALL_TELCOS in about:
        for telco in TELCOS:
            shares.setdefault(telco, NEAR)
    if company == "industry":
        shares.setdefault(ALL_TELCOS, NEAR)
    return shares


def of_concepts(
    stated: Set[str], described: Set[str], asked: Set[str], concepts: Neighbours
) -> dict[str, float]:
    """For each concept that a fact covers, how well (0…1).

    ``stated`` holds what its sentences say, ``described`` what describes its entities, ``asked`` what its own
    questions say. A neighbour is one that names a covered concept as near, or is named so by a stated one.
    """
    said = stated | described
    shares = dict.fromkeys(asked, ASKED_ONLY) | dict.fromkeys(said, 1.0)
    pointing = (concepts.pointing_to.get(i, ()) for i in said | asked)
    pointed_at = (concepts.near.get(i, ()) for i in stated)
    for neighbour in itertools.chain.from_iterable((*pointing, *pointed_at)):
        shares.setdefault(neighbour, NEAR)
    return shares
