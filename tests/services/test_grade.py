"""Grading by the rules of the question format."""

import pytest

from bot.domain.reply import Reply, ShownArticle, ShownFact, Status
from bot.services.grade import Graded, grade, report
from bot.services.grade import TestQuestion as Question

ARTICLE = ShownArticle(
    id="a",
    title="제목",
    outlet=None,
    reporter=None,
    published="2025-02-13",
    inferred=True,
    url=None,
    source_line="제목",
)


def fact(number: int, summary: str = "나비봇은 2025년 3월에 나온다.") -> ShownFact:
    return ShownFact(
        id=f"fact-{number}",
        company="kt",
        topic="출시",
        summary=summary,
        quote=summary[:-1],
        score=0.9,
        article=ARTICLE,
    )


def reply(status: Status, *facts: ShownFact) -> Reply:
    return Reply(status=status, message="답", facts=facts)


def asked(**fields: object) -> Question:
    return Question.model_validate({"id": "q", "kind": "when", "answerable": True, "q": "언제?", **fields})


def verdict(question: Question, said: Reply) -> tuple[str, bool]:
    graded = grade(question, said)
    return graded.verdict, graded.found


SHOWN = reply(Status.ANSWER, fact(1))
OFFERED = reply(Status.RELATED, fact(1))


@pytest.mark.parametrize(
    ("question", "said", "expected"),
    [
        (asked(must=["3월"]), SHOWN, ("right", True)),
        (asked(must=["4월"]), SHOWN, ("wrong", False)),
        (asked(must=["4월|3월"]), SHOWN, ("right", True)),
        (asked(must=["나비봇", "4월"]), SHOWN, ("wrong", False)),
        (asked(must=["２０２５년３월"]), SHOWN, ("right", True)),  # width and spaces do not count
        (asked(must=["3월"], must_not=["나비봇"]), SHOWN, ("wrong", False)),
        (asked(must=["3월"]), OFFERED, ("hedged", True)),
        (asked(must=["4월"]), OFFERED, ("hedged", False)),
        (asked(must=["3월"]), reply(Status.UNKNOWN), ("hedged", False)),
        (asked(fact="fact-1"), SHOWN, ("right", True)),
        (asked(fact="fact-2"), SHOWN, ("wrong", False)),
        (asked(fact="fact-1"), OFFERED, ("hedged", True)),
        (asked(answerable=False), SHOWN, ("wrong", False)),
        (asked(answerable=False), OFFERED, ("held", False)),
        (asked(answerable=False), reply(Status.GREETING), ("held", False)),
        (asked(answerable=False), reply(Status.CORRECTION, fact(1)), ("wrong", False)),
        (
            asked(answerable=False, corrects_with=["2025년 3월"]),
            reply(Status.CORRECTION, fact(1)),
            ("held", False),
        ),
        (asked(answerable=False, corrects_with=["2025년 3월"]), SHOWN, ("wrong", False)),
    ],
)
def test_verdicts(question: Question, said: Reply, expected: tuple[str, bool]) -> None:
    assert verdict(question, said) == expected


def test_a_broad_question_may_be_answered_by_several_facts() -> None:
    said = reply(Status.OVERVIEW, fact(1, "가"), fact(2, "나"), fact(3, "다"))
    assert verdict(asked(kind="list", must=["가", "나", "다"]), said)[0] == "right"
    assert verdict(asked(kind="when", must=["다"]), said)[0] == "wrong"


def test_a_thread_is_its_turns() -> None:
    assert asked(turns=["가", "나"], q="").thread == ("가", "나")
    with pytest.raises(ValueError, match="needs"):
        asked(q="")


def graded(kind: str, what: str, *, answerable: bool = True, found: bool = False) -> Graded:
    question = asked(kind=kind, answerable=answerable)
    return Graded.model_validate(
        {"question": question, "verdict": what, "found": found, "status": "answer", "lead": ""}
    )


def test_a_report_counts_by_kind_and_sums_up() -> None:
    result = report(
        [
            graded("when", "right", found=True),
            graded("when", "hedged", found=True),
            graded("who", "wrong"),
            graded("who", "right", found=True),
            graded("chitchat", "held", answerable=False),
        ]
    )
    assert (result.right, result.held, result.wrong, result.found) == (50.0, 100.0, 20.0, 75.0)
    rows = {row.kind: row for row in result.rows}
    assert [row.kind for row in result.rows] == [
        "chitchat",
        "when",
        "who",
        "answerable",
        "unanswerable",
        "all",
    ]
    assert (rows["when"].n, rows["when"].right, rows["when"].hedged, rows["when"].found) == (2, 1, 1, 2)
    assert rows["all"].n == 5


def test_a_report_of_nothing_is_all_zero() -> None:
    result = report([])
    assert (result.right, result.held, result.wrong, result.found) == (0, 0, 0, 0)
