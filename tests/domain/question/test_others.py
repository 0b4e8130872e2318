"""Who else is asked."""

import pytest

from bot.domain.engine import Engine
from tests.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "MIT 컨소시엄에 SKT랑 함께 이름을 올린 곳은 또 어디야?",
        "MIT 컨소시엄의 다른 창립 멤버는 누구야?",
        "그 컨소시엄 창립 멤버 또 누가 있어?",
        "MIT 컨소시엄에 SKT 말고도 창립 멤버가 있을 텐데 나머지는 누구야?",
    ],
)
def test_who_else_is_asked(engine: Engine, text: str) -> None:
    assert engine.understand(text).asks_for_others


@pytest.mark.parametrize(
    "text",
    ["MIT 컨소시엄에 들어간 통신사는 어디야?", "KT는 또 뭘 내놔?", "직원을 다른 자리로 돌려서 뭘 해?"],
)
def test_who_is_asked(engine: Engine, text: str) -> None:
    assert not engine.understand(text).asks_for_others


def test_the_one_that_is_known_is_no_other(ask: Ask) -> None:
    assert not ask("MIT 컨소시엄에 SKT랑 함께 이름을 올린 곳은 또 어디야?").status.asserts
