"""What the reader looks words up in."""

import pytest

from bot.domain.korean import jamo
from bot.domain.reading.vocabulary import fold
from tests.domain.lexicon_made import vocabulary


@pytest.mark.parametrize(
    ("surface", "folded"),
    [
        ("에이닷 비즈", "에이닷비즈"),
        ("GPT-4o", "gpt4o"),
        ("Mi:dm", "midm"),
        ("Phi 3.5", "phi35"),
        ("LGU+", "lgu+"),
        ("‘익시오’", "익시오"),
    ],
)
def test_a_surface_is_folded(surface: str, folded: str) -> None:
    assert fold(surface) == folded


def test_every_name_alias_and_noun_is_there() -> None:
    nouns = vocabulary().nouns
    for word in ("SKT", "에스케이텔레콤", "나비봇", "나비봇 플러스", "출시", "가격", "언제"):
        assert jamo(fold(word)) in nouns


def test_a_word_has_the_senses_that_use_it() -> None:
    (sense,) = vocabulary().nouns[jamo("낯선회사")].senses
    assert (sense.id, sense.kind) == ("stranger", "outsider")


def test_a_long_word_of_one_name_stands_for_it_at_a_price() -> None:
    nouns = vocabulary().nouns
    part, whole = nouns[jamo("데이터창고")], nouns[jamo("하늘데이터창고")]
    assert part.senses == whole.senses
    assert part.cost > whole.cost


def test_a_word_of_two_names_stands_for_neither_of_the_longer() -> None:
    assert [sense.id for sense in vocabulary().nouns[jamo("나비봇")].senses] == ["nabi"]
