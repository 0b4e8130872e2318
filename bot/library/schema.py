"""JSON Schema of the knowledge files, for editors; derived from the models, which are the one schema."""

import ast
import inspect
import itertools
import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from bot.domain.article import Article
from bot.domain.fact import Fact, PartialDate
from bot.domain.lexicon import Concept, Entity

_FILES: dict[str, Any] = {
    "article": Article,
    "facts": list[Fact],
    "entities": list[Entity],
    "concepts": list[Concept],
}
_DATE = r"^\d{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|Q[1-4]|H[12]|end))?$"
"""The spelling that PartialDate reads, without the group names that ECMA 262 lacks."""


def schemas() -> dict[str, str]:
    """For the name of each schema file its text."""
    return {f"{name}.json": _text(name, kind) for name, kind in _FILES.items()}


def write(folder: Path) -> list[Path]:
    """Write the schemas to ``folder``/schema; returns the paths of those that changed."""
    (folder / "schema").mkdir(exist_ok=True)
    changed = []
    for name, text in schemas().items():
        path = folder / "schema" / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def _text(name: str, kind: Any) -> str:
    schema = TypeAdapter(kind).json_schema()
    models = {model.__name__: model for model in _models(BaseModel)}
    for title, definition in [(schema.get("title"), schema), *schema.get("$defs", {}).items()]:
        if title == PartialDate.__name__:
            definition.clear()  # in the files it is its text, and a year alone is a number to an editor
            definition.update(
                {"type": ["string", "integer"], "pattern": _DATE, "description": _summary(PartialDate)}
            )
        elif title in models:
            _describe(definition, models[title])
    top = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"telco-bot {name}"}
    return json.dumps({**schema, **top}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _models(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for model in base.__subclasses__():
        if model.__module__.startswith("bot.domain."):
            yield model
            yield from _models(model)


def _summary(model: type[BaseModel]) -> str:
    return (inspect.getdoc(model) or "").partition("\n")[0]


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the docstrings of a model's fields into its schema: editors show them while one types."""
    for owner in reversed(model.__mro__):
        if issubclass(owner, BaseModel) and owner is not BaseModel:
            for field, text in _field_docs(owner):
                if field in definition["properties"]:
                    definition["properties"][field]["description"] = text


def _field_docs(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Fields with the string that stands below each in the source."""
    source = ast.parse(textwrap.dedent(inspect.getsource(model)))
    body = [part for node in source.body if isinstance(node, ast.ClassDef) for part in node.body]
    for pair in itertools.pairwise(body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=field)), ast.Expr(value=ast.Constant(value=str(text))):
                yield field, " ".join(text.split())
