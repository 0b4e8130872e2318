"""telco ask and telco eval, called as people and scripts call them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import bot.cli.answers  # noqa: F401 (registers the commands)
from bot.cli import app
from bot.domain.errors import TelcoError
from bot.domain.reply import Reply
from tests.parts import SHARED, missing


def run(*words: str | Path) -> str:
    result = call(*words)
    assert result.exit_code == 0, result.output
    return result.stdout


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def fault(*words: str | Path) -> str:
    """The message of the error that ends the command; ``main`` prints it without a traceback."""
    error = call(*words).exception
    assert isinstance(error, TelcoError)
    return str(error)


def test_an_answer_is_shown_with_quote_and_source() -> None:
    lines = run("ask", "KT가 MS랑 손잡고 얼마를 쓴대?").splitlines()
    assert "2조 4천억 원" in lines[0]
    assert any(re.fullmatch(r"  “.*2조 4천억 원.*”", line) for line in lines)
    assert any(line.startswith("  — ") and "2025-02-13" in line for line in lines)


def test_it_says_that_it_does_not_know() -> None:
    assert "“" not in run("ask", "오늘 날씨")


def test_it_says_how_it_read_the_question() -> None:
    assert "‘ㅇㅇㄷ 비즈’를 ‘에이닷 비즈’로 읽었습니다." in run("ask", "ㅇㅇㄷ 비즈")


def test_json_is_one_line_of_the_reply_contract() -> None:
    (line,) = run("ask", "--json", "에스터는 언제 나와?").splitlines()
    reply = json.loads(line)
    assert reply["status"] == "answer"
    assert {"id", "company", "summary", "quote", "score", "article"} <= reply["facts"][0].keys()
    assert {"id", "title", "outlet", "published"} <= reply["facts"][0]["article"].keys()
    assert "id" not in reply
    assert "에스터" in line, "Korean stays readable"
    assert Reply.model_validate(reply).message == reply["message"]


def test_explain_shows_words_scores_and_objections() -> None:
    out = run("ask", "--explain", "익시오 가격")
    assert re.search(r"익시오 \[entity\] ixi-o", out)
    assert re.search(r"score \d\.\d\d", out)
    assert "not asserted" in out


def batch(tmp_path: Path, *entries: object) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries) + "\n", "utf-8")
    return path


def test_a_batch_is_answered_line_by_line_in_order(tmp_path: Path) -> None:
    path = batch(
        tmp_path,
        {"id": "2", "q": "에스터는 언제 나와?", "kind": "when"},
        {"id": "1", "turns": ["에스터는 언제 나와?", "에이닷 비즈는?"]},
        {"id": 3, "q": "오늘 날씨"},
    )
    replies: list[dict[str, Any]] = [json.loads(line) for line in run("ask", "--batch", path).splitlines()]
    assert [reply["id"] for reply in replies] == ["2", "1", 3]
    leads = [reply["facts"][0]["id"] if reply["facts"] else None for reply in replies]
    assert leads == ["skt-esther-launch", "skt-adot-biz-launch", None]


@pytest.mark.parametrize("bad", ["{", "[]", '{"q": "가"}', '{"id": "a"}', '{"id": "a", "turns": []}'])
def test_a_bad_line_of_a_batch_is_named(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{{"id": "a", "q": "KT"}}\n\n{bad}\n', "utf-8")
    assert "bad.jsonl:3: " in fault("ask", "--batch", path)


def test_a_batch_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    assert "nowhere.jsonl" in fault("ask", "--batch", tmp_path / "nowhere.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\xfa")
    assert "latin.jsonl" in fault("ask", "--batch", tmp_path / "latin.jsonl")


def test_ask_without_a_question_gives_an_example() -> None:
    assert "telco ask" in fault("ask")


def test_another_fact_base_can_be_named(tmp_path: Path) -> None:
    assert str(tmp_path) in fault("ask", "--knowledge", tmp_path, "KT")


def graded(tmp_path: Path) -> Path:
    return batch(
        tmp_path,
        {"id": "a", "kind": "when", "answerable": True, "q": "에스터는 언제 나와?", "must": ["3월"]},
        {"id": "b", "kind": "when", "answerable": True, "q": "에스터는 언제 나와?", "must": ["12월"]},
        {"id": "c", "kind": "chitchat", "answerable": False, "q": "오늘 날씨"},
    )


def test_eval_counts_by_kind(tmp_path: Path) -> None:
    out = run("eval", graded(tmp_path))
    assert re.search(r"when\D+2\D+1\D+0\D+0\D+1\D+1\b", out)
    assert "맞힘 50.0%" in out
    assert "삼감 100.0%" in out
    assert "틀림 33.3%" in out


def test_eval_lists_the_misses(tmp_path: Path) -> None:
    out = run("eval", graded(tmp_path), "--misses")
    assert [line.split()[1] for line in out.splitlines() if line.startswith("wrong")] == ["b"]


def test_eval_gives_json(tmp_path: Path) -> None:
    result = json.loads(run("eval", graded(tmp_path), "--json", "--misses"))
    assert (result["right"], result["held"], result["wrong"]) == (50.0, 100.0, 33.3)
    assert [miss["question"]["id"] for miss in result["misses"]] == ["b"]


def test_eval_agrees_with_the_grader_of_the_sample(tmp_path: Path) -> None:
    """The shipped grader and the one beside the sample count alike."""
    grader, sample = SHARED / "eval" / "grade.py", SHARED / "eval" / "dev.jsonl"
    if not grader.is_file():
        missing(f"the sample of questions is not in {SHARED / 'eval'}")
    ours = json.loads(run("eval", sample, "--json"))
    replies = tmp_path / "replies.jsonl"
    replies.write_text(run("ask", "--batch", sample), "utf-8")
    done = subprocess.run(  # noqa: S603
        [sys.executable, grader, sample, replies], capture_output=True, text=True, check=True
    )
    theirs = dict(re.findall(r"(right|held|wrong) (\d+\.\d)%", done.stdout))
    assert theirs == {name: str(ours[name]) for name in ("right", "held", "wrong")}
