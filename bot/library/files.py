"""The files of the fact base: which there are, what each holds, and where in them an entry stands."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bot.domain.article import Article
from bot.domain.errors import Fault
from bot.domain.fact import Fact
from bot.domain.lexicon import Concept, Entity
from bot.library import yamlfile
from bot.library.yamlfile import Loc, YamlError

ENTITY_FILES = ("entities", "outsiders")
"""Files of ``lexicon/`` whose names start with these hold entities; all others hold concepts."""


class KnowledgeFile:
    """One file of the fact base: its raw entries, and their lines where a fault asks for them.

    Raises YamlError and UnicodeDecodeError where it cannot be read.
    """

    def __init__(self, folder: Path, path: Path, model: type[BaseModel]) -> None:
        self.path = shown(folder, path)
        self.model = model
        self._text = path.read_text(encoding="utf-8")
        self.raw: Any = yamlfile.parse(self._text)

    @property
    def single(self) -> bool:
        """True for a file that holds one entry instead of a list."""
        return self.model is Article

    @property
    def entries(self) -> list[Any]:
        if self.single:
            return [self.raw]
        return self.raw if isinstance(self.raw, list) else []

    @cached_property
    def _lines(self) -> dict[Loc, int]:
        return yamlfile.lines(self._text)

    def fault(self, index: int, loc: Loc, message: str) -> Fault:
        """A fault of the entry at ``index``, at ``loc`` within it."""
        entry = self.entries[index]
        subject = str(entry.get("id") or "") if isinstance(entry, dict) else ""
        at: Loc = loc if self.single else (index, *loc)
        return Fault(self.path, yamlfile.line_of(self._lines, at), subject, message)


class Sources:
    """Finds the place of a loaded entry again."""

    def __init__(self, files: Iterable[KnowledgeFile]) -> None:
        self._files = tuple(files)

    @cached_property
    def _places(self) -> dict[tuple[type[BaseModel], str], tuple[KnowledgeFile, int]]:
        return {
            (file.model, entry["id"]): (file, index)
            for file in self._files
            for index, entry in enumerate(file.entries)
        }

    def fault(self, entry: Article | Fact | Entity | Concept, loc: Loc, message: str) -> Fault:
        """A fault of ``entry`` at ``loc`` within it: ('entities', 0) is the first of its entities."""
        file, index = self._places[type(entry), entry.id]
        return file.fault(index, loc, message)


def read(folder: Path) -> tuple[list[KnowledgeFile], list[Fault]]:
    """Every file of the base in the order of their names, and the faults of those that cannot be read."""
    files: list[KnowledgeFile] = []
    faults: list[Fault] = []
    for path, model in _wanted(folder):
        try:
            files.append(KnowledgeFile(folder, path, model))
        except YamlError as error:
            faults.append(Fault(shown(folder, path), error.line, "", error.message))
        except UnicodeDecodeError as error:
            message = f"this is not UTF-8 (byte {error.start}): save it as UTF-8"
            faults.append(Fault(shown(folder, path), 0, "", message))
    return files, faults


def shown(folder: Path, path: Path) -> str:
    """A file as faults name it: ``knowledge/facts/kt.yaml``, wherever the folder lies."""
    return (Path(folder.resolve().name) / path.relative_to(folder)).as_posix()


def strays(folder: Path) -> list[Path]:
    """Files beside the knowledge files that are never read, because of their name or place."""
    wanted = {path for path, _ in _wanted(folder)}
    found = (path for part in ("articles", "facts", "lexicon") for path in (folder / part).rglob("*"))
    return sorted(path for path in found if path.is_file() and path not in wanted and path.name[0] != ".")


def _wanted(folder: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    for path in sorted((folder / "articles").glob("*.yaml")):
        yield path, Article
    for path in sorted((folder / "facts").glob("*.yaml")):
        yield path, Fact
    for path in sorted((folder / "lexicon").glob("*.yaml")):
        yield path, Entity if path.name.startswith(ENTITY_FILES) else Concept
