"""The building stones of the limits: lengths, counts and text objects."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Faults = Iterator[str]


def length(value: object, limit: int | None, pointer: str, *, least: int = 0) -> Faults:
    """Check a string; Slack counts characters, and None stands for an absent one."""
    if value is None:
        return
    if not isinstance(value, str):
        yield f"[ERROR] must be a string [json-pointer:{pointer}]"
    elif limit is not None and len(value) > limit:
        yield f"[ERROR] must be less than {limit + 1} characters [json-pointer:{pointer}]"
    elif len(value) < least:
        yield f"[ERROR] must be more than {least - 1} characters [json-pointer:{pointer}]"


def count(items: Sequence[object], limit: int, pointer: str, *, least: int = 1) -> Faults:
    """Check how many items a list has."""
    if len(items) > limit:
        yield f"[ERROR] no more than {limit} items allowed [json-pointer:{pointer}]"
    elif len(items) < least:
        yield f"[ERROR] no less than {least} items allowed [json-pointer:{pointer}]"


def missing(name: str, pointer: str) -> Faults:
    """Say that a required field is not there."""
    yield f"[ERROR] missing required field: {name} [json-pointer:{pointer}]"


def text_object(
    holder: Mapping[str, Any],
    name: str,
    limit: int,
    pointer: str,
    *,
    plain: bool = False,
    required: bool = True,
) -> Faults:
    """Check the text object ``holder[name]``; ``plain`` where Slack takes plain_text alone."""
    value = holder.get(name)
    where = f"{pointer}/{name}"
    if value is None:
        if required:
            yield from missing(name, pointer)
        return
    kinds = ("plain_text",) if plain else ("plain_text", "mrkdwn")
    if not isinstance(value, Mapping) or value.get("type") not in kinds:
        yield f"[ERROR] must be a valid text object ({' or '.join(kinds)}) [json-pointer:{where}]"
        return
    yield from length(value.get("text", ""), limit, f"{where}/text", least=1)
