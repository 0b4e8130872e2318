"""How well a fact covers the senses of a word."""

from bot.domain.lexicon import Concept, ConceptKind
from bot.domain.matching.shares import (
    ALL_TELCOS,
    AROUND,
    ASKED_ONLY,
    NEAR,
    Neighbours,
    of_concepts,
    of_entities,
)


def concept(kind: ConceptKind = ConceptKind.ACTION, *near: str) -> Concept:
    return Concept(id="x", kind=kind, nouns=("x",), near=near)


CONCEPTS = Neighbours(
    {
        "launch": concept(ConceptKind.ACTION, "open"),
        "open": concept(),
        "price": concept(ConceptKind.ATTRIBUTE, "cost"),
        "cost": concept(ConceptKind.ATTRIBUTE, "price"),
    }
)
NONE: frozenset[str] = frozenset()


def test_what_is_said_counts_most_and_what_is_only_asked_a_little_less() -> None:
    shares = of_concepts(frozenset({"launch"}), frozenset({"kind"}), frozenset({"launch", "use"}), CONCEPTS)
    assert (shares["launch"], shares["kind"], shares["use"]) == (1.0, 1.0, ASKED_ONLY)


def test_a_neighbour_stands_in_both_ways() -> None:
    assert of_concepts(frozenset({"open"}), NONE, NONE, CONCEPTS)["launch"] == NEAR
    assert of_concepts(frozenset({"launch"}), NONE, NONE, CONCEPTS)["open"] == NEAR


def test_a_neighbouring_attribute_does_not() -> None:
    assert of_concepts(frozenset({"price"}), NONE, NONE, CONCEPTS) == {"price": 1.0}


def test_a_name_counts_more_than_what_is_around_it() -> None:
    shares = of_entities(frozenset({"ixio"}), frozenset({"lguplus"}), "lguplus")
    assert (shares["ixio"], shares["lguplus"]) == (1.0, AROUND)
    assert "skt" not in shares


def test_all_telcos_and_each_of_them_stand_in_for_one_another() -> None:
    assert of_entities(frozenset({"kt"}), NONE, "kt")[ALL_TELCOS] == AROUND
    assert of_entities(frozenset({ALL_TELCOS}), NONE, "industry")["kt"] == NEAR
