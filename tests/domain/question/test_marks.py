"""How nearly a question asks what another one asks, held against all phrasings at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.question.marks import Marks, Phrasings

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


groups = st.lists(st.lists(parts, max_size=4), max_size=8)


@given(parts, groups)
def test_the_nearest_of_each_group_is_its_highest_coefficient(question: list, others: list) -> None:  # type: ignore[type-arg]
    asked = Marks.of(question)
    laid_out = [[Marks.of(other) for other in group] for group in others]
    expected = [max((dice(asked, other) for other in group), default=0.0) for group in laid_out]
    assert Phrasings(laid_out).nearest(asked).tolist() == pytest.approx(expected)


def test_the_same_question_is_nearest_of_all() -> None:
    asked = Marks.of([(frozenset({"kt"}), 3.0), (frozenset({"launch"}), 1.5)])
    other = Marks.of([(frozenset({"kt"}), 3.0)])
    both, only_other, none = Phrasings([[other, asked], [other], []]).nearest(asked)
    assert both == 1.0
    assert 0 < only_other < 1
    assert none == 0


def test_a_question_without_content_is_near_to_none() -> None:
    assert not Phrasings([[Marks.of([(frozenset({"kt"}), 3.0)]), Marks.of([])]]).nearest(Marks.of([])).any()
