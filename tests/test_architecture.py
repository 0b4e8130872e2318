"""The rules of the code: imports go down only, types and style hold, files stay short."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.parts import ROOT, missing

MOST_LINES = 300
FOLDERS = ("bot", "tests", "benchmarks")
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]

TOOLS = {
    "import-linter": ("importlinter", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
    "ruff check": ("ruff", ["-m", "ruff", "check", "--quiet", "--output-format=concise", "."]),
    "ruff format": ("ruff", ["-m", "ruff", "format", "--check", "."]),
    "mypy": ("mypy", ["-m", "mypy"]),
}
"""Name: (module that must be installed, arguments for Python)."""


@pytest.mark.parametrize("name", TOOLS)
def test_it_satisfies(name: str) -> None:
    module, arguments = TOOLS[name]
    if find_spec(module) is None:
        missing(f"{module} is not installed: pip install -e '.[dev]'")
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, f"{name}:\n{done.stdout[-6000:]}{done.stderr[-2000:]}"


def test_no_file_is_long() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    long = [f"{path}: {lines}" for path, lines in lengths.items() if lines > MOST_LINES]
    assert long == [], f"split what has more than {MOST_LINES} lines"


SPANNING = {"trials"}
"""Test folders that mirror no package: they try the whole program."""


def test_every_test_folder_mirrors_a_package() -> None:
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("*/__init__.py")}
    packages = {path.parent.relative_to(ROOT / "bot") for path in (ROOT / "bot").rglob("*/__init__.py")}
    assert {folder for folder in folders if folder.parts[0] not in SPANNING} <= packages
