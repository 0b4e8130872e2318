"""The JSON Schema for editors: current, and saying the same as the models."""

import json
from pathlib import Path

import pytest

from bot.library.schema import schemas, write
from tests.parts import KNOWLEDGE


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_written_schema_is_current(name: str) -> None:
    written = (KNOWLEDGE / "schema" / name).read_text(encoding="utf-8")
    assert written == schemas()[name], "run: telco schema"


def test_the_schemas_cover_all_four_kinds_of_file() -> None:
    assert sorted(schemas()) == ["article.json", "concepts.json", "entities.json", "facts.json"]


def test_fields_carry_their_descriptions_and_limits() -> None:
    fact = json.loads(schemas()["facts.json"])["$defs"]["Fact"]
    assert fact["properties"]["summary"]["maxLength"] == 80
    assert (
        fact["properties"]["at"]["description"]
        == "Offset of the quote in the article's text, in code points."
    )
    assert fact["additionalProperties"] is False
    assert "quote" in fact["required"]


def test_a_date_is_its_text() -> None:
    date = json.loads(schemas()["facts.json"])["$defs"]["PartialDate"]
    assert date["type"] == ["string", "integer"]
    assert "properties" not in date


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert [path.name for path in write(tmp_path)] == [
        "article.json",
        "facts.json",
        "entities.json",
        "concepts.json",
    ]
    (tmp_path / "schema" / "facts.json").write_text("{}", encoding="utf-8")
    assert [path.name for path in write(tmp_path)] == ["facts.json"]
