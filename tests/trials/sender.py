"""One replica: the real planner, sender and storage, in a process of its own.

``python -m tests.trials.sender DATABASE_URL SLACK_URL START BEGUN SPEED TEAM_INTERVAL LEASE``
"""

import asyncio
import datetime as dt
import logging
import os
import signal
import sys

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.digest.digest import Digest
from bot.services.deliver import Deliver
from bot.services.digest_values import Payload
from bot.services.plan_digests import PlanDigests
from bot.services.send_digest import SendDigest, Timing
from bot.slack.digest_messenger import OnceMessenger
from bot.storage.budget import Rates
from bot.storage.store import open_store
from tests.domain.digest_base import make_base
from tests.trials.clock import FastClock

CALL_SECONDS = 2.0


def render(digest: Digest) -> Payload:
    return {"text": digest.text()}


async def main(arguments: list[str]) -> None:
    database, slack, start, begun, speed, team_interval, lease = arguments
    clock = FastClock.of(start, begun, speed)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    timing = Timing(lease=dt.timedelta(seconds=float(lease)), call=dt.timedelta(seconds=CALL_SECONDS))
    store = open_store(database, Rates(team=dt.timedelta(seconds=float(team_interval))))
    base = make_base()
    async with aiohttp.ClientSession() as session:

        async def client_of(team: str) -> AsyncWebClient:
            return AsyncWebClient(
                token=f"xoxb-{team}-{os.getpid()}", base_url=slack, session=session, retry_handlers=[]
            )

        messenger = OnceMessenger(client_of)
        plan = PlanDigests(store.plans, lambda: base, render, clock)
        send = SendDigest(
            store.outbox, store.subscriptions, messenger, clock, timing=timing, sleep=clock.sleep
        )
        deliver = Deliver(plan, send, store.outbox, clock, owner=str(os.getpid()), timing=timing, poll=0.05)
        await deliver.run(stop)
    await store.close()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(process)d %(message)s")
    asyncio.run(main(sys.argv[1:]))
