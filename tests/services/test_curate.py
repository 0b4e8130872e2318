"""What is left for the curators, and who sees it."""

import datetime as dt

import pytest

from bot.domain.reply import Reply, Status
from bot.services.curate import MOST_LISTED, Curate
from bot.services.curate_memory import MemoryJudgements, MemoryQuestions
from bot.services.questions_port import Asker, Judgement, Reason, Verdict

NOW = dt.datetime(2025, 3, 10, 9, tzinfo=dt.UTC)
ASKER = Asker("T1", "C1", "U1", "1.0")
UNKNOWN = Reply(status=Status.UNKNOWN, message="없습니다.")


@pytest.fixture
def judgements() -> MemoryJudgements:
    return MemoryJudgements()


@pytest.fixture
def curate(judgements: MemoryJudgements) -> Curate:
    return Curate(MemoryQuestions(), judgements, curators={"UC"}, now=lambda: NOW)


async def test_a_question_is_filed_once_however_it_is_spaced(curate: Curate) -> None:
    assert await curate.file(ASKER, "KT 주가는?", UNKNOWN)
    assert not await curate.file(Asker("T1", "C2", "U2"), "  kt  주가는? ", UNKNOWN)
    (question,) = await curate.open_questions("T1", "UC")
    assert (question.text, question.status, question.channel, question.at) == (
        "KT 주가는?",
        "unknown",
        "C1",
        NOW,
    )


async def test_a_filed_question_does_not_say_who_asked(curate: Curate) -> None:
    await curate.file(ASKER, "KT 주가는?", UNKNOWN)
    (question,) = await curate.open_questions("T1", "UC")
    assert "U1" not in str(question)


async def test_only_curators_see_the_list_and_only_their_workspaces(curate: Curate) -> None:
    await curate.file(ASKER, "KT 주가는?", UNKNOWN)
    assert await curate.open_questions("T1", "U1") == ()
    assert await curate.open_questions("T2", "UC") == ()


async def test_the_newest_questions_come_first_and_not_too_many(curate: Curate) -> None:
    for number in range(MOST_LISTED + 2):
        await curate.file(ASKER, f"질문 {number}", UNKNOWN)
    texts = [question.text for question in await curate.open_questions("T1", "UC")]
    assert texts == [f"질문 {number}" for number in range(MOST_LISTED + 1, 1, -1)]


async def test_a_later_verdict_on_a_message_replaces_the_first(
    curate: Curate, judgements: MemoryJudgements
) -> None:
    await curate.judge(ASKER, Verdict.BAD, "질문", status="answer", fact_ids=("f1",))
    await curate.judge(
        ASKER,
        Verdict.BAD,
        "질문",
        status="answer",
        fact_ids=("f1",),
        reasons=(Reason.WRONG,),
        comment=" 숫자가 다릅니다 ",
    )
    assert list(judgements.kept.values()) == [
        Judgement(ASKER, Verdict.BAD, "질문", "answer", ("f1",), NOW, (Reason.WRONG,), "숫자가 다릅니다")
    ]


async def test_memory_is_bounded() -> None:
    curate = Curate(MemoryQuestions(2), MemoryJudgements(2), curators={"UC"})
    for number in range(5):
        await curate.file(ASKER, f"질문 {number}", UNKNOWN)
    assert [one.text for one in await curate.open_questions("T1", "UC")] == ["질문 4", "질문 3"]
