"""Who does what to whom: sides that a question swaps."""

import pytest

from bot.domain.engine import Engine
from bot.domain.matching.doing import swapped


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        ("AX 전략 펀드에 MS가 현금을 넣고 KT가 GPU를 대는 거지?", "kt-ax-fund-structure", "현금"),
        ("AX 전략 펀드에 현금은 MS가 넣고 GPU는 KT가 대나요?", "kt-ax-fund-structure", "현금"),
        ("AX 전략 펀드에 현금을 대는 MS는 무엇을 얻나요?", "kt-ax-fund-structure", "현금"),
        ("포티투마루가 LG유플러스에 투자한 이유", "lgu-42maru-investment", "포티투마루"),
        ("KT와의 파트너십에서 마소가 내는 돈은 얼마야?", "kt-ms-investment", "마소"),
    ],
)
def test_a_swapped_side_is_found(engine: Engine, text: str, fact: str, word: str) -> None:
    found = swapped(engine.understand(text), engine.profiles.of(engine.base.by_id[fact]))
    assert found is not None
    assert found.text == word


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("AX 전략 펀드에 KT가 현금을 넣고 MS가 GPU를 대는 거지?", "kt-ax-fund-structure"),
        ("AX 전략 펀드에 현금은 KT가 넣고 GPU는 MS가 대나요?", "kt-ax-fund-structure"),
        ("MS는 현금을 내나요, GPU를 내나요?", "kt-ax-fund-structure"),
        ("MS는 돈은 안 내고 뭘 내?", "kt-ax-fund-ms-in-kind"),
        ("LG유플러스가 포티투마루에 투자한 이유", "lgu-42maru-investment"),
        ("포티투마루에 투자한 회사", "lgu-42maru-investment"),
    ],
)
def test_a_right_side_or_an_open_one_is_not(engine: Engine, text: str, fact: str) -> None:
    assert swapped(engine.understand(text), engine.profiles.of(engine.base.by_id[fact])) is None
