"""The modals in which a step of a workflow is tried: its inputs to fill in, then what it gave. Pure."""

from bot.playground import texts
from bot.playground.app import Step
from bot.playground.model import Json, View

_CALLBACK = "playground:step:"
"""Begins the callback_id of the local workspace's own modals; no app of one's own will use it."""
_FIELD = "value"


def form(step: Step) -> Json:
    """Return the modal that asks for the step's inputs."""
    blocks = [
        {
            "type": "input",
            "block_id": each["name"],
            "optional": not each.get("is_required", False),
            "label": _plain(each.get("title") or each["name"]),
            "hint": _plain(each.get("description") or each["type"]),
            "element": {"type": "plain_text_input", "action_id": _FIELD},
        }
        for each in step.inputs
    ]
    return {
        "type": "modal",
        "callback_id": _CALLBACK + step.callback_id,
        "title": _plain(texts.STEP_TITLE),
        "submit": _plain(texts.STEP_RUN),
        "close": _plain(texts.CLOSE),
        "blocks": [{"type": "header", "text": _plain(step.title)}, *blocks],
    }


def step_of(view: View) -> str | None:
    """Return the step whose form a view is; None for a view of the app's."""
    callback = str(view.content.get("callback_id", ""))
    return callback.removeprefix(_CALLBACK) if callback.startswith(_CALLBACK) else None


def inputs_of(values: Json) -> Json:
    """Return what was filled in, by the inputs' names."""
    filled = {name: fields.get(_FIELD, {}).get("value") for name, fields in values.items()}
    return {name: value for name, value in filled.items() if value}


def result(step: Step, found: Json) -> Json:
    """Return the modal that shows the step's outputs, or why it failed."""
    outputs = found.get("outputs")
    titles = {each["name"]: each.get("title") or each["name"] for each in step.outputs}
    if outputs is None:
        blocks = [_section(f"{texts.STEP_FAILED}\n{found.get('error', '')}")]
    else:
        blocks = [_section(f"{titles.get(name, name)}\n{value}") for name, value in outputs.items()]
    return {
        "type": "modal",
        "title": _plain(texts.STEP_TITLE),
        "close": _plain(texts.CLOSE),
        "blocks": [{"type": "header", "text": _plain(step.title)}, *blocks],
    }


def _section(text: str) -> Json:
    return {"type": "section", "text": _plain(text[:3000])}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
