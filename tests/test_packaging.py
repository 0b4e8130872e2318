"""The wheel: installed elsewhere, it answers from the facts that it carries."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot import __version__
from tests.parts import KNOWLEDGE, ROOT, missing


def run(command: Sequence[str | Path], cwd: Path, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, installed into a folder of its own."""
    for module in ("hatchling", "pip"):
        if find_spec(module) is None:
            missing(f"{module} is not installed: pip install {module}")
    built, target = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", built], ROOT)
    (wheel,) = built.glob("*.whl")
    run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "-t", target, wheel], built)
    return target


def test_the_installed_command_answers_from_any_folder(installed: Path, tmp_path: Path) -> None:
    question = "KT가 MS랑 손잡고 얼마를 쓴대?"
    out = run([installed / "bin" / "telco", "ask", "--json", question], tmp_path, PYTHONPATH=str(installed))
    reply = json.loads(out)
    assert reply["status"] == "answer"
    assert "2조 4천억 원" in reply["facts"][0]["quote"]
    assert reply["facts"][0]["article"]["id"] == "2025-02-13-telcos-ai"


def test_the_wheel_carries_the_whole_fact_base(installed: Path) -> None:
    carried = installed / "bot" / "_knowledge"
    for path in KNOWLEDGE.rglob("*.*"):
        assert (carried / path.relative_to(KNOWLEDGE)).read_bytes() == path.read_bytes()


def test_the_wheel_carries_what_is_no_code(installed: Path) -> None:
    """The page of the local workspace and the migrations' template."""
    for path in (ROOT / "bot").rglob("*.*"):
        if "__pycache__" not in path.parts:
            assert (installed / path.relative_to(ROOT)).is_file()


def test_the_wheel_carries_no_tests(installed: Path) -> None:
    assert sorted(path.name for path in installed.iterdir() if path.suffix != ".dist-info") == ["bin", "bot"]
    assert (installed / f"telco_bot-{__version__}.dist-info" / "licenses" / "LICENSE").is_file()


def test_the_lock_file_names_only_the_public_registry() -> None:
    text = (ROOT / "uv.lock").read_text(encoding="utf-8")
    hosts = {part.partition("/")[0] for part in text.split("://")[1:]}
    assert hosts == {"files.pythonhosted.org", "pypi.org"}


def test_the_changelog_tells_of_the_version_to_come() -> None:
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
