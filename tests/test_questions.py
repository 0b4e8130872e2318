"""Every question of tests/questions gets its fact, and those that no fact answers get none.

What is known to fail stands in questions/known_misses.txt, one ``id: reason`` a line. The list may only
shrink: a question on it that is answered fails too.
"""

from collections import Counter

import pytest

from bot.domain.base import FactBase
from bot.domain.reply import Reply
from bot.library.questions import read_questions
from bot.services.grade import TestQuestion as Question
from bot.services.grade import grade
from tests.conftest import Ask
from tests.parts import KNOWLEDGE, ROOT

FOLDER = ROOT / "tests" / "questions"
SHOWN = 3
"""Facts of an asserting reply among which the expected one must be."""
FEWEST, FEWEST_KINDS = 3, 3
"""Questions a fact, and kinds of them."""
QUESTIONS = read_questions(FOLDER)


def known_misses() -> dict[str, str]:
    lines = (FOLDER / "known_misses.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return {question_id: reason for question_id, _, reason in pairs}


MISSES = known_misses()


def fault(question: Question, reply: Reply) -> str:
    """What is wrong with the reply; empty where it is as it should be."""
    ids = [fact.id for fact in reply.facts[:SHOWN]]
    if question.fact:
        if reply.status.asserts and question.fact in ids:
            return ""
        offered = question.fact in [fact.id for fact in reply.facts]
        return f"{reply.status} of {ids}" + (", the fact only offered" if offered else "")
    verdict = grade(question, reply).verdict
    return "" if verdict in ("right", "held") else f"{verdict}: {reply.status} of {ids}"


def parametrised(question: Question) -> object:
    reason = MISSES.get(question.id)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(question, id=question.id, marks=marks)


@pytest.mark.parametrize("question", [parametrised(question) for question in QUESTIONS])
def test_it_is_answered_as_it_should_be(question: Question, ask: Ask) -> None:
    *earlier, text = question.thread
    found = fault(question, ask(text, *earlier))
    assert found == "", f"{question.id} {' → '.join(question.thread)}: {found}"


def test_the_known_misses_are_questions() -> None:
    assert MISSES.keys() <= {question.id for question in QUESTIONS}


def test_every_file_of_facts_has_its_file_of_questions() -> None:
    facts = {path.stem for path in (KNOWLEDGE / "facts").glob("*.yaml")}
    questions = {question.id.partition(":")[0] for question in QUESTIONS if question.fact}
    assert questions == facts


def test_the_questions_stand_in_the_file_of_their_fact() -> None:
    for question in QUESTIONS:
        if question.fact:
            text = (KNOWLEDGE / "facts" / f"{question.id.partition(':')[0]}.yaml").read_text("utf-8")
            assert f"id: {question.fact}\n" in text, question.id


def test_every_fact_has_questions_of_different_kinds(base: FactBase) -> None:
    kinds: dict[str, Counter[str]] = {fact.id: Counter() for fact in base.facts}
    for question in QUESTIONS:
        if question.fact:
            kinds[question.fact].update([question.kind])
    few = [i for i, counted in kinds.items() if counted.total() < FEWEST or len(counted) < FEWEST_KINDS]
    assert few == []


def test_no_question_is_a_copy_of_one_that_the_fact_holds_itself(base: FactBase) -> None:
    own = {text for fact in base.facts for text in fact.questions}
    assert [question.id for question in QUESTIONS if question.q in own] == []


def test_there_are_unanswerable_questions_of_every_kind() -> None:
    kinds = Counter(question.kind for question in QUESTIONS if not question.answerable)
    assert min(kinds[kind] for kind in ("near_miss", "false_premise", "chitchat")) >= 20
