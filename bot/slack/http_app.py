"""HTTP mode: one endpoint for events, commands and interactivity, and one for health checks."""

import datetime as dt
from collections.abc import Callable

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.slack.manifest import EVENTS_PATH

BODY_LIMIT = 1_000_000
"""Bytes of a request; Slack's own are far smaller, and anybody may send to the endpoint."""


AwaySince = Callable[[], dt.datetime | None]


def build_http_app(app: AsyncApp, away_since: AwaySince = lambda: None) -> Starlette:
    """The ASGI application; Bolt checks the signature of every request to the endpoint.

    ``away_since`` tells since when the database cannot be reached: the health check then answers 503.
    """
    handler = AsyncSlackRequestHandler(app)

    async def slack(request: Request) -> Response:
        size = request.headers.get("content-length", "")
        if not size.isdecimal() or int(size) > BODY_LIMIT:
            return PlainTextResponse("Content-Length is missing or too large", status_code=413)
        try:
            (await request.body()).decode("utf-8")
        except UnicodeDecodeError:
            return PlainTextResponse("not UTF-8", status_code=400)
        return await handler.handle(request)

    async def healthz(_: Request) -> Response:
        if since := away_since():
            return JSONResponse({"status": "database away", "since": since.isoformat()}, status_code=503)
        return JSONResponse({"status": "ok"})

    return Starlette(
        routes=[Route(EVENTS_PATH, slack, methods=["POST"]), Route("/healthz", healthz, methods=["GET"])]
    )
