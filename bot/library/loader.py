"""Loads the fact base from its folder: every entry against its model, every reference to its target."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.domain.article import Article
from bot.domain.base import FactBase
from bot.domain.errors import Fault, KnowledgeError
from bot.domain.fact import Fact
from bot.domain.lexicon import Concept, Entity
from bot.library import yamlfile
from bot.library.messages import explain, nearest
from bot.library.yamlfile import Loc, YamlError

ENTITY_FILES = ("entities", "outsiders")
"""Files of ``lexicon/`` whose names start with these hold entities; all others hold concepts."""


class KnowledgeFile:
    """One file of the fact base: its raw entries, and their lines where a fault asks for them."""

    def __init__(self, folder: Path, path: Path, model: type[BaseModel]) -> None:
        self.path = (Path(folder.resolve().name) / path.relative_to(folder)).as_posix()
        self.model = model
        self._text = path.read_text(encoding="utf-8")
        self.raw: Any = yamlfile.parse(self._text)

    @property
    def one(self) -> bool:
        """True for a file that holds a single entry instead of a list."""
        return self.model is Article

    @property
    def entries(self) -> list[Any]:
        if self.one:
            return [self.raw]
        return self.raw if isinstance(self.raw, list) else []

    @cached_property
    def _lines(self) -> dict[Loc, int]:
        return yamlfile.lines(self._text)

    def fault(self, index: int, loc: Loc, message: str) -> Fault:
        """A fault of the entry at ``index``, at ``loc`` within it."""
        entry = self.entries[index]
        subject = str(entry.get("id") or "") if isinstance(entry, dict) else ""
        at: Loc = loc if self.one else (index, *loc)
        return Fault(self.path, yamlfile.line_of(self._lines, at), subject, message)


def load(folder: Path) -> FactBase:
    """The fact base in ``folder``.

    Raises KnowledgeError with every fault found: text that is not YAML, entries that do not fit their
    model, ids used twice, and references to articles, entities or facts that do not exist.
    """
    files, faults = read(folder)
    unreadable = bool(faults)
    kept: dict[type[BaseModel], list[Any]] = {Article: [], Fact: [], Entity: [], Concept: []}
    for file in files:
        kept[file.model] += _validated(file, faults)
    faults += _duplicates(files)
    if not unreadable:  # what an unreadable file defines is not unknown
        faults += _unknown_references(files)
    if faults:
        raise KnowledgeError(tuple(sorted(faults)))
    return FactBase(
        articles={article.id: article for article in kept[Article]},
        facts=tuple(kept[Fact]),
        entities={entity.id: entity for entity in kept[Entity]},
        concepts={concept.id: concept for concept in kept[Concept]},
    )


def read(folder: Path) -> tuple[list[KnowledgeFile], list[Fault]]:
    """Every file of the base in the order of their names, and the faults of those that cannot be read."""
    files: list[KnowledgeFile] = []
    faults: list[Fault] = []
    for path, model in _places(folder):
        shown = (Path(folder.resolve().name) / path.relative_to(folder)).as_posix()
        try:
            files.append(KnowledgeFile(folder, path, model))
        except YamlError as error:
            faults.append(Fault(shown, error.line, "", error.message))
        except UnicodeDecodeError as error:
            faults.append(Fault(shown, 0, "", f"this is not UTF-8 (byte {error.start}): save it as UTF-8"))
    return files, faults


def _places(folder: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    for path in sorted((folder / "articles").glob("*.yaml")):
        yield path, Article
    for path in sorted((folder / "facts").glob("*.yaml")):
        yield path, Fact
    for path in sorted((folder / "lexicon").glob("*.yaml")):
        yield path, Entity if path.name.startswith(ENTITY_FILES) else Concept


def _validated(file: KnowledgeFile, faults: list[Fault]) -> list[Any]:
    """The entries of a file as models; what does not fit is added to ``faults``."""
    if file.raw is None:
        return []
    if not isinstance(file.raw, dict if file.one else list):
        wanted = (
            "one entry: write 'id: …' and the other fields" if file.one else "a list: start entries with '- '"
        )
        faults.append(Fault(file.path, 1, "", f"the file must hold {wanted}"))
        return []
    try:
        # One call a file: a call an entry costs more than the validation itself.
        return TypeAdapter(list[file.model]).validate_python(file.entries)  # type: ignore[name-defined]
    except ValidationError as error:
        for found in error.errors():
            index, *loc = found["loc"]
            message = explain({**found, "loc": tuple(loc)}, file.model)
            faults.append(file.fault(int(index), tuple(loc), message))
        return []


def _ids(files: list[KnowledgeFile], model: type[BaseModel]) -> Iterator[tuple[KnowledgeFile, int, str]]:
    for file in files:
        if file.model is model:
            for index, entry in enumerate(file.entries):
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield file, index, entry["id"]


def _duplicates(files: list[KnowledgeFile]) -> list[Fault]:
    faults = []
    for model in (Article, Fact, Entity, Concept):
        seen: dict[str, str] = {}
        for file, index, name in _ids(files, model):
            if name in seen:
                faults.append(file.fault(index, ("id",), f"this id is taken in {seen[name]}: choose another"))
            else:
                seen[name] = file.path
    return faults


def _unknown_references(files: list[KnowledgeFile]) -> list[Fault]:
    """References of facts to what does not exist; read from the raw entries, so broken ones count too."""
    targets = {
        model.__name__.lower(): {name for _, _, name in _ids(files, model)}
        for model in (Article, Fact, Entity)
    }
    faults = []
    for file, index, _ in _ids(files, Fact):
        for loc, kind, name in _references(file.entries[index]):
            if name not in targets[kind]:
                advice = nearest(name, targets[kind], "add it or correct the id")
                faults.append(file.fault(index, loc, f"unknown {kind} '{name}': {advice}"))
    return faults


def _references(entry: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """Where a fact refers to what: (place, kind of target, id)."""
    single = {"article": "article", "subject": "entity", "updates": "fact"}
    many = {"entities": "entity", "see": "fact"}
    for field, value in entry.items():
        if isinstance(value, str) and field in single:
            yield (field,), single[field], value
        if isinstance(value, list):
            for at, item in enumerate(value):
                if isinstance(item, str) and field in many:
                    yield (field, at), many[field], item
                elif isinstance(item, dict) and isinstance(item.get("entity"), str):
                    yield (field, at, "entity"), "entity", item["entity"]
