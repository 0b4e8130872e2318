"""Answers that a question offers to choose from."""

import pytest

from bot.domain.engine import Engine
from bot.domain.question.choosing import offered
from tests.conftest import Ask


def test_names_that_are_offered(engine: Engine) -> None:
    words = engine.understand("KT SPC 서버가 있는 건물은 백석이야, 가산이야?").words
    assert [word.text for word in offered(words)] == ["백석", "가산"]


@pytest.mark.parametrize("text", ["백석이야?", "KT랑 SKT는 언제 만났어?", "에이닷이 뭐야?"])
def test_one_name_offers_no_choice(engine: Engine, text: str) -> None:
    assert offered(engine.understand(text).words) == ()


def test_of_what_is_asked_is_not_chosen(ask: Ask) -> None:
    """A fact about 백석 that says nothing of KT SPC does not tell where its servers stand."""
    assert not ask("KT SPC 서버가 있는 건물은 백석이야, 가산이야?").status.asserts


def test_the_right_one_of_two_is_told(ask: Ask) -> None:
    assert ask("KT가 작년에 지은 AI 전용 공간은 백석이야, 가산이야?").facts[0].id in (
        "kt-baekseok-dc-built",
        "kt-baekseok-ai-only",
    )


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("업무 방식을 AI 중심으로 바꾸는 걸 뜻하는 말이 AICT였나요 AX였나요?", "ax-meaning"),
        ("KT랑 MS의 펀드, 돈은 누가 대고 장비는 누가 대나요?", "kt-ax-fund-structure"),
    ],
)
def test_of_two_that_are_named_the_fact_tells_which(ask: Ask, text: str, fact: str) -> None:
    assert ask(text).facts[0].id == fact
    assert ask(text).status.asserts
