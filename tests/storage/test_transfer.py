"""State can be taken elsewhere: out of either database and into either."""

import datetime as dt
import json
from pathlib import Path

import pytest

from bot.services.digest_values import State
from bot.storage.feedback import Feedback, Question
from bot.storage.store import Store, open_store
from bot.storage.transfer import TransferError
from tests.storage.made import HORIZON, LATEST, LEASE, NOW, make, subscription
from tests.storage.postgres import PostgresServer

FEEDBACK = Feedback("T1", "C1", "1.1", "U1", "bad", NOW, fact_id="kt-1", question="얼마?", comment="틀립니다")
QUESTION = Question("Ev1", "T1", "C1", "KT는 얼마를 투자하나?", "unknown", ("kt-1", "kt-2"), NOW)


async def fill(store: Store) -> None:
    await store.subscriptions.put(subscription("C1"), NOW)
    await store.subscriptions.put(subscription("C2", zone="Europe/Berlin"), NOW)
    await store.feedback.put(FEEDBACK)
    await store.questions.put(QUESTION)
    await store.plans.remember_facts(["a"], NOW)
    due = subscription("C1").next_due
    await store.plans.plan(due, due, LATEST, make, 10)
    (claim,) = await store.outbox.claim("a", due, LEASE, HORIZON, 10)
    await store.outbox.begin(claim, due, LEASE)
    await store.outbox.posted(claim, "1.1", due)
    await store.plans.plan(due, due + dt.timedelta(days=1), LATEST, make, 10)


async def test_feedback_keeps_the_last_word_and_questions_the_first(store: Store) -> None:
    await store.feedback.put(FEEDBACK)
    changed = Feedback("T1", "C1", "1.1", "U1", "good", NOW)
    await store.feedback.put(changed)
    await store.questions.put(QUESTION)
    await store.questions.put(QUESTION)
    assert await store.feedback.since(NOW) == [changed]
    assert await store.questions.since(NOW) == [QUESTION]
    assert await store.questions.since(NOW, ["answer"]) == []


async def test_an_export_reads_back_the_same(store: Store, tmp_path: Path) -> None:
    await fill(store)
    lines = await store.export()
    assert [json.loads(line)["record"] for line in lines[:2]] == ["telco-export", "subscription"]
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    counts = await other.load(lines)
    assert counts == {"subscription": 2, "feedback": 1, "question": 1, "digest": 4, "known_fact": 1}
    assert await other.export() == lines
    assert await other.load(lines) == counts  # twice does no harm
    assert await other.export() == lines
    await other.close()


async def test_sqlite_moves_to_postgresql_and_goes_on_where_it_was(
    tmp_path: Path, postgres: PostgresServer
) -> None:
    old = open_store(f"sqlite:///{tmp_path / 'old.db'}")
    await fill(old)
    lines = await old.export()
    await old.close()
    new = open_store(postgres.create("moved"))
    await new.load(lines)
    assert [one.channel for one in await new.subscriptions.active()] == ["C1", "C2"]
    runs = await new.plans.runs("T1", "C1")
    assert [run.state for run in runs] == [State.PLANNED, State.POSTED]
    due = runs[0].due
    channels = {claim.channel for claim in await new.outbox.claim("b", due, LEASE, HORIZON, 10)}
    assert channels == {"C1", "C2"}
    assert await new.plans.plan(due, due, LATEST, make, 10) == 0
    await new.close()


HEADER = '{"record": "telco-export", "format": 1}'


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["{}"], "1번째 줄"),
        ([HEADER, "no json"], "3번째 줄"),
        ([HEADER, '{"record": "other"}'], "other"),
        ([HEADER, '{"record": "known_fact", "fact_id": "a"}'], "joined_at"),
        (
            [HEADER, '{"record": "known_fact", "fact_id": 7, "joined_at": "2026-01-01T00:00:00+00:00"}'],
            "fact_id",
        ),
        ([HEADER, '{"record": "known_fact", "fact_id": "a", "joined_at": "today"}'], "joined_at"),
        ([HEADER, '{"record": "known_fact", "fact_id": "a", "joined_at": null}'], "joined_at"),
    ],
)
async def test_a_bad_line_is_named_and_nothing_is_read(store: Store, lines: list[str], named: str) -> None:
    good = '{"record": "known_fact", "fact_id": "a", "joined_at": "2026-01-01T00:00:00+00:00"}'
    with pytest.raises(TransferError, match=named):
        await store.load([lines[0], good, *lines[1:]] if len(lines) > 1 else lines)
    assert len(await store.export()) == 1
