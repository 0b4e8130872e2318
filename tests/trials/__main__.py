"""``python -m tests.trials kill --database postgresql --digests 300``; see ``--help``."""

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.storage.postgres import PostgresServer
from tests.trials.run import Outcome, kill_trial, replica_trial, restart_trial, throughput_trial


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.trials", description=__doc__)
    parser.add_argument("trial", choices=["kill", "replicas", "restart", "throughput"])
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="postgresql")
    parser.add_argument("--digests", type=int, default=300)
    parser.add_argument("--replicas", type=int, default=1, help="of the throughput trial")
    parser.add_argument("--speed", type=float, default=10, help="of the clock in the replica trial")
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="telco-trial-"))
    server = None
    url = f"sqlite:///{folder / 'telco.db'}"
    if asked.database == "postgresql" or asked.trial == "restart":
        server = PostgresServer()
        server.start()
        url = server.create("trial")
    try:
        print(asyncio.run(_run(asked, server, url, folder)))
        print(f"the replicas' log: {folder / 'replicas.log'}")
    finally:
        if server:
            server.remove()


async def _run(asked: argparse.Namespace, server: PostgresServer | None, url: str, folder: Path) -> Outcome:
    if asked.trial == "kill":
        return await kill_trial(url, asked.digests, folder, asked.seed)
    if asked.trial == "replicas":
        return await replica_trial(url, asked.digests, folder, asked.speed)
    if asked.trial == "throughput":
        return await throughput_trial(url, asked.digests, folder, asked.replicas)
    assert server is not None
    return await restart_trial(server, url, asked.digests, folder)


if __name__ == "__main__":
    main()
