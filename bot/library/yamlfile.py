"""Reads the YAML of knowledge files: fast, and with line numbers where a fault needs them.

Built on libyaml's events instead of ``yaml.load``: three to four times as fast (every start of the
command reads the whole base), every scalar stays the text that the curator wrote (``no``, ``2027`` and
``2024-09`` are never turned into something else; the models convert), and a key written twice is a
fault instead of silently dropping the first.
"""

from collections.abc import Callable
from typing import Any

import yaml

Loc = tuple[int | str, ...]
"""The way to a value from the top of a document: list indexes and keys."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is missing from some builds
_NULLS = frozenset(("", "~", "null"))


class YamlError(Exception):
    """The text is not YAML as it is used here; ``line`` counts from 1, ``message`` says what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def parse(text: str) -> Any:
    """The document as lists, dicts, texts and None; None for an empty one. Raises YamlError."""
    return _document(text, None)


def lines(text: str) -> dict[Loc, int]:
    """The line, from 1, of every value that ``parse`` returns (of its key, where it has one).

    Raises YamlError.
    """
    found: dict[Loc, int] = {}
    _document(text, found)
    return found


def line_of(found: dict[Loc, int], loc: Loc) -> int:
    """The line of the value at ``loc``, or of the nearest one around it (a missing field has none)."""
    while loc and loc not in found:
        loc = loc[:-1]
    return found.get(loc, 1)


def _document(text: str, found: dict[Loc, int] | None) -> Any:
    try:
        loader = _Loader(text)
    except yaml.YAMLError as error:  # a control character
        raise _from_yaml(error) from None
    try:
        get = loader.get_event
        get()  # start of the stream
        if type(get()) is yaml.StreamEndEvent:
            return None
        value = _value(get, get(), found, ())
        get()  # end of the document
        event = get()
        if type(event) is not yaml.StreamEndEvent:
            raise YamlError(_line(event), "a second document starts here: keep one in a file, without '---'")
        return value
    except yaml.YAMLError as error:
        raise _from_yaml(error) from None
    finally:
        loader.dispose()


def _value(get: Callable[[], Any], event: Any, found: dict[Loc, int] | None, loc: Loc) -> Any:
    if found is not None:
        found.setdefault(loc, _line(event))
    kind = type(event)
    if kind is yaml.ScalarEvent:
        # implicit[0] is True for a plain scalar: a quoted "null" is a word
        return None if event.value in _NULLS and event.implicit[0] else event.value
    if kind is yaml.SequenceStartEvent:
        items: list[Any] = []
        while type(event := get()) is not yaml.SequenceEndEvent:
            items.append(_value(get, event, found, loc if found is None else (*loc, len(items))))
        return items
    if kind is yaml.MappingStartEvent:
        return _mapping(get, found, loc)
    raise YamlError(_line(event), "references (&name, *name) are not used here: write the value out")


def _mapping(get: Callable[[], Any], found: dict[Loc, int] | None, loc: Loc) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    while type(event := get()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent:
            raise YamlError(_line(event), "a key must be a plain word")
        key = event.value
        if key in fields:
            raise YamlError(_line(event), f"'{key}' stands twice in one entry: keep one")
        inner = loc
        if found is not None:
            inner = (*loc, key)
            found[inner] = _line(event)
        fields[key] = _value(get, get(), found, inner)
    return fields


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _from_yaml(error: yaml.YAMLError) -> YamlError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    what = f"this is not YAML ({problem}): check indentation, brackets and quotation marks here"
    return YamlError(mark.line + 1 if mark else 1, what)
