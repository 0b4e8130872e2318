"""The Web API over HTTP: bodies, tokens and errors as Slack's (https://docs.slack.dev/apis/web-api)."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from bot.playground.errors import SlackError
from bot.playground.faults import Faults
from bot.playground.files import INLINE, MAX_BYTES
from bot.playground.methods import METHODS
from bot.playground.methods.call import Call
from bot.playground.model import Json
from bot.playground.rates import Rates
from bot.playground.recorder import Recorder
from bot.playground.responses import respond
from bot.playground.scopes import missing_scope
from bot.playground.socket_mode import SocketMode
from bot.playground.tickets import TicketExpiredError, TicketUnknownError, TicketUsedError
from bot.playground.workspace import Workspace

_NO_TOKEN_NEEDED = ("api.test",)
_APP_TOKEN_NEEDED = ("apps.connections.open",)


@dataclass(frozen=True)
class Tokens:
    """The two tokens of the installed app."""

    bot: str
    app: str


class WebApi:
    """Answers ``/api/<method>`` and the response URLs; ``base_url`` is set when the port is known."""

    def __init__(
        self,
        workspace: Workspace,
        tokens: Tokens,
        socket_mode: SocketMode,
        recorder: Recorder,
        faults: Faults,
    ) -> None:
        self.base_url = ""
        self._workspace = workspace
        self._tokens = tokens
        self._socket_mode = socket_mode
        self._recorder = recorder
        self._faults = faults
        self._rates = Rates(workspace.clock)

    async def method(self, request: Request) -> Response:
        """Answer one call; Slack answers 200 even where it refuses."""
        name = request.path_params["method"]
        args = await _arguments(request)
        token = _token(request, args)
        entry = self._recorder.add("from_app", name, args)
        if refusal := self._stricken(name, args):
            self._recorder.complete(entry, note=str(refusal.status_code))
            return refusal
        try:
            self._authorize(name, token, args)
            call = Call(self._workspace, args, self.base_url, self._socket_mode.open_link)
            answer = {"ok": True, **METHODS[name](call)}
        except SlackError as error:
            answer = error.to_json()
        if self._faults.strikes("lost_responses", name):
            self._recorder.complete(entry, answer=answer, note="lost")
            return _Lost()
        self._recorder.complete(entry, answer=answer, note=answer.get("error", "ok"))
        headers = {"x-oauth-scopes": ",".join(sorted(self._workspace.app.scopes or ()))}
        return JSONResponse(answer, headers=headers)

    def _stricken(self, name: str, args: Json) -> Response | None:
        """Return what a fault answers in place of the method, if one is switched on."""
        if self._faults.strikes("server_errors", name):
            return PlainTextResponse("Service Unavailable", status_code=503)
        wait = self._rates.retry_after(name, str(args.get("channel", ""))) if self._faults.rate_limits else 0
        if not wait:
            return None
        body = {"ok": False, "error": "ratelimited"}
        return JSONResponse(body, status_code=429, headers={"retry-after": str(wait)})

    def _authorize(self, name: str, token: str, args: Json) -> None:
        if name not in METHODS:
            raise SlackError("unknown_method", req_method=name)
        if name in _NO_TOKEN_NEEDED:
            return
        if not token:
            raise SlackError("not_authed")
        if token not in (self._tokens.bot, self._tokens.app):
            raise SlackError("invalid_auth")
        wanted = self._tokens.app if name in _APP_TOKEN_NEEDED else self._tokens.bot
        if token != wanted:
            raise SlackError("not_allowed_token_type")
        granted = self._workspace.app.scopes
        direct = str(args.get("channel", "")).startswith("D")
        if needed := missing_scope(name, granted, direct=direct):
            raise SlackError("missing_scope", needed=needed, provided=",".join(sorted(granted or ())))

    async def response_url(self, request: Request) -> Response:
        """Take a message for a response URL: 5 within 30 minutes."""
        body = await _arguments(request)
        entry = self._recorder.add("from_app", "response_url", body)
        status = 200
        answer: Json = {"ok": True}
        try:
            respond(self._workspace, self._origin(request.path_params["ticket"]), body)
        except SlackError as error:
            status, answer = (404 if error.code.endswith("_url") else 400), error.to_json()
        self._recorder.complete(entry, answer=answer, note=answer.get("error", "ok"))
        return JSONResponse(answer, status_code=status)

    async def upload(self, request: Request) -> Response:
        """Take the bytes of a file."""
        try:
            file = self._workspace.files.get(request.path_params["file"])
        except SlackError as error:
            return JSONResponse(error.to_json(), status_code=404)
        if int(request.headers.get("content-length", "0")) > MAX_BYTES:
            return PlainTextResponse("too large", status_code=413)
        file.content = await request.body()
        return PlainTextResponse(f"OK - {len(file.content)}")

    async def file(self, request: Request) -> Response:
        """Give a file to the page; only pictures show in place."""
        try:
            file = self._workspace.files.get(request.path_params["file"])
        except SlackError as error:
            return JSONResponse(error.to_json(), status_code=404)
        if file.mimetype in INLINE:
            return Response(file.content or b"", media_type=file.mimetype)
        headers = {"content-disposition": "attachment"}
        return Response(file.content or b"", media_type="application/octet-stream", headers=headers)

    def _origin(self, ticket: str) -> Json:
        try:
            return self._workspace.response_urls.redeem(ticket)
        except TicketUnknownError:
            raise SlackError("invalid_url") from None
        except TicketExpiredError:
            raise SlackError("expired_url") from None
        except TicketUsedError:
            raise SlackError("used_url") from None


class _Lost(Response):
    """An answer that breaks off: the client sees the connection close after the head."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        head = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await send({"type": "http.response.body", "body": b'{"ok": ', "more_body": True})
        await asyncio.sleep(0)


async def _arguments(request: Request) -> Json:
    """Merge the arguments of query and body; a body is JSON or a form."""
    args: Json = dict(request.query_params)
    body = await request.body()
    if not body:
        return args
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            found: Any = json.loads(body)
        except ValueError:
            return args
        return args | found if isinstance(found, dict) else args
    return args | dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))


def _token(request: Request, args: Json) -> str:
    in_body = str(args.pop("token", ""))
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else in_body
