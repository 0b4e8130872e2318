"""What a question says is done."""

import pytest

from bot.domain.engine import Engine


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("에스터를 북미에 내놓을 계획이라고 밝힌 곳은?", "launch"),
        ("포티투마루에 투자한 회사", "invest"),
    ],
)
def test_the_predicate_is_past_what_frames_it(engine: Engine, text: str, concept: str) -> None:
    assert concept in engine.understand(text).predicate_ids


def test_an_unknown_verb_is_no_predicate(engine: Engine) -> None:
    assert engine.understand("백석 데이터센터는 어떻게 식혀?").predicate_ids == frozenset()
