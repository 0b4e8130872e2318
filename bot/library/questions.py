"""Question sets to grade: JSON Lines, or the folder tests/questions that mirrors knowledge/facts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.domain.errors import TelcoError
from bot.services.grade import TestQuestion

HERE = Path(__file__).resolve().parents[2] / "tests" / "questions"
"""Where a checkout keeps its questions; an installed package has none."""

_Entries = list[dict[str, Any]]


def read_questions(path: Path | None = None) -> list[TestQuestion]:
    """The questions of a file or folder, default tests/questions.

    A ``.jsonl`` file holds one question a line. A ``.yaml`` file maps fact ids to questions that this
    fact must answer, or lists questions that no fact answers. Raises TelcoError naming what cannot be read.
    """
    path = path or HERE
    if path.is_dir():
        files = sorted((*path.rglob("*.yaml"), *path.rglob("*.jsonl")))
        return [question for file in files for question in read_questions(file)]
    if not path.is_file():
        raise TelcoError(f"{path}: 질문 파일이 없습니다. JSON Lines 파일을 지정해 주세요.")
    lines = _json_lines if path.suffix == ".jsonl" else _yaml
    return list(lines(path))


def _json_lines(path: Path) -> Iterator[TestQuestion]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield TestQuestion.model_validate_json(line)
            except ValidationError as error:
                raise TelcoError(f"{path}:{number}: {error.errors()[0]['msg']}") from error


def _yaml(path: Path) -> Iterator[TestQuestion]:
    content: dict[str, _Entries] | _Entries = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    if isinstance(content, list):
        for number, question in enumerate(content, 1):
            yield TestQuestion(id=f"{path.stem}:{number}", answerable=False, **question)
        return
    for fact_id, questions in content.items():
        for number, question in enumerate(questions, 1):
            name = f"{path.stem}:{fact_id}:{number}"
            yield TestQuestion(id=name, answerable=True, fact=fact_id, **question)
