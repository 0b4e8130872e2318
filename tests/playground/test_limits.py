"""Slack's limits: each at its edge, and one step beyond it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.limits import blocks_length, check_blocks, check_view

Json = dict[str, Any]


def plain(length: int) -> Json:
    return {"type": "plain_text", "text": "가" * length}


def mrkdwn(length: int) -> Json:
    return {"type": "mrkdwn", "text": "가" * length}


def option(text: int = 1, value: int = 1) -> Json:
    return {"text": plain(text), "value": "v" * value}


def actions(*elements: Json) -> list[Json]:
    return [{"type": "actions", "elements": list(elements)}]


def button(**fields: Any) -> list[Json]:
    return actions({"type": "button", "text": plain(1), **fields})


def select(**fields: Any) -> list[Json]:
    return actions({"type": "static_select", "options": [option()], **fields})


def table(rows: int, cells: int) -> list[Json]:
    return [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * cells] * rows}]


def rich(text: str) -> list[Json]:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return [{"type": "rich_text", "elements": [section]}]


def feedback(text: int, value: int) -> list[Json]:
    one = {"text": plain(text), "value": "v" * value}
    element = {"type": "feedback_buttons", "positive_button": one, "negative_button": one}
    return [{"type": "context_actions", "elements": [element]}]


DIVIDER = {"type": "divider"}

AT_THE_EDGE = {
    "blocks": [DIVIDER] * 50,
    "section": [{"type": "section", "text": mrkdwn(3000)}],
    "fields": [{"type": "section", "fields": [mrkdwn(2000)] * 10}],
    "header": [{"type": "header", "text": plain(150)}],
    "context": [{"type": "context", "elements": [mrkdwn(1)] * 10}],
    "actions": actions(*[{"type": "button", "text": plain(1)}] * 25),
    "button text": button(text=plain(75)),
    "button value": button(value="v" * 2000),
    "button url": button(url="u" * 3000),
    "action_id": button(action_id="a" * 255),
    "block_id": [{**DIVIDER, "block_id": "b" * 255}],
    "confirm": button(
        confirm={"title": plain(100), "text": mrkdwn(300), "confirm": plain(30), "deny": plain(30)}
    ),
    "options": select(options=[option(75, 150)] * 100),
    "placeholder": select(placeholder=plain(150)),
    "overflow": actions({"type": "overflow", "options": [option()] * 5}),
    "markdown": [{"type": "markdown", "text": "m" * 12000}],
    "table": table(100, 20),
    "rich text": rich("x"),
    "feedback": feedback(75, 2000),
    "image": [{"type": "image", "image_url": "u" * 3000, "alt_text": "a" * 2000, "title": plain(2000)}],
    "input": [
        {
            "type": "input",
            "label": plain(2000),
            "hint": plain(2000),
            "element": {"type": "plain_text_input"},
        }
    ],
    "a newer block": [{"type": "card"}],
}

BEYOND = {
    "blocks": ([DIVIDER] * 51, "no more than 50 items allowed", ""),
    "section": (
        [{"type": "section", "text": mrkdwn(3001)}],
        "must be less than 3001 characters",
        "/0/text/text",
    ),
    "empty section": (
        [{"type": "section", "text": mrkdwn(0)}],
        "must be more than 0 characters",
        "/0/text/text",
    ),
    "section of nothing": ([{"type": "section"}], "missing required field: text", "/0"),
    "field": (
        [{"type": "section", "fields": [mrkdwn(1), mrkdwn(2001)]}],
        "must be less than 2001 characters",
        "/0/fields/1/text",
    ),
    "fields": (
        [{"type": "section", "fields": [mrkdwn(1)] * 11}],
        "no more than 10 items allowed",
        "/0/fields",
    ),
    "header": ([{"type": "header", "text": plain(151)}], "must be less than 151 characters", "/0/text/text"),
    "header in mrkdwn": (
        [{"type": "header", "text": mrkdwn(1)}],
        "must be a valid text object (plain_text)",
        "/0/text",
    ),
    "context": (
        [{"type": "context", "elements": [mrkdwn(1)] * 11}],
        "no more than 10 items allowed",
        "/0/elements",
    ),
    "actions": (
        actions(*[{"type": "button", "text": plain(1)}] * 26),
        "no more than 25 items allowed",
        "/0/elements",
    ),
    "button text": (button(text=plain(76)), "must be less than 76 characters", "/0/elements/0/text/text"),
    "button value": (button(value="v" * 2001), "must be less than 2001 characters", "/0/elements/0/value"),
    "button style": (button(style="blue"), "must be one of: primary, danger", "/0/elements/0/style"),
    "action_id": (button(action_id="a" * 256), "must be less than 256 characters", "/0/elements/0/action_id"),
    "block_id": ([{**DIVIDER, "block_id": "b" * 256}], "must be less than 256 characters", "/0/block_id"),
    "confirm": (
        button(confirm={"title": plain(101)}),
        "must be less than 101 characters",
        "/0/elements/0/confirm/title/text",
    ),
    "options": (select(options=[option()] * 101), "no more than 100 items allowed", "/0/elements/0/options"),
    "no options": (select(options=[]), "no less than 1 items allowed", "/0/elements/0/options"),
    "option text": (
        select(options=[option(76)]),
        "must be less than 76 characters",
        "/0/elements/0/options/0/text/text",
    ),
    "option value": (
        select(options=[option(1, 151)]),
        "must be less than 151 characters",
        "/0/elements/0/options/0/value",
    ),
    "overflow": (
        actions({"type": "overflow", "options": [option()] * 6}),
        "no more than 5 items allowed",
        "/0/elements/0/options",
    ),
    "markdown": (
        [{"type": "markdown", "text": "m" * 12001}],
        "must be less than 12001 characters",
        "/0/text",
    ),
    "markdown together": (
        [{"type": "markdown", "text": "m" * 7000}] * 2,
        "must be less than 12001 characters",
        "",
    ),
    "rows": (table(101, 1), "no more than 100 items allowed", "/0/rows"),
    "cells": (table(1, 21), "no more than 20 items allowed", "/0/rows/0"),
    "two tables": (table(1, 1) * 2, "only_one_table_allowed", ""),
    "empty rich text": (rich(""), "must be more than 0 characters", "/0/elements/0/elements/0/text"),
    "feedback": (
        feedback(76, 1),
        "must be less than 76 characters",
        "/0/elements/0/positive_button/text/text",
    ),
    "image": ([{"type": "image", "alt_text": "x"}], "missing required field: image_url", "/0"),
    "a type that is none": ([{"type": "poem"}], "unsupported type: poem", "/0/type"),
    "a button as input": (
        [{"type": "input", "label": plain(1), "element": {"type": "button"}}],
        "unsupported type: button",
        "/0/element/type",
    ),
    "the same block_id": (
        [{**DIVIDER, "block_id": "b"}] * 2,
        "`block_id` already exists: b",
        "/1/block_id",
    ),
}


@pytest.mark.parametrize("blocks", AT_THE_EDGE.values(), ids=AT_THE_EDGE.keys())
def test_what_is_at_a_limit_passes(blocks: list[Json]) -> None:
    assert check_blocks(blocks) == []


@pytest.mark.parametrize(("blocks", "message", "pointer"), BEYOND.values(), ids=BEYOND.keys())
def test_what_is_beyond_a_limit_is_named_by_its_path(blocks: list[Json], message: str, pointer: str) -> None:
    assert f"[ERROR] {message} [json-pointer:/blocks{pointer}]" in check_blocks(blocks)


@pytest.mark.parametrize("kind", ["table", "context_actions"])
def test_some_blocks_stand_in_messages_alone(kind: str) -> None:
    blocks = {"table": table(1, 1), "context_actions": feedback(1, 1)}[kind]
    assert check_blocks(blocks) == []
    assert check_view({"type": "home", "blocks": blocks}) == [
        f"[ERROR] unsupported type: {kind} [json-pointer:/view/blocks/0/type]"
    ]


names = st.sampled_from(
    ["type", "text", "elements", "fields", "rows", "options", "element", "accessory", "confirm", "block_id"]
)
kinds = st.sampled_from(
    ["section", "actions", "context", "table", "rich_text", "input", "image", "button", "mrkdwn"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | kinds,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.lists(
        anything | st.fixed_dictionaries({"type": kinds, "elements": anything, "text": anything}), max_size=3
    )
)
def test_whatever_comes_is_judged_and_never_breaks_the_check(blocks: list[Any]) -> None:
    assert all(message.startswith("[ERROR] ") for message in check_blocks(blocks))
    assert isinstance(check_view({"type": "modal", "blocks": blocks}), list)


def modal(**fields: Any) -> Json:
    return {"type": "modal", "title": plain(24), "blocks": [DIVIDER], **fields}


def test_a_view_may_have_a_hundred_blocks() -> None:
    assert check_view(modal(blocks=[DIVIDER] * 100)) == []
    assert check_view(modal(blocks=[DIVIDER] * 101)) == [
        "[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]"
    ]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"title": plain(25)}, "must be less than 25 characters [json-pointer:/view/title/text]"),
        ({"submit": plain(25)}, "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (
            {"private_metadata": "m" * 3001},
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        ({"callback_id": "c" * 256}, "must be less than 256 characters [json-pointer:/view/callback_id]"),
        ({"blocks": AT_THE_EDGE["input"]}, "missing required field: submit [json-pointer:/view]"),
        ({"title": None}, "missing required field: title [json-pointer:/view]"),
    ],
)
def test_what_a_modal_may_not_be(fields: Json, fault: str) -> None:
    assert check_view(modal(**fields)) == [f"[ERROR] {fault}"]


def test_the_length_over_all_counts_characters_and_not_bytes() -> None:
    block = {"type": "section", "text": mrkdwn(1000)}
    assert 1000 < blocks_length([block]) < 1100
    assert blocks_length([block, block]) > 2 * 1000
