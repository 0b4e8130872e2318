"""The local Slack as a server on 127.0.0.1: the Web API, Socket Mode and the page, in the caller's loop."""

import asyncio
import contextlib
import secrets
import socket
from collections.abc import Iterator, Mapping
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from bot.playground import texts
from bot.playground.app import App
from bot.playground.delivery import ACK_SECONDS, RETRIES, Delivery, Transport
from bot.playground.faults import Faults
from bot.playground.guard import Guard
from bot.playground.http_mode import HttpMode
from bot.playground.hub import Hub
from bot.playground.page import Page
from bot.playground.people import People
from bot.playground.recorder import Recorder
from bot.playground.socket_mode import SocketMode
from bot.playground.web_api import Tokens, WebApi
from bot.playground.workspace import Workspace

HOST = "127.0.0.1"


class PlaygroundServer:
    """A local Slack with one installed app.

    Use it as ``async with PlaygroundServer() as server:`` or by ``await start()`` and ``await stop()``, and
    build the app with ``AsyncWebClient(token=server.bot_token, base_url=server.api_url)`` and
    ``AsyncSocketModeHandler(app, server.app_token)``.

    - ``port``: 0 takes a free one.
    - ``manifest``: the installed app as ``telco manifest`` prints it; its commands, shortcuts, events and
      scopes are then held to. Without one, ``/telco`` is known and everything is allowed.
    - ``request_url``: sends payloads there, signed with ``signing_secret``, in place of Socket Mode.
    - ``ack_seconds``, ``retries``: how long an ack may take and how often an event is sent again.
    - ``trigger_seconds``: how long a trigger_id opens a view.
    - ``bot_token``, ``app_token``, ``signing_secret``: made up where they are not given.
    - ``examples``, ``hints``: what the page offers to try.

    ``workspace``, ``people`` and ``delivery`` are there for tests that drive it without the page, ``faults``
    and ``socket_mode`` for those that disturb it.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        manifest: Mapping[str, Any] | None = None,
        request_url: str = "",
        ack_seconds: float = ACK_SECONDS,
        retries: int = RETRIES,
        trigger_seconds: float = 3.0,
        bot_token: str = "",
        app_token: str = "",
        signing_secret: str = "",
        examples: tuple[str, ...] = texts.EXAMPLES,
        hints: tuple[tuple[str, str], ...] = texts.HINTS,
    ) -> None:
        app = App.from_manifest(manifest) if manifest is not None else App()
        self.bot_token = bot_token or f"xoxb-playground-{secrets.token_hex(12)}"
        self.app_token = app_token or f"xapp-1-{app.app_id}-{secrets.token_hex(12)}"
        self.signing_secret = signing_secret or secrets.token_hex(16)
        self.workspace = Workspace(app, trigger_seconds=trigger_seconds)
        self.recorder = Recorder(self.workspace.clock)
        self.socket_mode = SocketMode(app.app_id, self.workspace.clock)
        self.faults = Faults()
        clock = self.workspace.clock
        transport: Transport = (
            HttpMode(request_url, self.signing_secret, clock) if request_url else self.socket_mode
        )
        self.delivery = Delivery(
            transport, self.recorder, ack_seconds=ack_seconds, retries=retries, faults=self.faults
        )
        self.people = People(self.workspace, self.delivery)
        self.people.step_token = self.bot_token
        self._hub = Hub(self.workspace, self.recorder)
        self._web_api = WebApi(
            self.workspace,
            Tokens(self.bot_token, self.app_token),
            self.socket_mode,
            self.recorder,
            self.faults,
        )
        self._page = Page(
            self.workspace,
            people=self.people,
            hub=self._hub,
            recorder=self.recorder,
            socket_mode=self.socket_mode,
            faults=self.faults,
            by_http=bool(request_url),
            examples=examples,
            hints=hints,
        )
        self._port = port
        self._server: _Server | None = None
        self._serving: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The page's address, such as ``http://127.0.0.1:8765``."""
        return f"http://{HOST}:{self._port}"

    @property
    def api_url(self) -> str:
        """The Web API's base, for ``AsyncWebClient(base_url=…)`` and ``SLACK_API_URL``."""
        return f"{self.url}/api/"

    async def start(self) -> str:
        """Listen, and return the page's address. Raises OSError where the port is taken."""
        listener = socket.create_server((HOST, self._port), backlog=128)
        self._port = listener.getsockname()[1]
        self._web_api.base_url = self.people.base_url = self.url
        config = uvicorn.Config(
            self._application(),
            lifespan="off",
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._serving = asyncio.create_task(self._server.serve(sockets=[listener]))
        await self._server.listening.wait()
        return self.url

    async def stop(self) -> None:
        """Close every connection and stop listening; idempotent."""
        if self._server is None or self._serving is None:
            return
        self._hub.close()
        await self.delivery.close()
        await self.socket_mode.drop()
        self._server.should_exit = True
        await self._serving
        self._server = self._serving = None

    async def __aenter__(self) -> Self:
        """Start."""
        await self.start()
        return self

    async def __aexit__(self, *_exc_info: object) -> None:
        """Stop."""
        await self.stop()

    def _application(self) -> Starlette:
        api, page = self._web_api, self._page
        routes = [
            Route("/api/{method}", api.method, methods=["GET", "POST"]),
            *(
                Route(f"/{kind}/{{team}}/{{ticket}}", api.response_url, methods=["POST"])
                for kind in ("commands", "actions", "app")
            ),
            Route("/upload/{file}", api.upload, methods=["POST"]),
            Route("/files/{file}", api.file),
            WebSocketRoute("/link/", self.socket_mode.serve),
            *page.routes(),
        ]
        return Starlette(routes=routes, middleware=[Middleware(Guard)])


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers: the process that embeds it has its own."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
