"""Blocks as the workspace stores them: with the ids that Slack gives to what has none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.playground.ids import short_id
from bot.playground.limits_elements import INPUTS, INTERACTIVE

Json = dict[str, Any]

_ACTING = INTERACTIVE | INPUTS | {"feedback_buttons", "icon_button"}


def with_ids(blocks: Sequence[Mapping[str, Any]]) -> list[Json]:
    """Return a copy in which each block has a block_id and each interactive element an action_id."""
    return [_with_ids(block) for block in blocks]


def _with_ids(block: Mapping[str, Any]) -> Json:
    copy = {**block, "block_id": block.get("block_id") or short_id()}
    for name in ("accessory", "element"):
        if name in copy:
            copy[name] = _acting(copy[name])
    if copy.get("type") in ("actions", "context_actions"):
        copy["elements"] = [_acting(element) for element in copy.get("elements", ())]
    return copy


def _acting(element: Mapping[str, Any]) -> Json:
    if element.get("type") not in _ACTING:
        return dict(element)
    return {**element, "action_id": element.get("action_id") or short_id()}


def find_element(blocks: Sequence[Json], block_id: str, action_id: str) -> Json | None:
    """Return the interactive element with these ids, or None."""
    for block in blocks:
        if block.get("block_id") == block_id:
            return next((each for each in _elements(block) if each.get("action_id") == action_id), None)
    return None


def _elements(block: Json) -> Iterator[Json]:
    for name in ("accessory", "element"):
        if name in block:
            yield block[name]
    yield from block.get("elements", ())
