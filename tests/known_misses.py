"""``python -m tests.known_misses`` writes tests/questions/known_misses.txt anew, from what fails now.

A reason that stands in the list is kept; a new miss gets what went wrong as its reason.
"""

from bot.domain.engine import Engine
from bot.library.loader import load
from tests.conftest import TODAY
from tests.parts import KNOWLEDGE
from tests.test_questions import FOLDER, MISSES, QUESTIONS, fault

HEAD = """\
# Questions that are known to fail (strict xfail), one "id: reason" a line. The list may only shrink.
# Written by `python -m tests.known_misses`; a reason put by hand is kept.
"""


def main() -> None:
    """Ask every question and write down those that fail."""
    engine = Engine(load(KNOWLEDGE))
    lines = []
    for question in QUESTIONS:
        *earlier, text = question.thread
        if found := fault(question, engine.reply(text, TODAY, earlier)):
            lines.append(f"{question.id}: {MISSES.get(question.id, found)}\n")
    (FOLDER / "known_misses.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} of {len(QUESTIONS)} questions fail")


if __name__ == "__main__":
    main()
