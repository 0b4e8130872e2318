"""Loading: what comes out of a good folder, and one fault with its line for everything else."""

import datetime as dt

import pytest
import yaml

from bot.domain.errors import Fault, KnowledgeError
from bot.library import yamlfile
from bot.library.loader import load
from tests.library.breaches import BREACHES
from tests.library.conftest import Breach, Made

GANA = "knowledge/facts/gana.yaml"


def faults(made: Made) -> list[Fault]:
    with pytest.raises(KnowledgeError) as caught:
        made.load()
    return list(caught.value.faults)


def test_a_good_folder_becomes_a_fact_base(made: Made) -> None:
    base = load(made.knowledge)
    assert [fact.id for fact in base.facts] == ["gana-investment", "maba-center"]
    assert list(base.articles) == ["2025-02-13-made"]
    assert sorted(base.entities) == ["dara", "gana", "maba2", "saah"]
    assert sorted(base.concepts) == ["cooperate", "data-center", "invest", "open-facility", "power"]


def test_values_have_their_types(made: Made) -> None:
    base = load(made.knowledge)
    fact = base.by_id["gana-investment"]
    assert fact.at == 6
    assert fact.plan is True
    assert fact.amounts[0].value == 2_400_000_000_000
    assert fact.when[0].date.last_day() == dt.date(2024, 9, 30)
    assert base.articles["2025-02-13-made"].published.date == dt.date(2025, 2, 13)
    assert base.entities["saah"].known is False


def test_plain_words_that_yaml_takes_for_values_stay_words(made: Made) -> None:
    assert load(made.knowledge).concepts["data-center"].words == ("no", "on", "2027")


def test_without_libyaml_everything_is_read_alike(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load(made.knowledge)
    monkeypatch.setattr(yamlfile, "_Loader", yaml.SafeLoader)
    assert load(made.knowledge) == fast
    made.change("facts/gana.yaml", "entities: [maba2, gana]", "entities: [maba2, gana")
    assert [fault.message[:22] for fault in faults(made)] == ["this is not YAML (expe"]


def test_null_is_nothing_and_a_quoted_null_is_a_word(made: Made) -> None:
    made.change("facts/gana.yaml", "  plan: true", "  updates: null")
    made.change("lexicon/concepts.yaml", "words: [no,", "words: ['null',")
    base = load(made.knowledge)
    assert base.by_id["gana-investment"].updates is None
    assert base.concepts["data-center"].words[0] == "null"


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
def test_a_fault_is_named_with_its_line(made: Made, breach: Breach) -> None:
    made.change(breach.file, breach.old, breach.new)
    assert faults(made) == [breach.fault]


def test_every_fault_is_reported_at_once_and_in_order(made: Made) -> None:
    made.change("facts/gana.yaml", "entities: [gana, dara]", "entities: [gana, daru]")
    made.change("facts/gana.yaml", "at: 6", "at: six")
    made.change("lexicon/entities.yaml", "name: 다라소프트, ", "")
    found = faults(made)
    assert [(fault.path, fault.line, fault.subject) for fault in found] == [
        (GANA, 7, "gana-investment"),
        (GANA, 10, "gana-investment"),
        ("knowledge/lexicon/entities.yaml", 2, "dara"),
    ]


def test_what_an_unreadable_file_defines_is_not_called_unknown(made: Made) -> None:
    made.change("lexicon/entities.yaml", "id: gana,", "id: gana, id: gana,")
    assert [fault.message for fault in faults(made)] == ["'id' stands twice in one entry: keep one"]


def test_a_file_that_is_no_list_is_a_fault(made: Made) -> None:
    (made.knowledge / "lexicon" / "concepts.yaml").write_text("id: invest\n", encoding="utf-8")
    assert faults(made) == [
        Fault("knowledge/lexicon/concepts.yaml", 1, "", "the file must hold a list: start entries with '- '")
    ]


def test_an_empty_file_holds_nothing_but_an_article_must_be_there(made: Made) -> None:
    (made.knowledge / "lexicon" / "more.yaml").write_text("# nothing yet\n", encoding="utf-8")
    (made.knowledge / "articles" / "b.yaml").write_text("", encoding="utf-8")
    message = "the file must hold one entry: write 'id: …' and its other fields"
    assert faults(made) == [Fault("knowledge/articles/b.yaml", 1, "", message)]


def test_two_documents_in_a_file_are_a_fault(made: Made) -> None:
    made.change("facts/gana.yaml", "- id: maba-center", "---\n- id: maba-center")
    message = "a second document starts here: keep one in a file, without '---'"
    assert faults(made) == [Fault(GANA, 18, "", message)]


def test_a_file_in_another_encoding_is_a_fault(made: Made) -> None:
    (made.knowledge / "lexicon" / "old.yaml").write_bytes("낱말".encode("cp949"))
    assert faults(made) == [
        Fault("knowledge/lexicon/old.yaml", 0, "", "this is not UTF-8 (byte 0): save it as UTF-8")
    ]


def test_a_control_character_is_a_fault(made: Made) -> None:
    made.change("facts/gana.yaml", "topic: 투자", "topic: 투\x07자")
    (fault,) = faults(made)
    assert (fault.path, fault.subject) == (GANA, "")
    assert fault.message.startswith("this is not YAML (")
