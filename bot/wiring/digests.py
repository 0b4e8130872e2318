"""Digests in the running bot: where they are kept, who may change them, and the worker that sends them."""

import asyncio
import datetime as dt
import logging
import os
import secrets
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bot.domain.base import FactBase
from bot.services.deliver import Deliver
from bot.services.digest_ports import Now
from bot.services.digest_values import StoreUnavailableError
from bot.services.plan_digests import PlanDigests
from bot.services.reply_once import ReplyOnce
from bot.services.send_digest import SendDigest
from bot.services.subscribe import Subscribe
from bot.slack.blocks.digest import payload
from bot.slack.digest_messenger import OnceMessenger
from bot.slack.durable import Durable
from bot.slack.members import OneWorkspace
from bot.storage.store import Store, open_store

GRACE_SECONDS = 5
"""How long a post under way may take at the end; what is cut off is looked for at the next start."""

LONGEST_TURN = 3.0
"""Seconds that an answer waits for its place in Slack's rates at most; a digest's is taken 2 s ahead."""

log = logging.getLogger(__name__)


@contextmanager
def passing_store() -> Iterator[Store]:
    """A store for the local workspace, gone with it: its channels and messages do not outlive it either.

    DATABASE_URL is left alone: the digests in it are for a Slack workspace, not for this one.
    """
    with tempfile.TemporaryDirectory(prefix="telco-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "telco.db"
        log.info("이 작업공간의 기록은 %s에 두고, 끝낼 때 지웁니다.", path)
        store = open_store(f"sqlite:///{path.as_posix()}")
        try:
            yield store
        finally:
            store.database.engine.dispose()


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Digests:
    """One replica's digests over ``store``; any number of replicas share a PostgreSQL database."""

    def __init__(
        self, store: Store, base: Callable[[], FactBase], zone: str, now: Now = utc_now, poll: float = 1.0
    ) -> None:
        self._store = store
        self._base = base
        self._zone = zone
        self._now = now
        self._planner = PlanDigests(store.plans, base, payload, now)
        self._remembered: FactBase | None = None
        self._poll = poll
        self._deliver: Deliver | None = None

    def away_since(self) -> dt.datetime | None:
        """Since when the database cannot be reached, for health checks; None while all is well."""
        return self._deliver.away_since if self._deliver else None

    def for_people(self, workspace: OneWorkspace) -> Subscribe:
        """What people can do with digests."""
        return Subscribe(
            self._store.subscriptions,
            self._store.plans,
            self._planner,
            is_member=workspace.is_member,
            base=self._base,
            now=self._now,
            zone=self._zone,
        )

    def durable(self, workspace: OneWorkspace) -> Durable:
        """What keeps questions until they are answered."""
        messenger = OnceMessenger(workspace.own_client)
        return Durable(ReplyOnce(self._store.inbox, messenger, self._now), self._turn)

    async def _turn(self, team: str, channel: str) -> None:
        """Waits for an answer's place in the rates that digests keep; without the database, not at all."""
        try:
            at = await self._store.outbox.reserve(team, channel, self._now())
        except StoreUnavailableError:
            return
        await asyncio.sleep(min(max(0.0, (at - self._now()).total_seconds()), LONGEST_TURN))

    @asynccontextmanager
    async def delivering(self, workspace: OneWorkspace, stop: asyncio.Event) -> AsyncIterator[None]:
        """Plans and sends until ``stop`` is set or the block ends.

        Should the worker break, it sets ``stop`` and its error comes out at the end: a bot that silently
        sends no more digests would be worse than one that its supervisor starts anew.
        """
        messenger = OnceMessenger(workspace.client_of)
        self._deliver = Deliver(
            self._plan,
            SendDigest(self._store.outbox, self._store.subscriptions, messenger, self._now),
            self._store.outbox,
            self._now,
            owner=f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}",
            prune=self._store.prune,
            poll=self._poll,
        )
        worker = asyncio.create_task(self._deliver.run(stop), name="digests")
        worker.add_done_callback(lambda _: stop.set())
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait({worker}, timeout=GRACE_SECONDS)
            if not worker.cancel():
                worker.result()
            else:
                log.warning("a digest is still being posted; the next start finds out what became of it")

    async def _plan(self) -> int:
        """Plan a batch; notes first what joined the base, whenever another one was loaded."""
        base = self._base()
        if base is not self._remembered:
            await self._planner.remember()
            self._remembered = base
        return await self._planner()
