"""Keeps other web pages, which run in the same browser, from driving the workspace."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NAMES = frozenset({"127.0.0.1", "localhost"})
_POLICY = (
    "default-src 'self'; img-src 'self' https: data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """ASGI middleware over the whole server.

    - The Host header must name this machine, or a foreign name could be rebound to 127.0.0.1.
    - An Origin header, which browsers set on every POST and WebSocket, must be our own.
    - The page's acts must be JSON, which a foreign form cannot send.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it with 403 (or 415)."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        status = _refusal(scope)
        if status and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif status:
            await PlainTextResponse("refused", status_code=status)(scope, receive, send)
        else:
            await self._app(scope, receive, _with_headers(send, _HEADERS))


def _refusal(scope: Scope) -> int:
    headers = Headers(scope=scope)
    host = urlsplit(f"//{headers.get('host', '')}")
    if host.hostname not in _NAMES:
        return 403
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host.netloc:
        return 403
    if scope["path"].startswith("/page/") and scope.get("method") == "POST":
        return 0 if headers.get("content-type", "").startswith("application/json") else 415
    return 0


def _with_headers(send: Send, headers: Iterable[tuple[bytes, bytes]]) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *headers]
        await send(message)

    return sending
