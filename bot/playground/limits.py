"""Slack's limits on blocks, elements and views, as pure functions.

Each check returns Slack's messages, such as
``[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]``; none where all is well.

Sources, cited beside each number:

- ``D`` docs.slack.dev, the reference page of that block, element, object or method;
- ``M`` slack_sdk.models 3.47, the attribute of the same meaning (``SectionBlock.text_max_length``);
- ``I`` an issue of Slack's SDKs, named.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.playground.limits_elements import INPUTS, INTERACTIVE, check_element
from bot.playground.limits_text import Faults, count, length, missing, text_object

BLOCKS_PER_MESSAGE = 50  # D: reference/block-kit/blocks
BLOCKS_PER_VIEW = 100  # D: reference/views; M: View.blocks_max_length
BLOCKS_LENGTH = 13_200  # I: bolt-js#2509, #2867 (undocumented)
BLOCK_ID = 255  # D: every block; M: Block.block_id_max_length
SECTION_TEXT = 3_000  # D: section-block; M: SectionBlock.text_max_length
SECTION_FIELDS = 10  # D: section-block; M: SectionBlock.fields_max_length
SECTION_FIELD = 2_000  # D: section-block
HEADER_TEXT = 150  # D: header-block; M: HeaderBlock.text_max_length
CONTEXT_ELEMENTS = 10  # D: context-block; M: ContextBlock.elements_max_length
CONTEXT_TEXT = 3_000  # D: objects/text-object, a text object's own limit
ACTIONS_ELEMENTS = 25  # D: actions-block; M: ActionsBlock.elements_max_length
CONTEXT_ACTIONS_ELEMENTS = 5  # D: context-actions-block; M: ContextActionsBlock.elements_max_length
MARKDOWN_TEXT = 12_000  # D: markdown-block, over all markdown blocks of a message; M: MarkdownBlock
IMAGE_TITLE = 2_000  # D: image-block; M: ImageBlock.title_max_length
INPUT_LABEL = 2_000  # D: input-block; M: InputBlock.label_max_length
INPUT_HINT = 2_000  # D: input-block; M: InputBlock.hint_max_length
TABLE_ROWS = 100  # D: table-block; M: TableBlock, docstring
TABLE_CELLS = 20  # D: table-block; M: TableBlock, docstring
TABLES_PER_MESSAGE = 1  # D: table-block
VIEW_TITLE = 24  # D: reference/views; M: View.title_max_length
VIEW_SUBMIT = 24  # D: reference/views; M: View.submit_max_length, View.close_max_length
VIEW_PRIVATE_METADATA = 3_000  # D: reference/views; M: View.private_metadata_max_length
VIEW_CALLBACK_ID = 255  # D: reference/views; M: View.callback_id_max_length
MESSAGE_TEXT = 40_000  # D: chat.postMessage: longer text is cut
UPDATE_TEXT = 4_000  # D: chat.update: msg_too_long beyond it

_MESSAGE_ONLY = frozenset({"table", "context_actions", "file"})  # D: "Available in surfaces" of each block
_UNCHECKED = frozenset(  # modelled by slack_sdk 3.47; their limits were not verified
    {"alert", "auth_provider", "call", "card", "carousel", "container", "file", "plan", "task_card", "video"}
)
_RICH = frozenset({"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"})

Json = Mapping[str, Any]


def blocks_length(blocks: Sequence[Json]) -> int:
    """Return the length that Slack holds against ``BLOCKS_LENGTH``, as far as is known.

    Slack does not say how it counts. A sum of texts of 11,341 was refused and a lone markdown text of 13,297
    accepted (bolt-js#2867, #2509), so the containers count: the compact JSON is the nearest known measure.
    """
    return len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))


def check_blocks(blocks: Sequence[Json], *, surface: str = "message", pointer: str = "/blocks") -> list[str]:
    """Return the faults of the blocks of a message, modal or home view (``surface``)."""
    limit = BLOCKS_PER_MESSAGE if surface == "message" else BLOCKS_PER_VIEW
    faults = [*count(blocks, limit, pointer)]
    for index, block in enumerate(blocks):
        faults += _check_block(block, surface, f"{pointer}/{index}")
    faults += _check_ids(blocks, pointer)
    faults += _check_over_all(blocks, pointer)
    return faults


def check_view(view: Json) -> list[str]:
    """Return the faults of a modal or home view."""
    kind = view.get("type")
    if kind is None:
        return [*missing("type", "/view")]
    if not isinstance(kind, str) or kind not in ("modal", "home"):
        return [f"[ERROR] unsupported type: {kind} [json-pointer:/view/type]"]
    if not isinstance(view.get("blocks"), list):
        return [*missing("blocks", "/view")]
    faults = check_blocks(view["blocks"], surface=kind, pointer="/view/blocks")
    faults += length(view.get("private_metadata"), VIEW_PRIVATE_METADATA, "/view/private_metadata")
    faults += length(view.get("callback_id"), VIEW_CALLBACK_ID, "/view/callback_id")
    if kind == "modal":
        faults += _check_modal(view)
    return faults


def _check_modal(view: Json) -> Faults:
    yield from text_object(view, "title", VIEW_TITLE, "/view", plain=True)
    for name in ("submit", "close"):
        yield from text_object(view, name, VIEW_SUBMIT, "/view", plain=True, required=False)
    if any(_is(block, "input") for block in view["blocks"]) and not view.get("submit"):
        # D: reference/views: "submit is required when an input block is within the blocks array"
        yield from missing("submit", "/view")


def _is(block: object, kind: str) -> bool:
    return isinstance(block, Mapping) and block.get("type") == kind


def _check_block(block: Json, surface: str, pointer: str) -> Faults:
    if not isinstance(block, Mapping):
        yield f"[ERROR] must be an object [json-pointer:{pointer}]"
        return
    kind = str(block.get("type"))
    if kind in _UNCHECKED:
        return
    check = _BLOCKS.get(kind)
    if check is None or (kind in _MESSAGE_ONLY and surface != "message"):
        yield f"[ERROR] unsupported type: {kind} [json-pointer:{pointer}/type]"
        return
    yield from length(block.get("block_id"), BLOCK_ID, f"{pointer}/block_id")
    try:
        yield from list(check(block, pointer))
    except (AttributeError, KeyError, TypeError):  # a list where an object belongs, and the like
        yield f"[ERROR] failed to match all allowed schemas [json-pointer:{pointer}]"


def _check_ids(blocks: Sequence[Json], pointer: str) -> Faults:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id") if isinstance(block, Mapping) else None
        if block_id and block_id in seen:  # D: "block_id should be unique for each message"
            yield f"[ERROR] `block_id` already exists: {block_id} [json-pointer:{pointer}/{index}/block_id]"
        seen.add(str(block_id))


def _check_over_all(blocks: Sequence[Json], pointer: str) -> Faults:
    of_kind = [block.get("type") for block in blocks if isinstance(block, Mapping)]
    if of_kind.count("table") > TABLES_PER_MESSAGE:
        yield f"[ERROR] only_one_table_allowed [json-pointer:{pointer}]"
    texts = [block.get("text", "") for block in blocks if _is(block, "markdown")]
    markdown = sum(len(str(text)) for text in texts)
    if markdown > MARKDOWN_TEXT and of_kind.count("markdown") > 1:
        yield f"[ERROR] must be less than {MARKDOWN_TEXT + 1} characters [json-pointer:{pointer}]"


def _section(block: Json, pointer: str) -> Faults:
    fields = block.get("fields")
    if fields is None or "text" in block:
        yield from text_object(block, "text", SECTION_TEXT, pointer)
    if fields is not None:
        yield from count(fields, SECTION_FIELDS, f"{pointer}/fields")
        for index, field in enumerate(fields):
            yield from text_object({str(index): field}, str(index), SECTION_FIELD, f"{pointer}/fields")
    if "accessory" in block:
        yield from check_element(block["accessory"], f"{pointer}/accessory", INTERACTIVE | {"image"})


def _header(block: Json, pointer: str) -> Faults:
    return text_object(block, "text", HEADER_TEXT, pointer, plain=True)


def _elements(limit: int, allowed: frozenset[str]) -> Callable[[Json, str], Faults]:
    def check(block: Json, pointer: str) -> Faults:
        elements = block.get("elements")
        if not isinstance(elements, list):
            yield from missing("elements", pointer)
            return
        yield from count(elements, limit, f"{pointer}/elements")
        for index, element in enumerate(elements):
            yield from check_element(element, f"{pointer}/elements/{index}", allowed)

    return check


def _context(block: Json, pointer: str) -> Faults:
    elements = block.get("elements")
    if not isinstance(elements, list):
        yield from missing("elements", pointer)
        return
    yield from count(elements, CONTEXT_ELEMENTS, f"{pointer}/elements")
    for index, element in enumerate(elements):
        if element.get("type") == "image":
            yield from check_element(element, f"{pointer}/elements/{index}", frozenset({"image"}))
        else:
            yield from text_object({str(index): element}, str(index), CONTEXT_TEXT, f"{pointer}/elements")


def _markdown(block: Json, pointer: str) -> Faults:
    if "text" not in block:
        return missing("text", pointer)
    return length(block["text"], MARKDOWN_TEXT, f"{pointer}/text", least=1)


def _image(block: Json, pointer: str) -> Faults:
    yield from check_element(block, pointer, frozenset({"image"}))
    yield from text_object(block, "title", IMAGE_TITLE, pointer, plain=True, required=False)


def _input(block: Json, pointer: str) -> Faults:
    yield from text_object(block, "label", INPUT_LABEL, pointer, plain=True)
    yield from text_object(block, "hint", INPUT_HINT, pointer, plain=True, required=False)
    if "element" not in block:
        yield from missing("element", pointer)
    else:
        yield from check_element(block["element"], f"{pointer}/element", INPUTS)


def _rich_text(block: Json, pointer: str) -> Faults:
    elements = block.get("elements")
    if not isinstance(elements, list):
        yield from missing("elements", pointer)
        return
    for index, element in enumerate(elements):
        where = f"{pointer}/elements/{index}"
        if element.get("type") not in _RICH:
            yield f"[ERROR] unsupported type: {element.get('type')} [json-pointer:{where}/type]"
        yield from _rich_texts(element, where)


def _rich_texts(element: Json, pointer: str) -> Iterator[str]:
    if element.get("type") == "text":  # Slack refuses an empty text element
        yield from length(element.get("text", ""), None, f"{pointer}/text", least=1)
    for index, inner in enumerate(element.get("elements", ())):
        yield from _rich_texts(inner, f"{pointer}/elements/{index}")


def _table(block: Json, pointer: str) -> Faults:
    rows = block.get("rows")
    if not isinstance(rows, list):
        yield from missing("rows", pointer)
        return
    yield from count(rows, TABLE_ROWS, f"{pointer}/rows")
    yield from count(block.get("column_settings") or [None], TABLE_CELLS, f"{pointer}/column_settings")
    for y, row in enumerate(rows):
        yield from count(row, TABLE_CELLS, f"{pointer}/rows/{y}")
        for x, cell in enumerate(row):
            where = f"{pointer}/rows/{y}/{x}"
            if cell.get("type") == "rich_text":
                yield from _rich_text(cell, where)
            elif cell.get("type") == "raw_text":  # M: RawTextObject: at least 1 character
                yield from length(cell.get("text", ""), None, f"{where}/text", least=1)
            elif cell.get("type") != "raw_number":
                yield f"[ERROR] unsupported type: {cell.get('type')} [json-pointer:{where}/type]"


def _divider(_block: Json, _pointer: str) -> Faults:
    return iter(())


_BLOCKS: Mapping[str, Callable[[Json, str], Faults]] = {
    "actions": _elements(ACTIONS_ELEMENTS, INTERACTIVE),
    "context": _context,
    "context_actions": _elements(CONTEXT_ACTIONS_ELEMENTS, frozenset({"feedback_buttons", "icon_button"})),
    "divider": _divider,
    "header": _header,
    "image": _image,
    "input": _input,
    "markdown": _markdown,
    "rich_text": _rich_text,
    "section": _section,
    "table": _table,
}
