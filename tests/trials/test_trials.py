"""A few digests of each trial in every test run; TELCO_TRIALS=300 runs as many of each."""

from pathlib import Path

from bot.services.digest_values import State
from tests.storage.postgres import PostgresServer
from tests.trials.run import Outcome, environment_trials, kill_trial, replica_trial, restart_trial


def assert_each_once(outcome: Outcome) -> None:
    assert (outcome.lost, outcome.doubled, outcome.states) == (0, 0, {State.POSTED: outcome.digests}), str(
        outcome
    )


async def test_killed_senders_lose_and_double_nothing(url: str, tmp_path: Path) -> None:
    outcome = await kill_trial(url, environment_trials(8), tmp_path)
    assert_each_once(outcome)
    assert outcome.kills > 0


async def test_three_replicas_send_every_digest_once_within_slacks_rates(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    outcome = await replica_trial(postgres.create("replicas"), environment_trials(60), tmp_path)
    assert_each_once(outcome)
    assert outcome.busiest_minute <= 260  # 240 a minute by plan; a fast clock magnifies the jitter of arrival


async def test_a_restarted_postgresql_loses_nothing(tmp_path: Path) -> None:
    server = PostgresServer()
    server.start()
    try:
        outcome = await restart_trial(server, server.create("restart"), environment_trials(30), tmp_path)
    finally:
        server.remove()
    assert_each_once(outcome)
    log = (tmp_path / "replicas.log").read_text(encoding="utf-8")
    assert "trying again until it is back" in log
    assert "the database is back after" in log
