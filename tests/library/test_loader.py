"""Loading: what comes out of a good folder, and one fault with its line for everything else."""

import datetime as dt

import pytest
import yaml

from bot.domain.errors import Fault, KnowledgeError
from bot.library import yamlfile
from bot.library.loader import load
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


BREACHES = {
    "missing field": Breach(
        "facts/gana.yaml",
        "  topic: 투자\n",
        "",
        2,
        "gana-investment",
        "'topic' is missing: add it",
    ),
    "misspelt field": Breach(
        "facts/gana.yaml",
        "  topic: 투자",
        "  topik: 투자",
        4,
        "gana-investment",
        "'topik' is no field here: did you mean 'topic'?",
    ),
    "misspelt field of a slot": Breach(
        "facts/gana.yaml",
        "what: 투자, value",
        "wat: 투자, value",
        11,
        "gana-investment",
        "'amounts[0].wat' is no field here: did you mean 'what'?",
    ),
    "unknown company": Breach(
        "facts/gana.yaml",
        "company: industry\n  topic: 투자",
        "company: gana\n  topic: 투자",
        3,
        "gana-investment",
        "'company' is 'gana': write 'skt', 'kt', 'lguplus' or 'industry'",
    ),
    "summary over length": Breach(
        "facts/gana.yaml",
        "국내 산업에 2조 4천억",
        "국내 " + "산업 " * 20 + "2조 4천억",
        5,
        "gana-investment",
        "'summary' has 110 characters, 80 are allowed: shorten it",
    ),
    "quote over length": Breach(
        "facts/gana.yaml",
        "quote: 지난해",
        "quote: " + "지난해 " * 30,
        6,
        "gana-investment",
        "'quote' has 162 characters, 120 are allowed: shorten it",
    ),
    "no questions": Breach(
        "facts/gana.yaml",
        "  questions: [가나통신은 얼마를 투자하나, 가나통신 투자 규모]\n",
        "",
        2,
        "gana-investment",
        "'questions' is missing: add it",
    ),
    "empty questions": Breach(
        "facts/gana.yaml",
        "[가나통신은 얼마를 투자하나, 가나통신 투자 규모]",
        "[]",
        16,
        "gana-investment",
        "'questions' is empty: write at least 1",
    ),
    "word for a list": Breach(
        "facts/gana.yaml",
        "entities: [gana, dara]",
        "entities: gana",
        10,
        "gana-investment",
        "'entities' must be a list: write [a, b], or one '- …' a line",
    ),
    "no such month": Breach(
        "facts/gana.yaml",
        "date: 2024-09",
        "date: 2024-13",
        12,
        "gana-investment",
        "'when[0].date' is wrong: '2024-13' is no date: write 2027, 2025-H1, 2025-Q2, 2024-09, "
        "2025-02-04 or 2024-end",
    ),
    "id spelt wrongly": Breach(
        "facts/gana.yaml",
        "id: maba-center",
        "id: Maba Center",
        18,
        "Maba Center",
        "'id' is 'Maba Center': write lower-case-words-with-hyphens",
    ),
    "word for a number": Breach(
        "facts/gana.yaml",
        "at: 6",
        "at: six",
        7,
        "gana-investment",
        "'at' is 'six': Input should be a valid integer, unable to parse string as an integer",
    ),
    "key twice": Breach(
        "facts/gana.yaml",
        "  topic: 투자",
        "  topic: 투자\n  topic: 협력",
        5,
        "",
        "'topic' stands twice in one entry: keep one",
    ),
    "anchor": Breach(
        "facts/gana.yaml",
        "entities: [gana, dara]",
        "entities: &both [gana, dara]\n  orgs: *both",
        11,
        "",
        "references (&name, *name) are not used here: write the value out",
    ),
    "open bracket": Breach(
        "facts/gana.yaml",
        "entities: [maba2, gana]",
        "entities: [maba2, gana",
        27,
        "",
        "this is not YAML (did not find expected ',' or ']'): check indentation, brackets and quotation "
        "marks here",
    ),
    "id twice": Breach(
        "facts/gana.yaml",
        "id: maba-center",
        "id: gana-investment",
        18,
        "gana-investment",
        "this id is taken in knowledge/facts/gana.yaml: choose another",
    ),
    "unknown article": Breach(
        "facts/gana.yaml",
        "article: 2025-02-13-made\n  subject: gana",
        "article: made\n  subject: gana",
        8,
        "gana-investment",
        "unknown article 'made': add it or correct the id",
    ),
    "unknown entity": Breach(
        "facts/gana.yaml",
        "entities: [gana, dara]",
        "entities: [gana, daru]",
        10,
        "gana-investment",
        "unknown entity 'daru': did you mean 'dara'?",
    ),
    "unknown subject": Breach(
        "facts/gana.yaml",
        "subject: maba2",
        "subject: maba3",
        25,
        "maba-center",
        "unknown entity 'maba3': did you mean 'maba2'?",
    ),
    "unknown entity in a slot": Breach(
        "facts/gana.yaml",
        "entity: dara",
        "entity: darra",
        14,
        "gana-investment",
        "unknown entity 'darra': did you mean 'dara'?",
    ),
    "unknown see": Breach(
        "facts/gana.yaml",
        "see: [gana-investment]",
        "see: [gana-investments]",
        29,
        "maba-center",
        "unknown fact 'gana-investments': did you mean 'gana-investment'?",
    ),
    "unknown updates": Breach(
        "facts/gana.yaml",
        "see: [gana-investment]",
        "updates: older",
        29,
        "maba-center",
        "unknown fact 'older': add it or correct the id",
    ),
    "unknown type of entity": Breach(
        "lexicon/entities.yaml",
        "type: telco",
        "type: telko",
        1,
        "gana",
        "'type' is 'telko': write 'telco', 'company', 'organisation', 'person', 'product', 'model', '"
        "facility', 'programme', 'event', 'place' or 'term'",
    ),
    "id in two files": Breach(
        "lexicon/outsiders.yaml",
        "id: saah",
        "id: gana",
        1,
        "gana",
        "this id is taken in knowledge/lexicon/entities.yaml: choose another",
    ),
    "field of another kind of entry": Breach(
        "lexicon/concepts.yaml",
        "kind: thing",
        "kind: thing, name: x",
        5,
        "data-center",
        "'name' is no field here: remove it",
    ),
    "inferred without a basis": Breach(
        "articles/2025-02-13-made.yaml",
        "published: {date: 2025-02-13}",
        "published: {date: 2025-02-13, inferred: true}",
        3,
        "2025-02-13-made",
        "'published' is wrong: an inferred date needs its basis: quote the words it was worked out from",
    ),
    "sha256 spelt wrongly": Breach(
        "articles/2025-02-13-made.yaml",
        "sha256: e",
        "sha256: E",
        4,
        "2025-02-13-made",
        "'sha256' is 'Ee84dc2ec2716f5a4e314daa449a9b044a86e93aa0e538f030b00477d6a62471': "
        "write 64 hexadecimal digits",
    ),
}


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
