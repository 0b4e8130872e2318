"""Slack's limits on block elements and composition objects; the sources are marked as in ``limits``."""

from collections.abc import Mapping
from typing import Any

from bot.playground.limits_text import Faults, count, length, missing, text_object

ACTION_ID = 255  # D: every interactive element; M: InteractiveElement.action_id_max_length
BUTTON_TEXT = 75  # D: button-element; M: ButtonElement.text_max_length
BUTTON_VALUE = 2_000  # D: button-element; M: ButtonElement.value_max_length
BUTTON_URL = 3_000  # D: button-element; M: ButtonElement.url_max_length
FEEDBACK_TEXT = 75  # D: feedback-buttons-element; M: FeedbackButtonObject.text_max_length
FEEDBACK_VALUE = 2_000  # D: feedback-buttons-element; M: FeedbackButtonObject.value_max_length
PLACEHOLDER = 150  # D: every select and input; M: InputInteractiveElement.placeholder_max_length
OPTIONS = 100  # D: select menus; M: StaticSelectElement.options_max_length
OVERFLOW_OPTIONS = 5  # D: overflow-menu-element; M: OverflowMenuElement.options_max_length
CHOICES = 10  # D: checkboxes-element, radio-button-group-element
OPTION_TEXT = 75  # D: objects/option-object; M: Option.label_max_length
OPTION_VALUE = 150  # D: objects/option-object; M: Option.value_max_length
CONFIRM_TITLE = 100  # D: objects/confirmation-dialog-object; M: ConfirmObject.title_max_length
CONFIRM_TEXT = 300  # D: as above; M: ConfirmObject.text_max_length
CONFIRM_BUTTON = 30  # D: as above; M: ConfirmObject.confirm_max_length, deny_max_length
IMAGE_URL = 3_000  # D: image-element; M: ImageElement.image_url_max_length
ALT_TEXT = 2_000  # D: image-element; M: ImageElement.alt_text_max_length
TEXT_INPUT = 3_000  # D: plain-text-input-element, max_length

_STATIC = frozenset({"static_select", "multi_static_select"})
_SELECTS = _STATIC | {
    f"{prefix}{kind}_select"
    for prefix in ("", "multi_")
    for kind in ("external", "users", "conversations", "channels")
}
_CHOICES = frozenset({"checkboxes", "radio_buttons"})
_PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker"})
_TEXT_INPUTS = frozenset(
    {"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"}
)

INTERACTIVE = _SELECTS | _CHOICES | _PICKERS | {"button", "overflow", "workflow_button"}
"""What an actions block or a section's accessory may hold (D: actions-block, section-block)."""

INPUTS = _SELECTS | _CHOICES | _PICKERS | _TEXT_INPUTS | {"file_input"}
"""What an input block may hold (D: input-block)."""

Json = Mapping[str, Any]


def check_element(element: Json, pointer: str, allowed: frozenset[str]) -> Faults:
    """Return the faults of one block element that stands where only ``allowed`` types may."""
    kind = str(element.get("type"))
    if kind not in allowed:
        yield f"[ERROR] unsupported type: {kind} [json-pointer:{pointer}/type]"
        return
    yield from length(element.get("action_id"), ACTION_ID, f"{pointer}/action_id")
    yield from text_object(element, "placeholder", PLACEHOLDER, pointer, plain=True, required=False)
    if "confirm" in element:
        yield from _confirm(element["confirm"], f"{pointer}/confirm")
    if kind == "button":
        yield from _button(element, pointer)
    elif kind == "image":
        yield from _image(element, pointer)
    elif kind == "feedback_buttons":
        yield from _feedback(element, pointer)
    elif kind == "plain_text_input":
        yield from length(element.get("initial_value"), TEXT_INPUT, f"{pointer}/initial_value")
    elif kind == "overflow":
        yield from _options(element, OVERFLOW_OPTIONS, pointer)
    elif kind in _CHOICES:
        yield from _options(element, CHOICES, pointer)
    elif kind in _STATIC:
        yield from _static_options(element, pointer)


def check_option(option: Json, pointer: str) -> Faults:
    """Return the faults of one option of a menu."""
    yield from text_object(option, "text", OPTION_TEXT, pointer)
    yield from text_object(option, "description", OPTION_TEXT, pointer, required=False)
    if "value" not in option:
        yield from missing("value", pointer)
    yield from length(option.get("value"), OPTION_VALUE, f"{pointer}/value")


def _button(element: Json, pointer: str) -> Faults:
    yield from text_object(element, "text", BUTTON_TEXT, pointer, plain=True)
    yield from length(element.get("value"), BUTTON_VALUE, f"{pointer}/value")
    yield from length(element.get("url"), BUTTON_URL, f"{pointer}/url")
    if element.get("style") not in (None, "primary", "danger"):  # D: button-element
        yield f"[ERROR] must be one of: primary, danger [json-pointer:{pointer}/style]"


def _feedback(element: Json, pointer: str) -> Faults:
    for name in ("positive_button", "negative_button"):
        if name not in element:
            yield from missing(name, pointer)
            continue
        yield from text_object(element[name], "text", FEEDBACK_TEXT, f"{pointer}/{name}", plain=True)
        yield from length(element[name].get("value"), FEEDBACK_VALUE, f"{pointer}/{name}/value")


def _image(element: Json, pointer: str) -> Faults:
    if "image_url" not in element and "slack_file" not in element:
        yield from missing("image_url", pointer)
    yield from length(element.get("image_url"), IMAGE_URL, f"{pointer}/image_url", least=1)
    if "alt_text" not in element:
        yield from missing("alt_text", pointer)
    yield from length(element.get("alt_text"), ALT_TEXT, f"{pointer}/alt_text")


def _options(element: Json, limit: int, pointer: str) -> Faults:
    options = element.get("options")
    if not isinstance(options, list):
        yield from missing("options", pointer)
        return
    yield from count(options, limit, f"{pointer}/options")
    for index, option in enumerate(options):
        yield from check_option(option, f"{pointer}/options/{index}")


def _static_options(element: Json, pointer: str) -> Faults:
    groups = element.get("option_groups")
    if groups is None:
        yield from _options(element, OPTIONS, pointer)
        return
    yield from count(groups, OPTIONS, f"{pointer}/option_groups")
    for index, group in enumerate(groups):
        where = f"{pointer}/option_groups/{index}"
        yield from text_object(group, "label", OPTION_TEXT, where, plain=True)
        yield from _options(group, OPTIONS, where)


def _confirm(confirm: Json, pointer: str) -> Faults:
    yield from text_object(confirm, "title", CONFIRM_TITLE, pointer, plain=True, required=False)
    yield from text_object(confirm, "text", CONFIRM_TEXT, pointer, required=False)
    for name in ("confirm", "deny"):
        yield from text_object(confirm, name, CONFIRM_BUTTON, pointer, plain=True, required=False)
