"""What a fact can account for."""

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.matching.profiles import Profile, relations


def profile(engine: Engine, fact_id: str) -> Profile:
    return engine.profiles.of(engine.base.by_id[fact_id])


def test_a_fact_is_about_its_subject_and_entities(engine: Engine, base: FactBase) -> None:
    for fact in base.facts:
        assert {fact.subject, *fact.entities} == engine.profiles.of(fact).entities


def test_what_belongs_to_them_stands_around(engine: Engine) -> None:
    found = profile(engine, "exaone-developer")
    assert "exaone" in found.entities
    assert not found.around & found.entities


def test_the_predicate_of_a_value_is_kept(engine: Engine) -> None:
    """The date of a completion is not that of a start."""
    completed = set(engine.understand("완공").words[0].ids)
    assert completed & profile(engine, "lgu-paju-completion").offers["when"]
    assert not completed & profile(engine, "kt-gasan-start").offers["when"]


def test_people_are_described_by_their_titles(engine: Engine) -> None:
    word = engine.understand("KT 대표").words[-1]
    assert set(word.ids) & engine.profiles.describe("kim-young-shub")
    assert not set(word.ids) & engine.profiles.describe("trump")


def test_relations_name_owner_developer_and_organisation(base: FactBase) -> None:
    assert "lg-ai-research" in relations(base.entities, "exaone")
    assert "skt" in relations(base.entities, "ryu-young-sang")
    assert "mit" in relations(base.entities, "mit-consortium")
    assert relations(base.entities, "nobody") == frozenset()
