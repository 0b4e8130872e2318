"""The Bolt app, the same for Socket Mode, HTTP mode and the local workspace."""

import logging
from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.logger.messages import warning_client_prioritized_and_token_skipped
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.showcase import Showcase
from bot.services.access import Access
from bot.services.curate import Curate
from bot.services.ports import Asks, Browses, Draws
from bot.services.subscribe import Subscribe
from bot.services.tools import Tools
from bot.slack.desk import Desk
from bot.slack.durable import Durable
from bot.slack.errors import report
from bot.slack.in_flight import InFlight
from bot.slack.inbox import Inbox, MemoryInbox
from bot.slack.listeners import register


def build_app(
    asks: Asks,
    client: AsyncWebClient,
    *,
    signing_secret: str = "",
    inbox: Inbox | None = None,
    in_flight: InFlight | None = None,
    draws: Draws | None = None,
    curate: Curate | None = None,
    browse: Browses | None = None,
    access: Access | None = None,
    tools: Tools | None = None,
    digests: Subscribe | None = None,
    durable: Durable | None = None,
) -> AsyncApp:
    """The app that answers with ``asks``.

    ``client`` carries the bot's token. ``signing_secret`` is needed for HTTP mode alone. ``in_flight``
    counts the listeners that are running, for whoever shuts the app down. ``draws`` makes the pictures of
    timelines. Without ``curate`` and ``inbox`` what they keep is kept in memory, without ``browse`` App Home
    shows no companies and no news, without ``access`` the bot answers everywhere, and without
    ``tools`` it suggests, confirms and unfurls nothing; without ``digests`` it knows no digests, and without
    ``durable`` a question whose listener dies stays without an answer.
    """
    logging.getLogger("slack_bolt.AsyncApp").addFilter(_is_news)
    app = AsyncApp(name="telco", client=client, signing_secret=signing_secret)
    desk = Desk(
        asks,
        inbox or MemoryInbox(),
        draws,
        curate=curate or Curate(),
        browse=browse or Showcase,
        access=access or Access(),
        tools=tools or Tools(),
        digests=digests,
        durable=durable,
    )
    app.middleware(_provide(desk))
    if durable is not None:
        app.middleware(durable.receive)
    app.error(report)
    register(app)
    if in_flight is not None:
        app.listener_runner.listener_start_handler = in_flight.started
        app.listener_runner.listener_completion_handler = in_flight.completed
    return app


def _is_news(record: logging.LogRecord) -> bool:
    """Drops Bolt's warning that a client goes before SLACK_BOT_TOKEN, which Bolt reads by itself."""
    return record.msg != warning_client_prioritized_and_token_skipped()


def _provide(desk: Desk) -> Callable[..., Awaitable[None]]:
    """Middleware that gives the listeners their ``desk`` argument."""

    async def provide(context: AsyncBoltContext, next_: Callable[[], Awaitable[None]]) -> None:
        context["desk"] = desk
        if desk.durable is None:
            context["ticket"] = None
        await next_()

    return provide
