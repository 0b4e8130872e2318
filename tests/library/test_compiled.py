"""The compiled engine is kept between starts, and never in the way of one."""

from pathlib import Path

import pytest

from bot.domain.engine import Engine
from bot.library import compiled
from tests.conftest import TODAY
from tests.parts import KNOWLEDGE


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "telco-bot")
    return tmp_path / "telco-bot"


def test_nothing_is_read_where_nothing_was_kept() -> None:
    assert compiled.read(KNOWLEDGE) is None


def test_what_was_kept_answers_alike(engine: Engine) -> None:
    compiled.keep(KNOWLEDGE, engine)
    again = compiled.read(KNOWLEDGE)
    assert again is not None
    for text in ("KT", "에스텨 언제 나와?", "SKT vs KT 데이터센터"):
        assert again.reply(text, TODAY) == engine.reply(text, TODAY)


def test_a_damaged_file_counts_as_none(engine: Engine, cache: Path) -> None:
    compiled.keep(KNOWLEDGE, engine)
    (place,) = cache.glob("*.pickle")
    place.write_bytes(place.read_bytes()[:1000])
    assert compiled.read(KNOWLEDGE) is None


def test_a_changed_base_has_another_fingerprint(tmp_path: Path) -> None:
    folder = tmp_path / "base"
    folder.mkdir()
    (folder / "facts.yaml").write_text("- id: a\n", encoding="utf-8")
    before = compiled.fingerprint(folder)
    (folder / "facts.yaml").write_text("- id: b\n", encoding="utf-8")
    assert compiled.fingerprint(folder) != before


def test_only_a_few_versions_stay(engine: Engine, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(compiled.KEPT + 2):
        monkeypatch.setattr(compiled, "fingerprint", lambda _, n=number: f"version-{n}")
        compiled.keep(KNOWLEDGE, engine)
    assert len(list(cache.glob("*.pickle"))) == compiled.KEPT


def test_a_folder_that_cannot_be_written_stops_nothing(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "file" / "inside")
    compiled.keep(KNOWLEDGE, engine)
    assert compiled.read(KNOWLEDGE) is None
