"""The fact base that ships: it passes its own rules, and its quotes stand in the articles."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from bot.domain.fact import SLOTS, Fact
from bot.library import yamlfile
from bot.library.checks import check, check_names
from bot.library.loader import load_with_sources
from bot.library.verify import verify
from tests.parts import KNOWLEDGE, SHARED, missing


@pytest.fixture
def articles() -> Path:
    if not (SHARED / "articles").is_dir():
        missing(f"the articles' texts are not in {SHARED / 'articles'}")
    return SHARED / "articles"


def test_it_passes_check() -> None:
    faults = [*check_names(KNOWLEDGE), *check(*load_with_sources(KNOWLEDGE))]
    assert not faults, "\n".join(map(str, faults))


def test_it_passes_verify(articles: Path) -> None:
    faults = verify(*load_with_sources(KNOWLEDGE), articles)
    assert not faults, "\n".join(map(str, faults))


def test_a_file_that_names_its_schema_names_the_right_one() -> None:
    kinds = {"articles": "article", "facts": "facts"}
    for path in sorted(KNOWLEDGE.glob("[afl]*/*.yaml")):
        entities = path.name.startswith(("entities", "outsiders"))
        kind = kinds.get(path.parent.name, "entities" if entities else "concepts")
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        if "yaml-language-server" in first:
            assert first == f"# yaml-language-server: $schema=../schema/{kind}.json", path


def test_the_example_of_the_readme_is_a_fact() -> None:
    block = (KNOWLEDGE / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (fact,) = TypeAdapter(list[Fact]).validate_python(yamlfile.parse(block))
    assert fact.id == "kt-ms-investment"
    assert [name for name, _ in fact.slots()] == ["when", "amounts", "durations"]


def test_the_readme_names_every_slot() -> None:
    text = (KNOWLEDGE / "README.md").read_text(encoding="utf-8")
    assert [name for name in SLOTS if name not in text] == []
