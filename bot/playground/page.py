"""The page's own endpoints: its files, the state, the stream of changes, and what a person does."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.playground.app import App
from bot.playground.errors import SlackError
from bot.playground.faults import Faults
from bot.playground.hub import Hub, shown, views_of
from bot.playground.model import Json
from bot.playground.people import People, UnansweredError
from bot.playground.recorder import Recorder
from bot.playground.socket_mode import SocketMode
from bot.playground.workspace import Workspace

Act = Callable[[Json], Awaitable[Json | None]]


class Page:
    """Serves the page; ``examples`` and ``hints`` are what it offers to try (see ``texts``)."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        people: People,
        hub: Hub,
        recorder: Recorder,
        socket_mode: SocketMode,
        faults: Faults,
        by_http: bool,
        examples: tuple[str, ...],
        hints: tuple[tuple[str, str], ...],
    ) -> None:
        self._workspace = workspace
        self._people = people
        self._hub = hub
        self._recorder = recorder
        self._socket_mode = socket_mode
        self._faults = faults
        self._by_http = by_http
        self._examples = examples
        self._hints = hints
        self._acts: Mapping[str, Act] = {
            "enter": self._enter,
            "act": self._act,
            "options": self._options,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "step": self._try_step,
            "open_app": self._open_app,
            "edit": self._edit,
            "delete": self._delete,
            "react": self._react,
            "reset": self._reset,
            "faults": self._set_faults,
            "link": self._disturb_link,
        }
        socket_mode.listeners.append(lambda count: hub.publish("app", connections=count))

    def routes(self) -> list[Route | Mount]:
        """Return the routes; ``/archives/…`` is where permalinks lead."""
        return [
            Route("/", self._index),
            Route("/archives/{channel}/{message}", self._permalink),
            Route("/page/state", self._state),
            Route("/page/events", self._events),
            Route("/page/{act}", self._do, methods=["POST"]),
            Mount("/static", StaticFiles(packages=[("bot.playground", "static")])),
        ]

    async def _index(self, request: Request) -> Response:
        static = StaticFiles(packages=[("bot.playground", "static")])
        return await static.get_response("index.html", request.scope)

    async def _permalink(self, request: Request) -> Response:
        return RedirectResponse(f"/#{request.path_params['channel']}/{request.path_params['message']}")

    async def _events(self, _request: Request) -> Response:
        headers = {"cache-control": "no-store"}
        return StreamingResponse(self._hub.stream(), media_type="text/event-stream", headers=headers)

    async def _state(self, _request: Request) -> Response:
        workspace = self._workspace
        state: dict[str, Any] = {
            "team": workspace.team_name,
            "app": _app(workspace.app)
            | {"connections": 1 if self._by_http else self._socket_mode.connections},
            "people": workspace.people,
            "users": {user.id: user.to_slack(workspace.team_id) for user in workspace.users.values()},
            "channels": [
                {"id": each.id, "name": each.name, "kind": each.kind, "user": each.user}
                | {"topic": each.topic, "members": each.members}
                for each in workspace.channels.values()
            ],
            "messages": [
                shown(message, workspace)
                for channel in workspace.channels.values()
                for message in workspace.messages(channel, ephemeral=True)
            ],
            "homes": {user: views_of(workspace, user, "home")["view"] for user in workspace.people},
            "modals": {user: views_of(workspace, user, "modals")["views"] for user in workspace.people},
            "prompts": workspace.prompts,
            "faults": self._faults.to_json(),
            "log": list(self._recorder.entries()),
            "examples": self._examples,
            "hints": self._hints,
        }
        return JSONResponse(state, headers={"cache-control": "no-store"})

    async def _do(self, request: Request) -> Response:
        act = self._acts.get(request.path_params["act"])
        if act is None:
            return JSONResponse({"ok": False, "error": "unknown_act"}, status_code=404)
        try:
            body = json.loads(await request.body())
            found = await act(body)
        except (ValueError, KeyError, TypeError):
            return JSONResponse({"ok": False, "error": "invalid_arguments"}, status_code=400)
        except SlackError as error:
            return JSONResponse(error.to_json())
        except UnansweredError as error:
            return JSONResponse({"ok": False, "error": "unanswered", "shown": str(error)})
        return JSONResponse({"ok": True, **(found or {})})

    async def _enter(self, body: Json) -> None:
        await self._people.enter(body["user"], body["channel"], body["text"], body.get("thread_ts"))

    async def _act(self, body: Json) -> None:
        source, chosen = body["source"], body.get("chosen", {})
        await self._people.act(body["user"], source, body["block_id"], body["action_id"], chosen)

    async def _options(self, body: Json) -> Json:
        source = body["source"]
        return await self._people.options(
            body["user"], source, body["block_id"], body["action_id"], body["value"]
        )

    async def _submit(self, body: Json) -> None:
        await self._people.submit(body["user"], body["view_id"], body["values"])

    async def _close(self, body: Json) -> None:
        await self._people.close_view(body["user"], body["view_id"], everything=body.get("everything", False))

    async def _shortcut(self, body: Json) -> None:
        await self._people.shortcut(body["user"], body["callback_id"], body.get("message"))

    async def _try_step(self, body: Json) -> None:
        self._people.try_step(body["user"], body["callback_id"])

    async def _open_app(self, body: Json) -> None:
        self._people.open_app(body["user"], body["tab"])

    async def _edit(self, body: Json) -> None:
        self._people.edit(body["user"], body["channel"], body["ts"], body["text"])

    async def _delete(self, body: Json) -> None:
        self._people.delete(body["user"], body["channel"], body["ts"])

    async def _react(self, body: Json) -> None:
        self._people.react(body["user"], body["channel"], body["ts"], body["name"])

    async def _reset(self, _body: Json) -> None:
        self._recorder.clear()
        self._faults.clear()
        self._workspace.reset()

    async def _set_faults(self, body: Json) -> None:
        self._faults.set(body)

    async def _disturb_link(self, body: Json) -> None:
        if body.get("reason"):
            await self._socket_mode.disconnect(body["reason"])
        else:
            await self._socket_mode.drop()


def _app(app: App) -> Json:
    return {
        "id": app.app_id,
        "name": app.name,
        "description": app.description,
        "bot_user": app.bot_user_id,
        "home_tab": app.home_tab,
        "commands": [
            {"command": each.command, "description": each.description, "usage": each.usage_hint}
            for each in app.commands
        ],
        "shortcuts": [
            {"name": each.name, "callback_id": each.callback_id, "scope": each.scope}
            for each in app.shortcuts
        ],
        "steps": [{"name": each.title, "callback_id": each.callback_id} for each in app.steps],
    }
