"""Question sets are read from JSON Lines, YAML files and folders of both."""

from pathlib import Path

import pytest

from bot.domain.errors import TelcoError
from bot.library.questions import HERE, read_questions


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_is_a_question(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "kind": "when", "answerable": true, "q": "언제?", "must": ["3월|4월"], "note": "-"}',
        "",
        '{"id": "b", "kind": "follow_up", "answerable": true, "turns": ["가", "나"], "must": ["다"]}',
    ]
    first, second = read_questions(write(tmp_path / "set.jsonl", "\n".join(lines)))
    assert (first.id, first.kind, first.thread, first.must) == ("a", "when", ("언제?",), ("3월|4월",))
    assert second.thread == ("가", "나")


@pytest.mark.parametrize("bad", ["{", '{"id": "a"}', '{"id": "a", "kind": "x", "answerable": true}'])
def test_a_bad_line_is_named(tmp_path: Path, bad: str) -> None:
    good = '{"id": "a", "kind": "when", "answerable": true, "q": "언제?"}'
    path = write(tmp_path / "set.jsonl", f"{good}\n{bad}\n")
    with pytest.raises(TelcoError, match=r"set\.jsonl:2: "):
        read_questions(path)


def test_a_mapping_asks_for_its_facts(tmp_path: Path) -> None:
    text = "gana-launch:\n  - {q: 언제 나와, kind: when}\n  - {q: 나비봇 출시, kind: keyword}\n"
    questions = read_questions(write(tmp_path / "gana.yaml", text))
    assert [question.id for question in questions] == ["gana:gana-launch:1", "gana:gana-launch:2"]
    assert all(question.answerable and question.fact == "gana-launch" for question in questions)


def test_a_list_asks_for_nothing(tmp_path: Path) -> None:
    text = "- {q: 가격, kind: near_miss}\n- {q: 다라의 나비봇, kind: false_premise, corrects_with: [가나]}\n"
    first, second = read_questions(write(tmp_path / "none.yaml", text))
    assert (first.id, first.answerable, first.fact) == ("none:1", False, None)
    assert second.corrects_with == ("가나",)


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    write(tmp_path / "b.yaml", "- {q: 가격, kind: near_miss}\n")
    write(tmp_path / "a.jsonl", '{"id": "a", "kind": "when", "answerable": true, "q": "언제?"}')
    write(tmp_path / "empty.yaml", "# nothing yet\n")
    write(tmp_path / "notes.txt", "not a question\n")
    assert [question.id for question in read_questions(tmp_path)] == ["a", "b:1"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TelcoError, match=r"nowhere\.jsonl"):
        read_questions(tmp_path / "nowhere.jsonl")


def test_without_a_name_the_questions_of_the_checkout_are_read() -> None:
    assert {question.id for question in read_questions()} == {
        question.id for question in read_questions(HERE)
    }
    assert len({question.id for question in read_questions()}) == len(read_questions())
