"""How nearly a question asks what another one asks, held against all phrasings at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marks import Marks, Phrasings

parts = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=2), st.sampled_from((0.5, 1.5, 3.0))
    ),
    min_size=1,
    max_size=5,
)


def dice(one: Marks, other: Marks) -> float:
    mine = sum(weight for ids, weight in one.parts if ids & other.senses)
    theirs = sum(weight for ids, weight in other.parts if ids & one.senses)
    return (mine + theirs) / (one.weight + other.weight)


@given(parts, st.lists(parts, max_size=20))
def test_the_nearest_is_the_highest_coefficient(question: list, others: list) -> None:  # type: ignore[type-arg]
    asked, phrasings = Marks.of(question), tuple(Marks.of(other) for other in others)
    expected = max((dice(asked, other) for other in phrasings), default=0.0)
    assert Phrasings(phrasings).nearest(asked) == pytest.approx(expected)


def test_the_same_question_is_nearest_of_all() -> None:
    asked = Marks.of([(frozenset({"kt"}), 3.0), (frozenset({"launch"}), 1.5)])
    other = Marks.of([(frozenset({"kt"}), 3.0)])
    assert Phrasings((other, asked)).nearest(asked) == 1.0
    assert Phrasings((other,)).nearest(asked) < 1.0
