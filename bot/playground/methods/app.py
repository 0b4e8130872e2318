"""api.test, auth.test, apps.connections.open, bots.info, team.info."""

from collections.abc import Mapping

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method
from bot.playground.model import Json


def api_test(call: Call) -> Json:
    """Give the arguments back; an ``error`` argument is answered as that error."""
    if error := call.text("error"):
        raise SlackError(error, args=dict(call.args))
    return {"args": dict(call.args)}


def auth_test(call: Call) -> Json:
    """Say whose token it is."""
    workspace = call.workspace
    return {
        "url": f"{call.base_url}/",
        "team": workspace.team_name,
        "user": workspace.app.name,
        "team_id": workspace.team_id,
        "user_id": workspace.app.bot_user_id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def apps_connections_open(call: Call) -> Json:
    """Return the address of a Socket Mode link, good for one connection."""
    address = call.base_url.replace("http://", "ws://", 1)
    return {"url": f"{address}/link/?ticket={call.open_link()}&app_id={call.workspace.app.app_id}"}


def bots_info(call: Call) -> Json:
    """Describe the app's bot."""
    app = call.workspace.app
    if call.text("bot") not in ("", app.bot_id):
        raise SlackError("bot_not_found")
    bot = {"id": app.bot_id, "app_id": app.app_id, "user_id": app.bot_user_id, "name": app.name}
    return {"bot": {**bot, "deleted": False, "updated": 0, "icons": {}}}


def team_info(call: Call) -> Json:
    """Describe the workspace."""
    workspace = call.workspace
    return {"team": {"id": workspace.team_id, "name": workspace.team_name, "domain": workspace.team_domain}}


METHODS: Mapping[str, Method] = {
    "api.test": api_test,
    "auth.test": auth_test,
    "apps.connections.open": apps_connections_open,
    "bots.info": bots_info,
    "team.info": team_info,
}
