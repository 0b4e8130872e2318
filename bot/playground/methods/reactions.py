"""reactions.*: emoji on messages."""

import re
from collections.abc import Mapping

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method
from bot.playground.model import Json, Message


def add(call: Call) -> Json:
    """Add a reaction of the app; raises ``already_reacted``."""
    message, name = _item(call)
    call.workspace.react(message, name, call.workspace.app.bot_user_id)
    return {}


def remove(call: Call) -> Json:
    """Take a reaction of the app back; raises ``no_reaction``."""
    message, name = _item(call)
    call.workspace.unreact(message, name, call.workspace.app.bot_user_id)
    return {}


def _item(call: Call) -> tuple[Message, str]:
    name = call.text("name").strip(":")
    if not re.fullmatch(r"[\w+-]+(::skin-tone-[2-6])?", name):
        raise SlackError("invalid_name")
    if not call.text("timestamp"):
        raise SlackError("no_item_specified")
    return call.workspace.message(call.channel(), call.text("timestamp")), name


METHODS: Mapping[str, Method] = {"reactions.add": add, "reactions.remove": remove}
