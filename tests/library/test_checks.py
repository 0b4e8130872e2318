"""The curators' rules: each breach is one fault at its line, and what is right is let pass."""

import pytest

from bot.domain.errors import Fault
from tests.library.conftest import Breach, Made

NO_PROOF = "but neither the quote nor a slot does: correct it, or add the slot that has it"


def test_a_good_base_has_no_faults(made: Made) -> None:
    assert made.check() == []


BREACHES = {
    "number of no source": Breach(
        "facts/gana.yaml",
        "국내 산업에 2조 4천억 원을",
        "국내 산업에 2조 5천억 원을",
        5,
        "gana-investment",
        f"the summary says '2조 5천억 원', {NO_PROOF}",
    ),
    "date of no slot": Breach(
        "facts/gana.yaml",
        "2024년 9월 다라",
        "2024년 8월 다라",
        5,
        "gana-investment",
        f"the summary says '8월', {NO_PROOF}",
    ),
    "month for a quarter": Breach(
        "facts/gana.yaml",
        "2025년 2분기에 44kW",
        "2025년 2월에 44kW",
        21,
        "maba-center",
        f"the summary says '2월', {NO_PROOF}",
    ),
    "another unit": Breach(
        "facts/gana.yaml",
        "2분기에 44kW",
        "2분기에 44MW",
        21,
        "maba-center",
        f"the summary says '44MW', {NO_PROOF}",
    ),
    "number in what is no name": Breach(
        "facts/gana.yaml",
        "44kW 마바2센터",
        "44kW 마바3센터",
        21,
        "maba-center",
        f"the summary says '3', {NO_PROOF}",
    ),
    "name with digits of no source": Breach(
        "facts/gana.yaml",
        "44kW 마바2센터",
        "44kW MWC24",
        21,
        "maba-center",
        f"the summary says 'MWC24', {NO_PROOF}",
    ),
    "number after an ellipsis": Breach(
        "facts/gana.yaml",
        "2025년 2분기에 44kW",
        "2025년…3분기에 44kW",
        21,
        "maba-center",
        f"the summary says '3분기', {NO_PROOF}",
    ),
    "relative date": Breach(
        "facts/gana.yaml",
        "가나통신은 2024년 9월",
        "가나통신은 지난해 9월",
        5,
        "gana-investment",
        "the summary says '지난해': write the date itself",
    ),
    "question of two facts": Breach(
        "facts/gana.yaml",
        "- 마바2센터 전력 밀도",
        "- 가나 통신  투자규모?",
        32,
        "maba-center",
        "'가나 통신  투자규모?' is also a question of gana-investment: make each ask for its own fact",
    ),
    "question twice": Breach(
        "facts/gana.yaml",
        "- 마바2센터 전력 밀도",
        "- 마바2센터는 언제 여나",
        32,
        "maba-center",
        "'마바2센터는 언제 여나' stands twice: keep one",
    ),
    "predicate near a noun": Breach(
        "facts/gana.yaml",
        "what: 개소",
        "what: 개소식",
        28,
        "maba-center",
        "'개소식' is no noun of the lexicon: did you mean '개소'?",
    ),
    "unknown predicate": Breach(
        "facts/gana.yaml",
        "what: 개소",
        "what: 준공",
        28,
        "maba-center",
        "'준공' is no noun of the lexicon: add it to the nouns of a concept, or use one of them",
    ),
    "subject not among the entities": Breach(
        "facts/gana.yaml",
        "entities: [gana, dara]",
        "entities: [dara]",
        9,
        "gana-investment",
        "the subject 'gana' is not among the entities: add it there",
    ),
    "fact sees itself": Breach(
        "facts/gana.yaml",
        "see: [gana-investment]",
        "see: [maba-center]",
        29,
        "maba-center",
        "the fact refers to itself: remove it",
    ),
    "fact updates itself": Breach(
        "facts/gana.yaml",
        "see: [gana-investment]",
        "updates: maba-center",
        29,
        "maba-center",
        "the facts update each other in a circle: the older one updates nothing",
    ),
    "alias of two entities": Breach(
        "lexicon/entities.yaml",
        "aliases: [다라, Dara Soft]",
        "aliases: [다라, ＧＡＮＡ]",
        2,
        "dara",
        "'ＧＡＮＡ' is also a name of gana: a name must mean one entity",
    ),
    "name of two entities": Breach(
        "lexicon/outsiders.yaml",
        "name: 사아통신",
        "name: 가나 통신",
        1,
        "saah",
        "'가나 통신' is also a name of gana: a name must mean one entity",
    ),
    "unknown owner": Breach(
        "lexicon/entities.yaml",
        "owner: gana",
        "owner: gama",
        3,
        "maba2",
        "unknown entity 'gama': did you mean 'gana'?",
    ),
    "unknown organisation": Breach(
        "lexicon/entities.yaml",
        "owner: gana",
        "orgs: [gana, nobody]",
        3,
        "maba2",
        "unknown entity 'nobody': add it or correct the id",
    ),
    "part of itself": Breach(
        "lexicon/entities.yaml",
        "owner: gana",
        "part_of: [maba2]",
        3,
        "maba2",
        "the entity refers to itself: remove it",
    ),
    "unknown is_a": Breach(
        "lexicon/entities.yaml",
        "is_a: [data-center]",
        "is_a: [data-centre]",
        3,
        "maba2",
        "unknown concept 'data-centre': did you mean 'data-center'?",
    ),
    "unknown near": Breach(
        "lexicon/concepts.yaml",
        "near: [cooperate]",
        "near: [cooperation]",
        1,
        "invest",
        "unknown concept 'cooperation': did you mean 'cooperate'?",
    ),
    "unknown against": Breach(
        "lexicon/concepts.yaml",
        "near: [cooperate]",
        "against: [dara]",
        1,
        "invest",
        "unknown concept 'dara': add it or correct the id",
    ),
    "unknown slot": Breach(
        "lexicon/concepts.yaml",
        "near: [cooperate]",
        "slot: [when, amount]",
        1,
        "invest",
        "facts have no slot 'amount': did you mean 'amounts'?",
    ),
    "unknown grain": Breach(
        "lexicon/concepts.yaml",
        "near: [cooperate]",
        "slot: [when], grain: week",
        1,
        "invest",
        "'week' is neither a grain of a date (year, half, quarter, month, day) nor a concept's id",
    ),
}


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
def test_a_breach_is_named_with_its_line(made: Made, breach: Breach) -> None:
    made.change(breach.file, breach.old, breach.new)
    assert made.check() == [breach.fault]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "2조 4천억 원을 투자하겠다고 밝혔다.", "2조4,000억원을 투자한다.", id="money spelt otherwise"
        ),
        pytest.param("2025년 2분기에 44kW", "2025년 2분기에 44㎾", id="unit spelt otherwise"),
        pytest.param("2025년 2분기에 44kW", "2분기에 문을 여는", id="fewer numbers"),
    ],
)
def test_what_the_source_says_in_another_spelling_passes(made: Made, old: str, new: str) -> None:
    made.change("facts/gana.yaml", old, new)
    assert made.check() == []


