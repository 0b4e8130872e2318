"""A small fact base made up for these tests, in a temporary folder where each test breaks it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.errors import Fault
from bot.library.checks import check, check_names
from bot.library.loader import load, load_with_sources
from bot.library.verify import verify

MADE = Path(__file__).parent / "made"


@dataclass(frozen=True)
class Made:
    """The copy: ``knowledge`` is its fact base, ``articles`` the folder of its article's text."""

    knowledge: Path
    articles: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Replace ``old``, which must stand exactly once in the file of the base."""
        path = self.knowledge / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def load(self) -> None:
        load(self.knowledge)

    def check(self) -> list[Fault]:
        return [*check_names(self.knowledge), *check(*load_with_sources(self.knowledge))]

    def verify(self) -> list[Fault]:
        return verify(*load_with_sources(self.knowledge), self.articles)


@dataclass(frozen=True)
class Breach:
    """A change of one file of the made base, and the one fault that it must bring about."""

    file: str
    old: str
    new: str
    line: int
    subject: str
    message: str

    @property
    def fault(self) -> Fault:
        return Fault(f"knowledge/{self.file}", self.line, self.subject, self.message)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    shutil.copytree(MADE, tmp_path, dirs_exist_ok=True)
    return Made(tmp_path / "knowledge", tmp_path / "articles")
