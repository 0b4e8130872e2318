"""The trials themselves: each sets up channels that are due, lets replicas work, and counts."""

import asyncio
import contextlib
import datetime as dt
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.services.digest_values import State, StoreUnavailableError, Subscription
from bot.storage.store import Store, open_store
from tests.parts import ROOT
from tests.storage.made import subscription
from tests.storage.postgres import PostgresServer
from tests.trials.clock import FastClock
from tests.trials.fake_slack import LOOK_FAULTS, POST_FAULTS, FakeSlack

DUE = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)  # Monday, 8:30 in Seoul


@dataclass
class Replicas:
    """Sender processes; one that dies is started again until ``stop``."""

    database: str
    slack: FakeSlack
    clock: FastClock
    log: Path
    team_interval: float = 0.0
    lease: float = 30.0
    kills: int = 0
    _running: dict[int, asyncio.subprocess.Process] = field(default_factory=dict)
    _keepers: list[asyncio.Task[None]] = field(default_factory=list)

    def kill(self, pid: int) -> None:
        """kill -9 of a replica that was started here and is still running."""
        process = self._running.pop(pid, None)
        if process is not None and process.returncode is None:
            self.kills += 1
            os.kill(pid, signal.SIGKILL)  # not process.kill(): that reaps, behind asyncio's back

    def start(self, count: int) -> None:
        self._keepers = [asyncio.create_task(self._keep()) for _ in range(count)]

    async def stop(self) -> None:
        for keeper in self._keepers:
            keeper.cancel()
        for process in self._running.values():
            if process.returncode is None:
                process.terminate()
        for process in list(self._running.values()):
            try:
                await asyncio.wait_for(process.wait(), 20)
            except TimeoutError:
                process.kill()
                await process.wait()

    async def _keep(self) -> None:
        while True:
            rates = (str(self.team_interval), str(self.lease))
            arguments = [self.database, self.slack.url, *self.clock.arguments(), *rates]
            with self.log.open("ab") as log:
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "tests.trials.sender", *arguments, cwd=ROOT, stderr=log, stdout=log
                )
            self._running[process.pid] = process
            await process.wait()


@dataclass(frozen=True)
class Outcome:
    """What came out of a trial."""

    digests: int
    lost: int
    doubled: int
    states: dict[State, int]
    kills: int
    faults: Counter[str]
    seconds: float
    clock_seconds: float
    busiest_minute: int = 0
    """The most messages that one workspace got within any 60 seconds of the trial's clock."""

    def __str__(self) -> str:
        lines = [
            f"{self.digests} digests: {self.lost} lost, {self.doubled} doubled; "
            + ", ".join(f"{state} {count}" for state, count in sorted(self.states.items())),
            f"{self.kills} kills; {self.seconds:.0f} s, {self.clock_seconds:.0f} s on the trial's clock; "
            f"busiest minute of a workspace: {self.busiest_minute}",
            *(f"  {count:5} {fault}" for fault, count in sorted(self.faults.items())),
        ]
        return "\n".join(lines)


async def kill_trial(database: str, digests: int, folder: Path, seed: int = 5) -> Outcome:
    """Senders killed at the worst moments, under faults; two replicas, 15 channels a workspace."""
    slack = FakeSlack(post_faults=POST_FAULTS, look_faults=LOOK_FAULTS)
    slack.rng.seed(seed)
    channels = [(f"T{n // 15}", f"C{n}") for n in range(digests)]
    return await _trial(database, channels, slack, folder, replicas=2, speed=10, faults=True)


async def replica_trial(database: str, channels: int, folder: Path, speed: float = 10) -> Outcome:
    """Three replicas, all channels of one workspace due at the same minute, at the default rates."""
    places = [("T0", f"C{n}") for n in range(channels)]
    return await _trial(
        database, places, FakeSlack(), folder, replicas=3, speed=speed, team_interval=0.25, lease=120
    )


async def restart_trial(server: PostgresServer, database: str, digests: int, folder: Path) -> Outcome:
    """PostgreSQL stopped (once politely, once at once) and started again while three replicas work."""
    channels = [("T0", f"C{n}") for n in range(digests)]
    slack = FakeSlack()

    async def restart() -> None:
        for mode, share in (("fast", 0.2), ("immediate", 0.6)):
            while len(slack.messages) < share * digests:  # noqa: ASYNC110 (a trial may poll)
                await asyncio.sleep(0.05)
            await asyncio.to_thread(server.stop, mode)
            await asyncio.sleep(2)
            await asyncio.to_thread(server.start)

    return await _trial(
        database, channels, slack, folder, replicas=3, speed=10, team_interval=0.5, also=restart
    )


