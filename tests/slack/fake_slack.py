"""A small Slack for tests: a real HTTP server that records what it is told and answers as Slack would."""

import json
from typing import Any

from aiohttp import web

BOT = "UBOT000001"
JsonObject = dict[str, Any]


class FakeSlack:
    """Web API and response_urls; start() and stop() it, or use it as an async context.

    ``calls`` holds (method, arguments) in order, ``responses`` what was sent to response_urls.
    ``errors`` maps a method to the error it shall answer, ``messages`` is what the conversations hold.
    Methods in ``lost`` are carried out and their answers lost; those in ``limited`` are refused once for
    their rate. ``response_status`` is what a response_url answers.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, JsonObject]] = []
        self.responses: list[JsonObject] = []
        self.errors: dict[str, str] = {}
        self.messages: list[JsonObject] = []
        self.lost: set[str] = set()
        self.limited: set[str] = set()
        self.response_status = 200
        self.scopes = "chat:write"
        self.base = ""
        application = web.Application()
        application.router.add_route("*", "/api/{method}", self._api)
        application.router.add_post("/response/{id}", self._response)
        self._runner = web.AppRunner(application)

    @property
    def api_url(self) -> str:
        return f"{self.base}/api/"

    @property
    def response_url(self) -> str:
        return f"{self.base}/response/1"

    def posts(self) -> list[JsonObject]:
        """The arguments of every chat.postMessage."""
        return [arguments for method, arguments in self.calls if method == "chat.postMessage"]

    def arguments(self, method: str) -> list[JsonObject]:
        """The arguments of every call of the method."""
        return [arguments for called, arguments in self.calls if called == method]

    def homes(self) -> list[JsonObject]:
        """Every published App Home view."""
        return [arguments["view"] for method, arguments in self.calls if method == "views.publish"]

    async def __aenter__(self) -> "FakeSlack":
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        self.calls.append((method, arguments))
        if method in self.lost and request.transport is not None:
            request.transport.close()
        if method in self.limited:
            self.limited.remove(method)
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "0"}
            )
        headers = {"x-oauth-scopes": self.scopes}
        if error := self.errors.get(method):
            return web.json_response({"ok": False, "error": error}, headers=headers)
        return web.json_response({"ok": True, **self._answer(method)}, headers=headers)

    def _answer(self, method: str) -> JsonObject:
        if method == "auth.test":
            return {"user_id": BOT, "bot_id": "BBOT000001", "team_id": "T1", "team": "시험", "user": "telco"}
        if method in ("conversations.replies", "conversations.history"):
            return {"messages": self.messages}
        if method == "apps.connections.open":
            return {"url": "ws://127.0.0.1:1/"}
        return {"ts": "9.9", "channel": "C1"}

    async def _response(self, request: web.Request) -> web.Response:
        self.responses.append(await request.json())
        return web.Response(text="ok", status=self.response_status)


async def _arguments(request: web.Request) -> JsonObject:
    arguments: JsonObject = await request.json() if request.content_type == "application/json" else {}
    arguments = arguments or dict(request.query)
    if not arguments:
        arguments = {key: str(value) for key, value in (await request.post()).items()}
    for name in ("blocks", "view"):
        if isinstance(arguments.get(name), str):
            arguments[name] = json.loads(arguments[name])
    return arguments
