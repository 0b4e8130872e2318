"""``python -m benchmarks.fit``: tries the engine's parameters around their values, on known questions.

Each parameter is varied alone, because they hardly depend on one another; the table shows what every
value gives over tests/questions (facts' test questions, unanswerable ones, and the sets by authors who
had read the articles only). A value is changed in the code by hand, with the reason in the commit: the
figures that count are those of questions asked for the first time, and these are not.
"""

import datetime as dt
from collections.abc import Iterator
from types import ModuleType

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.domain.answering import deciding, joining, objecting
from bot.domain.engine import Engine
from bot.domain.matching import matching, shortlist
from bot.library.loader import load
from bot.library.place import find_knowledge
from bot.library.questions import read_questions
from bot.services.grade import Report, TestQuestion, grade, report

TODAY = dt.date(2026, 1, 1)
STEPS: dict[tuple[tuple[ModuleType, ...], str], tuple[float, ...]] = {
    ((deciding,), "ASSERT"): (0.48, 0.50, 0.54, 0.58, 0.62),
    ((deciding,), "BEHIND"): (0.58, 0.66, 0.70),
    ((deciding,), "KEYWORD_BEHIND"): (0.45, 0.60),
    ((deciding,), "MANY"): (2, 4),
    ((deciding,), "VAGUE"): (0.64, 0.72),
    ((deciding,), "ENTIRE"): (0.85, 0.95),
    ((deciding,), "ALIKE"): (0.4, 0.6),
    ((deciding,), "DOUBTED"): (0.02, 0.08, 0.12),
    ((deciding,), "DENIED"): (0.10, 0.20),
    ((joining,), "DESCRIBED"): (0.5, 0.6),
    ((deciding,), "TIE"): (0.05, 0.09),
    ((deciding,), "SHADOW"): (0.05, 0.10),
    ((deciding,), "LEAST_WEIGHTY"): (1.2, 1.5),
    ((shortlist,), "CANDIDATES"): (6, 12),
    ((objecting,), "OWN"): (0.85, 0.95),
    ((objecting,), "SAME"): (0.74, 0.82),
    ((shortlist, matching), "COVER"): (0.35, 0.45),
    ((shortlist, matching), "FOCUS"): (0.25, 0.35),
    ((shortlist, matching), "GRAMS"): (0.10, 0.20),
    ((matching,), "SLOT"): (0.10, 0.20),
}
"""Parameters, with the modules that hold them, and the values tried beside the present one."""


def trials() -> Iterator[tuple[str, tuple[ModuleType, ...], str, float]]:
    """(label, modules, name, value), the present state first."""
    yield "now", (), "", 0.0
    for (modules, name), values in STEPS.items():
        for value in values:
            yield f"{name} {getattr(modules[0], name):g} → {value:g}", modules, name, value


def measure(engine: Engine, questions: list[TestQuestion]) -> Report:
    """The report of all questions with the parameters as they are set now."""
    replies = (engine.reply(q.thread[-1], TODAY, q.thread[:-1]) for q in questions)
    return report(grade(question, reply) for question, reply in zip(questions, replies, strict=True))


def main() -> None:
    """Print a row a trial: right, held, wrong and found in per cent."""
    questions = read_questions()
    engine = Engine(load(find_knowledge(None)))
    engine.warm()
    table = Table("parameter", "right", "held", "wrong", "found", title=f"{len(questions)} known questions")
    for label, modules, name, value in track(list(trials()), "fitting", transient=True):
        before = [getattr(module, name) for module in modules]
        for module in modules:
            setattr(module, name, value)
        found = measure(engine, questions)
        for module, kept in zip(modules, before, strict=True):
            setattr(module, name, kept)
        table.add_row(label, *(f"{v:.1f}" for v in (found.right, found.held, found.wrong, found.found)))
    Console().print(table)


if __name__ == "__main__":
    main()
