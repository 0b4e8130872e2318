"""Everything that the bot knows, as loaded and checked: the fact base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.domain.article import Article
from bot.domain.fact import Fact, When
from bot.domain.lexicon import Concept, Entity, EntityType


@dataclass(frozen=True)
class FactBase:
    """Articles, facts and the lexicon; every reference between them has been checked."""

    articles: Mapping[str, Article]
    facts: tuple[Fact, ...]
    entities: Mapping[str, Entity]
    concepts: Mapping[str, Concept]

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    def people(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that are persons."""
        return {i for i in ids if i in self.entities and self.entities[i].type is EntityType.PERSON}

    def near(self, ids: Iterable[str]) -> set[str]:
        """Concepts that the lexicon says are near those of the ids that are concepts."""
        return {near for i in ids if i in self.concepts for near in self.concepts[i].near}

    @cached_property
    def dates_of(self) -> dict[str, tuple[When, ...]]:
        """For each subject, all the dates that facts about it tell."""
        found: dict[str, tuple[When, ...]] = {}
        for fact in self.facts:
            found[fact.subject] = (*found.get(fact.subject, ()), *fact.when)
        return found

    @cached_property
    def updated_by(self) -> dict[str, Fact]:
        """For the id of an overtaken fact, the newer one."""
        return {fact.updates: fact for fact in self.facts if fact.updates}
