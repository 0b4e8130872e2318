"""Grade replies to a question set by what they show.

The rules are those of the question format: a question is *right* where it can be answered, something is
asserted and what is shown meets every group of ``must``; *hedged* where it is only offered or held back;
*held* where it cannot be answered and nothing false is asserted; *wrong* otherwise. *found* counts the
right ones and those whose right fact was among the offered.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from bot.domain.reply import Reply, ShownFact, Status

Verdict = Literal["right", "held", "hedged", "wrong"]
VERDICTS: tuple[Verdict, ...] = ("right", "held", "hedged", "wrong")

BROAD = frozenset({"keyword", "choseong", "command", "list", "compare"})
"""Kinds to which several facts may give the answer together."""
_MARKS = str.maketrans("‧・“”‘’", "··\"\"''")


class TestQuestion(BaseModel):
    """One question with what a right reply has to show.

    ``must`` holds groups of alternatives joined by ``|``; every group must be met. ``turns`` is a thread
    whose last turn is graded. ``fact`` may name the fact that has to lead instead of ``must``. A wrong
    premise may be corrected by a quote that stands in one of ``corrects_with``, or by a fact of ``corrects``.
    """

    __test__ = False  # not a test class for pytest
    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    kind: str
    answerable: bool
    q: str = ""
    turns: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    corrects_with: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    fact: str | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> "TestQuestion":
        if not self.q and not self.turns:
            raise ValueError("a question needs 'q' or 'turns'")
        return self

    @property
    def thread(self) -> tuple[str, ...]:
        return self.turns or (self.q,)


class Graded(BaseModel):
    """A question with its verdict; ``found`` says whether the right fact was on the screen."""

    model_config = ConfigDict(frozen=True)

    question: TestQuestion
    verdict: Verdict
    found: bool
    status: str
    lead: str


def grade(question: TestQuestion, reply: Reply) -> Graded:
    verdict, found = _answerable(question, reply) if question.answerable else (_held(question, reply), False)
    lead = reply.facts[0].summary if reply.facts else ""
    return Graded(
        question=question,
        verdict=verdict,
        found=found or verdict == "right",
        status=reply.status.value,
        lead=lead,
    )


def _answerable(question: TestQuestion, reply: Reply) -> tuple[Verdict, bool]:
    broad = question.kind in BROAD
    most = 5 if broad else 3 if len(question.must) > 1 else 1
    good = _shows(question, reply, most)
    if not reply.status.asserts:
        return "hedged", good or _shows(question, reply, 5)
    lead = _fold(reply.facts[0].summary) if reply.facts else ""
    if not broad and any(_fold(bad) in lead for bad in question.must_not):
        return "wrong", False
    return ("right", True) if good else ("wrong", False)


def _held(question: TestQuestion, reply: Reply) -> Verdict:
    if not reply.status.asserts:
        return "held"
    if reply.status is Status.CORRECTION and reply.facts:
        if reply.facts[0].id in question.corrects:
            return "held"
        quote = _fold(reply.facts[0].quote)
        if any(quote in _fold(true) or _fold(true) in quote for true in question.corrects_with):
            return "held"
    return "wrong"


def _shows(question: TestQuestion, reply: Reply, most: int) -> bool:
    if question.fact:
        return question.fact in [fact.id for fact in reply.facts[:most]]
    text = _fold(" ".join([reply.message, *(_text(fact) for fact in reply.facts[:most])]))
    return all(any(_fold(one) in text for one in group.split("|")) for group in question.must)


def _text(fact: ShownFact) -> str:
    article = fact.article
    parts = (fact.summary, fact.quote, article.id, article.title, article.outlet, article.published)
    return " ".join(part for part in parts if part)


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_MARKS)
    return re.sub(r"\s+", "", folded)


class Row(BaseModel):
    """The counts of one kind of question (or of all)."""

    kind: str
    n: int
    right: int
    held: int
    hedged: int
    wrong: int
    found: int


class Report(BaseModel):
    """The counts by kind, and the four figures that sum a set up (percentages)."""

    rows: list[Row]
    right: float
    """Of the answerable."""
    held: float
    """Of the unanswerable."""
    wrong: float
    """Of all."""
    found: float
    """Of the answerable: the right fact asserted or offered."""


def report(graded: Iterable[Graded]) -> Report:
    counts: dict[str, Counter[str]] = {}
    for one in graded:
        side = "answerable" if one.question.answerable else "unanswerable"
        for key in (one.question.kind, side, "all"):
            counts.setdefault(key, Counter()).update([one.verdict] + ["found"] * one.found)
    sums = ("answerable", "unanswerable", "all")
    rows = [
        _row(key, counts[key])
        for key in (*sorted(counts.keys() - set(sums)), *(s for s in sums if s in counts))
    ]
    of = {row.kind: row for row in rows}
    yes, no, everything = (of.get(s, _row(s, Counter())) for s in sums)
    return Report(
        rows=rows,
        right=_share(yes.right, yes.n),
        held=_share(no.held, no.n),
        wrong=_share(everything.wrong, everything.n),
        found=_share(yes.found, yes.n),
    )


def _row(kind: str, count: Counter[str]) -> Row:
    n = sum(count[v] for v in VERDICTS)
    return Row(kind=kind, n=n, found=count["found"], **{v: count[v] for v in VERDICTS})


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
