"""telco check, verify and schema, called as a curator calls them."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bot.cli.knowledge  # noqa: F401 (registers the commands)
from bot.cli import app
from bot.library.loader import load
from tests.parts import KNOWLEDGE, ROOT, SHARED, missing

MADE = ROOT / "tests" / "library" / "made"


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MADE / "knowledge", tmp_path / "knowledge"))


def break_first(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(*words: str | Path, **environment: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, [str(word) for word in words], env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output.splitlines()


def test_check_of_a_good_base_is_one_line_with_counts(knowledge: Path) -> None:
    assert run("check", "--knowledge", knowledge) == (
        0,
        ["고칠 곳이 없습니다: 사실 2개, 기사 1건, 이름 4개, 낱말 5개."],
    )


def test_check_lists_the_faults_and_their_number(knowledge: Path) -> None:
    break_first(knowledge / "facts" / "gana.yaml", "2조 4천억 원을 투자", "3조 원을 투자")
    break_first(knowledge / "lexicon" / "entities.yaml", "owner: gana", "owner: gama")
    (knowledge / "facts" / "more.yml").touch()
    code, lines = run("check", "--knowledge", knowledge)
    assert code == 1
    assert lines[0].startswith("knowledge/facts/gana.yaml:5 gana-investment: the summary says '3조 원'")
    assert lines[1].startswith("knowledge/facts/more.yml: this file is never read")
    assert lines[2].startswith("knowledge/lexicon/entities.yaml:3 maba2: unknown entity 'gama'")
    assert lines[3:] == ["고칠 곳이 3곳 있습니다."]


def test_check_lists_faults_of_loading_too(knowledge: Path) -> None:
    break_first(knowledge / "facts" / "gana.yaml", "at: 6", "at: six")
    code, lines = run("check", "--knowledge", knowledge)
    assert code == 1
    assert lines[0].startswith("knowledge/facts/gana.yaml:7 gana-investment: 'at' is 'six'")
    assert lines[1:] == ["고칠 곳이 1곳 있습니다."]


def test_the_environment_names_a_folder_and_the_option_wins(knowledge: Path, tmp_path: Path) -> None:
    code, lines = run("check", TELCO_KNOWLEDGE=str(knowledge))
    assert (code, "사실 2개" in lines[0]) == (0, True)
    code, _ = run("check", "--knowledge", knowledge, TELCO_KNOWLEDGE=str(tmp_path / "nowhere"))
    assert code == 0


def test_verify_of_true_quotes_is_one_line(knowledge: Path) -> None:
    assert run("verify", "--articles", MADE / "articles", "--knowledge", knowledge) == (
        0,
        ["인용문 2개가 기사 1건의 원문과 모두 같습니다."],
    )


def test_verify_reports_a_base_that_does_not_load(knowledge: Path) -> None:
    break_first(knowledge / "facts" / "gana.yaml", "at: 6", "at: six")
    code, lines = run("verify", "--articles", MADE / "articles", "--knowledge", knowledge)
    assert (code, lines[-1]) == (1, "고칠 곳이 1곳 있습니다.")


def test_one_character_changed_in_a_shipped_quote_fails_with_the_id_of_its_fact(tmp_path: Path) -> None:
    if not (SHARED / "articles").is_dir():
        missing(f"the articles' texts are not in {SHARED / 'articles'}")
    copy = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    fact = load(copy).facts[0]
    path = next(path for path in (copy / "facts").iterdir() if f"id: {fact.id}\n" in path.read_text("utf-8"))
    changed = fact.quote[:5] + ("나" if fact.quote[5] == "가" else "가") + fact.quote[6:]
    break_first(path, f"quote: {fact.quote}", f"quote: {changed}")
    code, lines = run("verify", "--articles", SHARED / "articles", "--knowledge", copy)
    assert code == 1
    assert f" {fact.id}: the article does not say this" in lines[0]
    assert lines[1:] == ["고칠 곳이 1곳 있습니다."]


def test_schema_writes_the_schemas_and_names_them(knowledge: Path) -> None:
    code, lines = run("schema", "--knowledge", knowledge)
    assert code == 0
    assert [Path(line).name for line in lines] == [
        "article.json",
        "facts.json",
        "entities.json",
        "concepts.json",
    ]
    assert run("schema", "--knowledge", knowledge) == (0, [])
