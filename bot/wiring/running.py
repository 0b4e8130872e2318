"""Runs the bot: Socket Mode, HTTP mode or the local workspace, and what goes with them."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import ExitStack, asynccontextmanager
from datetime import datetime
from functools import partial

import aiohttp
from slack_bolt.async_app import AsyncApp

from bot.domain.errors import TelcoError
from bot.domain.links import domains
from bot.library.loader import load
from bot.library.place import find_knowledge
from bot.playground.server import PlaygroundServer
from bot.services.access import Access
from bot.services.ask import Ask
from bot.services.browse import Browse
from bot.services.curate import Curate
from bot.settings import RunMode, Settings
from bot.slack import doctor
from bot.slack import manifest as slack_manifest
from bot.slack.app import build_app
from bot.slack.client import confirm_token, web_client
from bot.slack.http_runner import serve_http
from bot.slack.in_flight import InFlight
from bot.slack.members import OneWorkspace
from bot.slack.socket_runner import serve_socket
from bot.storage.store import Store, open_store
from bot.wiring import build_asks
from bot.wiring.curating import StoredJudgements, StoredQuestions
from bot.wiring.digests import Digests, passing_store
from bot.wiring.drawing import build_draws
from bot.wiring.tools import build_tools


def manifest(http_url: str | None) -> str:
    """The Slack app's manifest as YAML, with the domains of the usual base's sources."""
    return slack_manifest.manifest(http_url, domains(load(find_knowledge(None))))


def examine(settings: Settings) -> list[doctor.Check]:
    """Checks the way to Slack with the tokens of the settings."""
    return asyncio.run(
        doctor.examine(
            _reveal(settings, "slack_bot_token"),
            _reveal(settings, "slack_app_token"),
            _reveal(settings, "slack_signing_secret"),
            settings.slack_api_url,
        )
    )


def run(settings: Settings, *, http: bool, host: str, port: int | None, browser: bool) -> None:
    """Runs the bot until SIGTERM or Ctrl-C, then finishes the replies under way.

    ``http``, ``host`` and ``port`` are for HTTP mode, ``port`` and ``browser`` for the local workspace.
    Raises SettingsError where tokens are missing, TelcoError where Slack or an address cannot be had.
    """
    mode = settings.mode(http=http)
    with ExitStack() as stack:
        if mode is RunMode.LOCAL:
            store = stack.enter_context(passing_store())
        else:
            store = open_store(_reveal(settings, "database_url") or None)
        asks = build_asks(settings.telco_knowledge, settings.timezone)
        digests = Digests(store, lambda: asks.base, settings.telco_timezone)
        build = _prepare(asks, settings, store)
        if mode is RunMode.LOCAL:
            running = _run_local(build, digests, port or 0, browser=browser, hosts=domains(asks.base))
        elif mode is RunMode.HTTP:
            running = _run_http(settings, build, digests, host, 3000 if port is None else port)
        else:
            token, app_token = _reveal(settings, "slack_bot_token"), _reveal(settings, "slack_app_token")
            ready = partial(_say, "Slack에 연결했습니다. 끝내려면 Ctrl-C를 누르십시오.")
            running = _run_socket(build, digests, token, app_token, settings.slack_api_url, ready=ready)
        asyncio.run(_closing(store, running))


def _prepare(asks: Ask, settings: Settings, store: Store) -> Callable[..., AsyncApp]:
    """``build_app`` with every service that needs no client."""
    asks.warm()  # before connecting: nobody waits for it then
    browse = Browse(lambda: asks.base, asks, lambda: datetime.now(settings.timezone).date())
    browse()
    curate = Curate(StoredQuestions(store), StoredJudgements(store), curators=settings.telco_curators)
    access = Access(settings.telco_channels)
    draws = build_draws(lambda: datetime.now(settings.timezone).date())
    tools = build_tools(asks, lambda: datetime.now(settings.timezone).date())
    return partial(build_app, asks, curate=curate, browse=browse, access=access, draws=draws, tools=tools)


async def _closing(store: Store, running: Coroutine[None, None, None]) -> None:
    try:
        await running
    finally:
        await store.close()


@asynccontextmanager
async def _working(
    build: Callable[..., AsyncApp], digests: Digests, workspace: OneWorkspace, stop: asyncio.Event
) -> AsyncIterator[AsyncApp]:
    """The app with what it does by itself: sending digests, and answering questions that were left open."""
    durable = digests.durable(workspace)
    app = build(digests=digests.for_people(workspace), durable=durable)
    async with digests.delivering(workspace, stop):
        rerunning = asyncio.create_task(durable.rerun(app, stop))
        rerunning.add_done_callback(lambda _: stop.set())
        try:
            yield app
        finally:
            stop.set()
            await rerunning


async def _run_http(
    settings: Settings, build: Callable[..., AsyncApp], digests: Digests, host: str, port: int
) -> None:
    stop, in_flight = _stop_on_signals(), InFlight()
    async with aiohttp.ClientSession() as session:
        client = web_client(_reveal(settings, "slack_bot_token"), settings.slack_api_url, session)
        await confirm_token(client)
        secret = _reveal(settings, "slack_signing_secret")
        build = partial(build, client, signing_secret=secret, in_flight=in_flight)
        async with _working(build, digests, OneWorkspace(client), stop) as app:
            await serve_http(
                app,
                host,
                port,
                stop=stop,
                in_flight=in_flight,
                ready=lambda bound: _say(f"http://{host}:{bound}/slack/events 에서 Slack의 요청을 받습니다."),
                away_since=digests.away_since,
            )
    _say("끝냈습니다.")


async def _run_socket(
    build: Callable[..., AsyncApp],
    digests: Digests,
    token: str,
    app_token: str,
    api_url: str,
    *,
    ready: Callable[[], None],
) -> None:
    stop, in_flight = _stop_on_signals(), InFlight()
    async with aiohttp.ClientSession() as session:
        client = web_client(token, api_url, session)
        await confirm_token(client)
        build = partial(build, client, in_flight=in_flight)
        async with _working(build, digests, OneWorkspace(client), stop) as app:
            await serve_socket(app, app_token, stop=stop, in_flight=in_flight, ready=ready)
    _say("끝냈습니다.")


async def _run_local(
    build: Callable[..., AsyncApp], digests: Digests, port: int, *, browser: bool, hosts: Sequence[str]
) -> None:
    workspace = PlaygroundServer(port=port, manifest=slack_manifest.content(None, hosts))
    try:
        await workspace.start()
    except OSError as error:
        message = f"127.0.0.1:{port} 주소를 열 수 없습니다 ({error.strerror}). --port를 바꿔 보십시오."
        raise TelcoError(message) from None

    def ready() -> None:
        _say(f"로컬 작업공간: {workspace.url} (Slack 없이 이 컴퓨터에서만 열립니다. 끝내려면 Ctrl-C)")
        if browser and _has_browser():
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, workspace.url)

    try:
        await _run_socket(
            build, digests, workspace.bot_token, workspace.app_token, workspace.api_url, ready=ready
        )
    finally:
        await workspace.stop()


def _stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM or Ctrl-C sets; a second signal ends the process at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def begin() -> None:
        stop.set()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, begin)
    return stop


def _has_browser() -> bool:
    """True where a window can be opened; without a display, Python would start a text browser here."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _reveal(settings: Settings, name: str) -> str:
    secret = getattr(settings, name)
    return secret.get_secret_value() if secret else ""


def _say(text: str) -> None:
    print(text, flush=True)
