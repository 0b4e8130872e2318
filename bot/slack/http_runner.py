"""Runs HTTP mode until it is told to stop."""

import asyncio
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager

import uvicorn
from slack_bolt.async_app import AsyncApp

from bot.domain.errors import TelcoError
from bot.slack.http_app import AwaySince, build_http_app
from bot.slack.in_flight import InFlight

GRACE_SECONDS = 5


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leaves signals to the caller: uvicorn would raise them again at its end, and the exit status
        would not be 0."""
        yield


async def serve_http(
    app: AsyncApp,
    host: str,
    port: int,
    *,
    stop: asyncio.Event,
    in_flight: InFlight,
    ready: Callable[[int], None],
    away_since: AwaySince = lambda: None,
) -> None:
    """Serves until ``stop``, then finishes the replies under way; ``ready`` gets the port.

    ``away_since`` is for health checks (see build_http_app).

    Raises TelcoError where the address cannot be had.
    """
    try:
        listening = socket.create_server((host, port))
    except OSError as error:
        message = f"{host}:{port} 주소를 열 수 없습니다 ({error.strerror}). --port를 바꿔 보십시오."
        raise TelcoError(message) from None
    config = uvicorn.Config(
        build_http_app(app, away_since),
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    ready(listening.getsockname()[1])
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    await serving
    await in_flight.drained(GRACE_SECONDS)
