"""views.*: modals and Home tabs."""

from collections.abc import Mapping
from typing import Any

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method
from bot.playground.model import Json
from bot.playground.tickets import TicketExpiredError, TicketUnknownError, TicketUsedError


def publish(call: Call) -> Json:
    """Set a person's Home tab."""
    if not call.workspace.app.home_tab:
        raise SlackError("not_enabled")
    user = call.workspace.user(call.need("user_id"))
    view = call.workspace.views.publish(user.id, call.json("view"), call.text("hash") or None)
    return {"view": call.workspace.views.to_slack(view)}


def open_(call: Call) -> Json:
    """Open a modal for the person whose act gave the trigger."""
    trigger = _trigger(call)
    view = call.workspace.views.open(trigger["user"], call.json("view"), trigger["channel"])
    return {"view": call.workspace.views.to_slack(view)}


def push(call: Call) -> Json:
    """Put a modal on top of the one in which the trigger arose."""
    view = call.workspace.views.push(_trigger(call)["user"], call.json("view"))
    return {"view": call.workspace.views.to_slack(view)}


def update(call: Call) -> Json:
    """Change an open view."""
    if not (call.text("view_id") or call.text("external_id")):
        raise SlackError("invalid_arguments", ["[ERROR] either view_id or external_id is required"])
    view = call.workspace.views.find(call.text("view_id"), call.text("external_id"))
    call.workspace.views.update(view, call.json("view"), call.text("hash") or None)
    return {"view": call.workspace.views.to_slack(view)}


def _trigger(call: Call) -> dict[str, Any]:
    try:
        return call.workspace.triggers.redeem(call.need("trigger_id"))
    except TicketUnknownError:
        raise SlackError("invalid_trigger_id") from None
    except TicketExpiredError:
        raise SlackError("expired_trigger_id") from None
    except TicketUsedError:
        raise SlackError("exchanged_trigger_id") from None


METHODS: Mapping[str, Method] = {
    "views.publish": publish,
    "views.open": open_,
    "views.push": push,
    "views.update": update,
}
