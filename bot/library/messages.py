"""Says in plain words what is wrong with an entry and what to do, from pydantic's errors."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from bot.library.yamlfile import Loc


def explain(errors: Iterable[Any], model: type[BaseModel]) -> Iterator[tuple[Loc, str]]:
    """For each of ``ValidationError.errors()`` of an entry of ``model`` its place and one sentence.

    A misspelt field is one fault, although the field that it should be is missing as well.
    """
    errors = list(errors)
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    misspelt = {error["loc"]: _meant(error["loc"], missing) for error in errors if error["type"] == _EXTRA}
    for error in errors:
        loc = error["loc"]
        if meant := misspelt.get(loc):
            yield loc, f"{_name(loc)} is no field here: did you mean '{meant[-1]}'?"
        elif loc not in misspelt.values():
            yield loc, f"{_name(loc)} {_saying(error, model)}"


def _meant(loc: Loc, missing: Iterable[Loc]) -> Loc | None:
    """The missing field beside an unknown one whose name is near."""
    beside = [str(other[-1]) for other in missing if other[:-1] == loc[:-1]]
    near = difflib.get_close_matches(str(loc[-1]), sorted(beside), n=1, cutoff=_NEAR)
    return (*loc[:-1], near[0]) if near else None


def _saying(error: Any, model: type[BaseModel]) -> str:
    if error["type"] == _EXTRA:
        known = model.model_fields if len(error["loc"]) == 1 else ()
        return f"is no field here: {nearest(str(error['loc'][-1]), known, 'remove it')}"
    if say := _SAYINGS.get(error["type"]):
        return say(error["input"], error.get("ctx", {}))
    return f"is '{error['input']}': {error['msg']}"


def nearest(name: str, names: Iterable[str], otherwise: str) -> str:
    """``did you mean '…'?`` where one of the names is near, else what to do otherwise."""
    near = difflib.get_close_matches(name, sorted(names), n=1, cutoff=_NEAR)
    return f"did you mean '{near[0]}'?" if near else otherwise


_NEAR = 0.75  # one letter of four wrong; below that the advice misleads among ids of one pattern
_EXTRA = "extra_forbidden"
_LIST = "must be a list: write [a, b], or one '- …' a line"
_SAYINGS: dict[str, Callable[[Any, dict[str, Any]], str]] = {
    "missing": lambda value, ctx: "is missing: add it",
    "string_too_long": lambda value, ctx: (
        f"has {len(value)} characters, {ctx['max_length']} are allowed: shorten it"
    ),
    "string_too_short": lambda value, ctx: f"is too short: write at least {ctx['min_length']} characters",
    "too_short": lambda value, ctx: f"is empty: write at least {ctx['min_length']}",
    "string_pattern_mismatch": lambda value, ctx: (
        f"is '{value}': write "
        + ("64 hexadecimal digits" if "a-f" in ctx["pattern"] else "lower-case-words-with-hyphens")
    ),
    "literal_error": lambda value, ctx: f"is '{value}': write {ctx['expected']}",
    "enum": lambda value, ctx: f"is '{value}': write {ctx['expected']}",
    "tuple_type": lambda value, ctx: _LIST,
    "list_type": lambda value, ctx: _LIST,
    "string_type": lambda value, ctx: "must be a text",
    "model_type": lambda value, ctx: "must be an entry of fields: write 'name: value'",
    "value_error": lambda value, ctx: f"is wrong: {ctx['error']}",
}


def _name(loc: Loc) -> str:
    """``'when[0].date'`` for ('when', 0, 'date')."""
    name = ""
    for part in loc:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return f"'{name}'" if name else "the entry"
