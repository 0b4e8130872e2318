"""The server's side of Socket Mode: links, hello, envelopes and acks.

Source: https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import itertools
import json
from collections.abc import Callable

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.playground.delivery import NoConnectionError, NotAckedError
from bot.playground.model import Json
from bot.playground.tickets import (
    Clock,
    TicketExpiredError,
    Tickets,
    TicketUnknownError,
    TicketUsedError,
)

CONNECTIONS = 10  # as above: "up to 10 open WebSocket connections at the same time"
CONNECTION_SECONDS = 3_600  # what hello tells; a connection of the playground lives as long as it does
LINK_SECONDS = 30.0


class SocketMode:
    """The app's open WebSockets; each envelope goes to one of them in turn."""

    def __init__(self, app_id: str, clock: Clock) -> None:
        self._app_id = app_id
        self._links = Tickets(seconds=LINK_SECONDS, uses=1, clock=clock)
        self._sockets: list[WebSocket] = []
        self._turn = itertools.count()
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self.listeners: list[Callable[[int], None]] = []

    @property
    def connections(self) -> int:
        """How many connections the app holds."""
        return len(self._sockets)

    def open_link(self) -> str:
        """Return the ticket of a new link, good for one connection."""
        return self._links.issue()

    async def serve(self, websocket: WebSocket) -> None:
        """Serve one connection until either side ends it."""
        try:
            self._links.redeem(websocket.query_params.get("ticket", ""))
        except (TicketUnknownError, TicketExpiredError, TicketUsedError):
            await websocket.close()
            return
        await websocket.accept()
        if self.connections >= CONNECTIONS:
            await self._disconnect(websocket, "too_many_websockets")
            return
        self._sockets.append(websocket)
        self._tell()
        try:
            await websocket.send_text(json.dumps(self._hello()))
            while True:
                self._ack(await websocket.receive_text())
        except WebSocketDisconnect:
            pass  # the app closed it, or its machine went away
        finally:
            if websocket in self._sockets:
                self._sockets.remove(websocket)
            self._tell()

    async def deliver(self, envelope: Json, seconds: float) -> Json:
        """Send the envelope over one connection and wait for its ack; see ``Transport``."""
        if not self._sockets:
            raise NoConnectionError
        socket = self._sockets[next(self._turn) % len(self._sockets)]
        envelope_id = envelope["envelope_id"]
        acked = self._waiting.setdefault(envelope_id, asyncio.get_running_loop().create_future())
        try:
            await socket.send_text(json.dumps(envelope))
            return await asyncio.wait_for(asyncio.shield(acked), seconds)
        except TimeoutError:
            raise NotAckedError from None
        except (RuntimeError, WebSocketDisconnect):  # it was closed under our hands
            raise NoConnectionError from None
        finally:
            self._waiting.pop(envelope_id, None)

    async def disconnect(self, reason: str) -> None:
        """Tell every connection to reconnect, as Slack does every few hours, and close it.

        ``reason``: warning (only told), refresh_requested or link_disabled.
        """
        for socket in list(self._sockets):
            await self._disconnect(socket, reason)

    async def drop(self) -> None:
        """Close every connection without a word."""
        for socket in list(self._sockets):
            self._sockets.remove(socket)
            await socket.close()

    async def _disconnect(self, websocket: WebSocket, reason: str) -> None:
        message = {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
        await websocket.send_text(json.dumps(message))
        if reason != "warning":
            if websocket in self._sockets:
                self._sockets.remove(websocket)
            await websocket.close()

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": self.connections,
            "debug_info": {
                "host": "playground",
                "build_number": 1,
                "approximate_connection_time": CONNECTION_SECONDS,
            },
            "connection_info": {"app_id": self._app_id},
        }

    def _ack(self, raw: str) -> None:
        try:
            ack = json.loads(raw)
        except ValueError:
            return  # Slack ignores what it cannot read
        acked = self._waiting.get(ack.get("envelope_id", "")) if isinstance(ack, dict) else None
        if acked is not None and not acked.done():
            payload = ack.get("payload")
            acked.set_result(payload if isinstance(payload, dict) else {})

    def _tell(self) -> None:
        for listener in self.listeners:
            listener(self.connections)
