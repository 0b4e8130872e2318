"""users.*: who is in the workspace."""

from collections.abc import Mapping

from bot.playground.methods.call import Call, Method, page_of
from bot.playground.model import Json


def info(call: Call) -> Json:
    """Describe one user; raises ``user_not_found``."""
    user = call.workspace.user(call.need("user", "user_not_found"))
    return {"user": user.to_slack(call.workspace.team_id)}


def list_(call: Call) -> Json:
    """Return every user."""
    page, metadata = page_of(call, list(call.workspace.users.values()))
    members = [user.to_slack(call.workspace.team_id) for user in page]
    return {"members": members, "cache_ts": int(call.workspace.clock()), "response_metadata": metadata}


METHODS: Mapping[str, Method] = {"users.info": info, "users.list": list_}
