"""Says in plain words what is wrong with an entry and what to do, from pydantic's errors."""

import difflib
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel


def explain(error: Any, model: type[BaseModel]) -> str:
    """One sentence for one of ``ValidationError.errors()`` of an entry of ``model``."""
    field = _name(error["loc"])
    if error["type"] == "extra_forbidden":
        return f"{field} is no field here{_meant(error['loc'], model)}"
    if say := _SAYINGS.get(error["type"]):
        return f"{field} {say(error['input'], error.get('ctx', {}))}"
    return f"{field} is '{error['input']}': {error['msg']}"


def nearest(name: str, names: Iterable[str], otherwise: str) -> str:
    """``did you mean '…'?`` where one of the names is near, else what to do otherwise."""
    near = difflib.get_close_matches(name, sorted(names), n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise


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
        + ("64 hexadecimal digits" if "a-f0" in ctx["pattern"] else "lower-case-words-with-hyphens")
    ),
    "literal_error": lambda value, ctx: f"is '{value}': write {ctx['expected']}",
    "enum": lambda value, ctx: f"is '{value}': write {ctx['expected']}",
    "tuple_type": lambda value, ctx: _LIST,
    "list_type": lambda value, ctx: _LIST,
    "string_type": lambda value, ctx: "must be a text",
    "model_type": lambda value, ctx: "must be an entry of fields: write 'name: value'",
    "value_error": lambda value, ctx: f"is wrong: {ctx['error']}",
}


def _name(loc: tuple[int | str, ...]) -> str:
    """``'when[0].date'`` for ('when', 0, 'date')."""
    name = ""
    for part in loc:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return f"'{name}'" if name else "the entry"


def _meant(loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    if len(loc) != 1:
        return ": remove it"
    return ": " + nearest(str(loc[0]), model.model_fields, "remove it")
