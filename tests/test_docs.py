"""What the documents say is there, and what is there stands in the documents."""

import importlib
import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import AREAS, app
from bot.settings import Settings
from tests.parts import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = (ROOT / "README.md", ROOT / "knowledge" / "README.md", ROOT / "CHANGELOG.md")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
SETTINGS = [name.upper() for name in Settings.model_fields]
FIRST = "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/telco run"
TESTS = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/python -m pytest -q"


def commands() -> list[str]:
    for area in AREAS:
        importlib.import_module(f"bot.cli.{area}")
    return sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`telco {command}\b", README)


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"telco (?!run\b)([a-z]+)", README))
    assert named <= set(commands())


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in README
    assert re.search(rf"^# .+\n{name}=", EXAMPLE, re.MULTILINE), "one line of comment above each setting"


def test_only_settings_are_documented() -> None:
    assert re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE) == SETTINGS
    assert re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE) == SETTINGS


def test_defaults_in_the_readme_are_those_of_the_settings() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|.*\| `(\S+)` \|$", README, re.MULTILINE)
    assert dict(rows) == {
        name.upper(): field.default
        for name, field in Settings.model_fields.items()
        if isinstance(field.default, str)
    }


@pytest.mark.parametrize("line", [FIRST, TESTS])
def test_the_commands_to_begin_with_are_lines_of_their_own(line: str) -> None:
    assert README.count(f"```sh\n{line}\n```") == 2, "once in each language"


def test_the_machine_for_tests_runs_the_readmes_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "-m pytest -q" in script
    assert "TELCO_TEST_ALL=1" in script


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?://)([^)#]+)", document.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (document.parent / target).is_file()]
    assert missing == []


def test_every_picture_is_shown() -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\(docs/([^)]+)\)", README))
    assert {path.name for path in (ROOT / "docs").glob("*.png")} == shown
