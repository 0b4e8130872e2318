"""Runs Socket Mode until it is told to stop."""

import asyncio
import logging
from collections.abc import Callable

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.domain.errors import TelcoError
from bot.slack.advice import advice
from bot.slack.client import UNREACHABLE, error_code
from bot.slack.in_flight import InFlight

GRACE_SECONDS = 5

log = logging.getLogger(__name__)


class _Handler(AsyncSocketModeHandler):
    """Counts a delivery as under way until it is acknowledged: cut off before, it would come again."""

    in_flight: InFlight

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        async with self.in_flight:
            await super().handle(client, req)


async def serve_socket(
    app: AsyncApp, app_token: str, *, stop: asyncio.Event, in_flight: InFlight, ready: Callable[[], None]
) -> None:
    """Connects and serves until ``stop``, then finishes the replies under way.

    Bolt's own start() waits for ever and knows no SIGTERM. Raises TelcoError where Slack refuses the
    token or cannot be reached at the start; connections lost later are made again by the SDK.
    """
    handler = _Handler(app, app_token)
    handler.in_flight = in_flight
    handler.client.proxy = app.client.proxy
    connecting = asyncio.create_task(_connect(handler))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({connecting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if connecting.done():
            connecting.result()
            ready()
            await stopping
            await _finish(handler.client, in_flight)
    finally:
        connecting.cancel()
        stopping.cancel()
        # an open connection would count among the ten that an app may have
        await handler.client.close()  # type: ignore[no-untyped-call]


async def _connect(handler: _Handler) -> None:
    client = handler.client
    try:  # once by ourselves: the client would repeat a refused token for ever
        opened = await client.web_client.apps_connections_open(app_token=client.app_token)
        client.wss_uri = opened["url"]
    except SlackApiError as error:
        raise TelcoError(f"SLACK_APP_TOKEN: {advice(error_code(error))}") from None
    except UNREACHABLE as error:
        raise TelcoError(f"{client.web_client.base_url}에 연결하지 못했습니다: {error}") from None
    await client.connect()  # type: ignore[no-untyped-call]


async def _finish(client: SocketModeClient, in_flight: InFlight) -> None:
    """Takes in nothing more, and waits for what has been taken in."""
    client.auto_reconnect_enabled = client.default_auto_reconnect_enabled = False
    if client.message_receiver is not None:
        client.message_receiver.cancel()
    await asyncio.sleep(0.1)  # what was received before is now being handled
    if not await in_flight.drained(GRACE_SECONDS):
        log.warning("stopping although replies are still under way")
