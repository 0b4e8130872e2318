"""Which fact base is used."""

from pathlib import Path

import pytest

from bot.domain.errors import TelcoError
from bot.library.place import find_knowledge
from tests.library.conftest import Made
from tests.parts import KNOWLEDGE


def test_a_named_folder_wins(made: Made) -> None:
    assert find_knowledge(made.knowledge) == made.knowledge


def test_the_repository_has_its_own() -> None:
    assert find_knowledge(None) == KNOWLEDGE


def test_the_folder_in_the_wheel_comes_before_the_one_beside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "bot"
    (tmp_path / "knowledge" / "facts").mkdir(parents=True)
    assert find_knowledge(None, package) == tmp_path / "knowledge"
    (package / "_knowledge" / "facts").mkdir(parents=True)
    assert find_knowledge(None, package) == package / "_knowledge"


def test_a_folder_without_facts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TelcoError, match="사실 자료가 없는 폴더"):
        find_knowledge(tmp_path)


def test_no_fact_base_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(TelcoError, match="사실 자료를 찾을 수 없습니다"):
        find_knowledge(None, tmp_path / "bot")
