"""Loads the fact base from its folder: every entry against its model, every reference to its target."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.domain.article import Article
from bot.domain.base import FactBase
from bot.domain.errors import Fault, KnowledgeError
from bot.domain.fact import Fact
from bot.domain.lexicon import Concept, Entity
from bot.library.files import KnowledgeFile, Sources, read
from bot.library.messages import explain, nearest
from bot.library.yamlfile import Loc


def load(folder: Path) -> FactBase:
    """The fact base in ``folder``.

    Raises KnowledgeError with every fault found: text that is not YAML, entries that do not fit their
    model, ids used twice, and references of facts to articles, entities or facts that do not exist.
    """
    return load_with_sources(folder)[0]


def load_with_sources(folder: Path) -> tuple[FactBase, Sources]:
    """The fact base and the places of its entries, for checks that name lines. Raises as ``load``."""
    files, faults = read(folder)
    all_read = not faults
    kept: dict[type[BaseModel], list[Any]] = {Article: [], Fact: [], Entity: [], Concept: []}
    for file in files:
        kept[file.model] += _validated(file, faults)
    faults += _duplicates(files)
    if all_read:  # what a broken file defines is not unknown
        faults += _unknown_references(files)
    if faults:
        raise KnowledgeError(tuple(sorted(faults)))
    base = FactBase(
        articles={article.id: article for article in kept[Article]},
        facts=tuple(kept[Fact]),
        entities={entity.id: entity for entity in kept[Entity]},
        concepts={concept.id: concept for concept in kept[Concept]},
    )
    return base, Sources(files)


def _validated(file: KnowledgeFile, faults: list[Fault]) -> list[Any]:
    """The entries of a file as models; what does not fit is added to ``faults``."""
    if file.raw is None and not file.single:
        return []
    if not isinstance(file.raw, dict if file.single else list):
        wanted = (
            "one entry: write 'id: …' and its other fields"
            if file.single
            else "a list: start entries with '- '"
        )
        faults.append(Fault(file.path, 1, "", f"the file must hold {wanted}"))
        return []
    try:
        # One call a file: a call an entry costs more than the validation itself.
        return TypeAdapter(list[file.model]).validate_python(file.entries)  # type: ignore[name-defined]
    except ValidationError as error:
        by_entry: dict[int, list[Any]] = {}
        for found in error.errors():
            index, *loc = found["loc"]
            by_entry.setdefault(int(index), []).append({**found, "loc": tuple(loc)})
        for index, errors in by_entry.items():
            faults += [file.fault(index, at, message) for at, message in explain(errors, file.model)]
        return []


def _ids(files: list[KnowledgeFile], model: type[BaseModel]) -> Iterator[tuple[KnowledgeFile, int, str]]:
    for file in files:
        if file.model is model:
            for index, entry in enumerate(file.entries):
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield file, index, entry["id"]


def _duplicates(files: list[KnowledgeFile]) -> Iterator[Fault]:
    for model in (Article, Fact, Entity, Concept):
        seen: dict[str, str] = {}
        for file, index, name in _ids(files, model):
            if name in seen:
                yield file.fault(index, ("id",), f"this id is taken in {seen[name]}: choose another")
            else:
                seen[name] = file.path


def _unknown_references(files: list[KnowledgeFile]) -> Iterator[Fault]:
    """References of facts to what does not exist; by the raw entries, so that broken ones count too."""
    known = {
        kind: {name for _, _, name in _ids(files, model)}
        for kind, model in (("article", Article), ("entity", Entity), ("fact", Fact))
    }
    for file, index, _ in _ids(files, Fact):
        for loc, kind, name in _references(file.entries[index]):
            if name not in known[kind]:
                advice = nearest(name, known[kind], "add it or correct the id")
                yield file.fault(index, loc, f"unknown {kind} '{name}': {advice}")


def _references(entry: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """Where a fact refers to what: (place in the entry, kind of the target, its id)."""
    single = {"article": "article", "subject": "entity", "updates": "fact"}
    many = {"entities": "entity", "see": "fact"}
    for field, value in entry.items():
        if isinstance(value, str) and field in single:
            yield (field,), single[field], value
        for at, item in enumerate(value if isinstance(value, list) else ()):
            if isinstance(item, str) and field in many:
                yield (field, at), many[field], item
            elif isinstance(item, dict) and isinstance(item.get("entity"), str):
                yield (field, at, "entity"), "entity", item["entity"]