def test_two_facts_that_update_the_same_one_are_a_fault(made: Made) -> None:
    facts = made.knowledge / "facts" / "gana.yaml"
    last = facts.read_text(encoding="utf-8").split("\n\n")[1]
    made.change("facts/gana.yaml", "see: [gana-investment]", "updates: gana-investment")
    copy = last.replace("see: [gana-investment]", "updates: gana-investment").replace(
        "id: maba-center", "id: other"
    )
    copy = copy.replace("언제 여나", "언제 문을 여나").replace("전력 밀도\n", "전력은\n")
    (facts.parent / "other.yaml").write_text(copy, encoding="utf-8")
    assert made.check() == [
        Fault(
            "knowledge/facts/other.yaml", 12, "other",
            "'gana-investment' is already updated by maba-center: update that one instead",
        )
    ]  # fmt: skip


def test_a_circle_of_updates_is_a_fault_of_each(made: Made) -> None:
    made.change("facts/gana.yaml", "see: [gana-investment]", "updates: gana-investment")
    made.change("facts/gana.yaml", "  plan: true", "  updates: maba-center")
    assert [(fault.subject, fault.line) for fault in made.check()] == [
        ("gana-investment", 15),
        ("maba-center", 29),
    ]


@pytest.mark.parametrize("name", ["facts/more.yml", "facts/old/more.yaml", "lexicon/notes.txt"])
def test_a_file_that_would_never_be_read_is_a_fault(made: Made, name: str) -> None:
    path = made.knowledge / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("[]", encoding="utf-8")
    message = "this file is never read: files of the fact base are articles|facts|lexicon/NAME.yaml"
    assert made.check() == [Fault(f"knowledge/{name}", 0, "", message)]