async def throughput_trial(database: str, channels: int, folder: Path, replicas: int = 1) -> Outcome:
    """Each channel in a workspace of its own, so that only the program and the database set the pace."""
    places = [(f"T{n}", f"C{n}") for n in range(channels)]
    return await _trial(database, places, FakeSlack(), folder, replicas=replicas, speed=1, lease=60)


async def _trial(
    database: str,
    channels: list[tuple[str, str]],
    slack: FakeSlack,
    folder: Path,
    *,
    replicas: int,
    speed: float,
    team_interval: float = 0.0,
    lease: float = 30.0,
    faults: bool = False,
    also: Callable[[], Coroutine[Any, Any, None]] | None = None,
) -> Outcome:
    store = open_store(database)
    await _subscribe(store, channels)
    await slack.start()
    # Planning is ahead of time in a running bot; the trial's clock starts when all is planned.
    clock = FastClock(DUE - dt.timedelta(seconds=2 * speed), time.time(), speed)
    workers = Replicas(database, slack, clock, folder / "replicas.log", team_interval, lease)
    slack.kill = workers.kill if faults else slack.kill
    begun = time.time()
    workers.start(replicas)
    other = asyncio.create_task(also()) if also else None
    try:
        await _until_done(store, len(channels), time.time() + 120 + len(channels) * 2, other)
    finally:
        if other:
            await other
        await workers.stop()
        await slack.stop()
    ended = time.time()
    outcome = await _outcome(store, channels, slack, workers, ended - begun)
    await store.close()
    return outcome


async def _subscribe(store: Store, channels: list[tuple[str, str]]) -> None:
    before = DUE - dt.timedelta(hours=1)
    for team, channel in channels:
        await store.subscriptions.put(_subscription(team, channel, before), before)


def _subscription(team: str, channel: str, now: dt.datetime) -> Subscription:
    made = subscription(channel, team=team, now=now)
    return Subscription(**{**made.__dict__, "wanted": type(made.wanted)()})


async def _until_done(store: Store, count: int, deadline: float, other: asyncio.Task[None] | None) -> None:
    while time.time() < deadline:
        await asyncio.sleep(0.3)
        with contextlib.suppress(StoreUnavailableError):  # the database may be stopped on purpose
            states = await store.plans.count()
            finished = sum(number for state, number in states.items() if state.final)
            if finished >= count and (other is None or other.done()):
                return


async def _outcome(
    store: Store, channels: list[tuple[str, str]], slack: FakeSlack, workers: Replicas, seconds: float
) -> Outcome:
    wanted = {f"digest-{team}-{channel}-2026-11-23" for team, channel in channels}
    counts = slack.count()
    assert counts.keys() <= wanted, "a message that nobody planned"
    runs = await store.plans.runs(limit=len(channels) + 1)
    stamps = {message.id: message.ts for message in slack.messages}
    for run in runs:
        if run.state is State.POSTED:
            assert stamps.get(run.id) == run.ts, f"{run.id}: not the ts of its message"
    arrivals = sorted(message.arrived for message in slack.messages)
    spread = (arrivals[-1] - arrivals[0]) * workers.clock.speed if arrivals else 0.0
    return Outcome(
        digests=len(channels),
        lost=len(wanted - counts.keys()),
        doubled=sum(count > 1 for count in counts.values()),
        states=await store.plans.count(),
        kills=workers.kills,
        faults=slack.faults,
        seconds=seconds,
        clock_seconds=spread,
        busiest_minute=_busiest_minute(slack, workers.clock),
    )


def _busiest_minute(slack: FakeSlack, clock: FastClock) -> int:
    window = 60 / clock.speed
    busiest = 0
    for team in {message.team for message in slack.messages}:
        arrivals = sorted(message.arrived for message in slack.messages if message.team == team)
        first = 0
        for last, moment in enumerate(arrivals):
            while arrivals[first] <= moment - window:
                first += 1
            busiest = max(busiest, last - first + 1)
    return busiest


def environment_trials(default: int) -> int:
    """How many digests a trial in the test run has: TELCO_TRIALS, or the default."""
    return int(os.environ.get("TELCO_TRIALS", default))
