"""What is left for the curators survives the process."""

import dataclasses
import datetime as dt
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.services.questions_port import Asker, Judgement, OpenQuestion, Reason, Verdict
from bot.storage.store import Store, open_store
from bot.wiring.curating import StoredJudgements, StoredQuestions

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)
QUESTION = OpenQuestion("q1", "T1", "C1", "KT 주가는?", "unknown", ("f1", "f2"), NOW)
JUDGEMENT = Judgement(Asker("T1", "C1", "U1", "1.0"), Verdict.BAD, "KT 투자", "answer", ("f1", "f2"), NOW)


@pytest.fixture
async def reopen(tmp_path: Path) -> AsyncIterator[Callable[[], Store]]:
    """Opens the same database, as another process would."""
    opened: list[Store] = []

    def open_again() -> Store:
        opened.append(open_store(f"sqlite:///{tmp_path / 'telco.db'}"))
        return opened[-1]

    yield open_again
    for store in opened:
        await store.close()


async def test_a_question_is_found_again_by_its_workspace(reopen: Callable[[], Store]) -> None:
    assert await StoredQuestions(reopen()).file(QUESTION)
    kept = StoredQuestions(reopen())
    assert not await kept.file(QUESTION)
    assert await kept.newest("T1", 9) == (QUESTION,)
    assert await kept.newest("T2", 9) == ()


async def test_the_newest_come_first(reopen: Callable[[], Store]) -> None:
    kept = StoredQuestions(reopen())
    for number in range(3):
        at = NOW - dt.timedelta(hours=number)
        await kept.file(dataclasses.replace(QUESTION, id=f"q{number}", at=at))
    assert [question.id for question in await kept.newest("T1", 2)] == ["q0", "q1"]


async def test_the_reasons_take_the_place_of_the_bare_thumb(reopen: Callable[[], Store]) -> None:
    store = reopen()
    kept = StoredJudgements(store)
    await kept.keep(JUDGEMENT)
    await kept.keep(dataclasses.replace(JUDGEMENT, reasons=(Reason.WRONG,), comment="금액이 다릅니다"))
    (row,) = await store.feedback.since(NOW - dt.timedelta(days=1))
    assert (row.user, row.verdict, row.question, row.fact_id) == ("U1", "bad", "KT 투자", "f1")
    assert json.loads(row.comment or "") == {
        "reasons": ["wrong"],
        "text": "금액이 다릅니다",
        "status": "answer",
        "fact_ids": ["f1", "f2"],
    }
