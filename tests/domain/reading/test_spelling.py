"""Input that is no plain Korean is read as it was meant, and the reply says how."""

import itertools
import random
import re

import pytest

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.fact import Fact
from tests.conftest import Ask
from tests.domain.perturbed import KINDS, perturbed

SAMPLE = 150
"""Questions that are spoilt in each way."""
SYLLABLE = re.compile("[가-힣]")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dptmxj", "esther"),
        ("dlrtldh dkffuwnj", "ixi-o"),
        ("ㅡㅑㅅ 컨소시엄", "mit"),
        ("ㅇㅇㄷ 비즈", "a-dot-biz"),
        ("ㅇㅅㅇ 유료화", "ixi-o"),
        ("에스텨", "esther"),
        ("나덜라가 오면", "satya-nadella"),
        ("소프트뱅ㅋ 누구랑 합작", "softbank"),
        ("익씨오", "ixi-o"),
        ("가산 데이타센타", "data-center"),
        ("샘 알트만", "sam-altman"),
        ("포티투 마로", "forty-two-maru"),
        ("스타게이투", "stargate"),
        ("오늘 Stragate 소식", "stargate"),
        ("Exaone을 만든 곳 말고 Exoane", "exaone"),
        ("SK Telecim", "skt"),
        ("KT SCP", "kt-spc"),
    ],
)
def test_it_is_recognised(engine: Engine, text: str, meant: str) -> None:
    question = engine.understand(text)
    assert meant in {i for word in question.words for i in word.ids}


@pytest.mark.parametrize(
    ("typed", "read"), [("ㅇㅇㄷ 비즈", "에이닷 비즈"), ("스타게이투 참여 기업", "스타게이트")]
)
def test_the_reply_says_how_a_piece_was_read(ask: Ask, typed: str, read: str) -> None:
    assert read in [one.read for one in ask(typed).read_as]


@pytest.mark.parametrize("text", ["KT가 MS에 얼마를 투자해?", "에이닷 비즈 언제 나와", "SK텔레콤"])
def test_plain_input_is_left_alone(ask: Ask, text: str) -> None:
    assert ask(text).read_as == ()


def test_a_short_unknown_word_becomes_no_name(engine: Engine) -> None:
    for word in ("모자", "수박", "기차", "바다"):
        assert engine.understand(word).entities == ()


@pytest.mark.parametrize("word", ["SCM", "SPD", "MTA", "GPS", "Nvidiaa", "Oracles"])
def test_another_abbreviation_or_name_is_none_of_ours(engine: Engine, word: str) -> None:
    assert not set(engine.understand(f"{word} 협력").entities) & {"kt-spc", "mit", "phi-35", "openai"}


@pytest.fixture(scope="module")
def sound(ask: Ask, base: FactBase) -> list[tuple[Fact, str]]:
    """Korean questions of the base's own, each of which leads to its fact as it stands."""
    pairs = [
        (fact, text) for fact in base.facts for text in fact.questions if len(SYLLABLE.findall(text)) > 7
    ]
    random.Random(1).shuffle(pairs)  # noqa: S311
    found = (pair for pair in pairs if _leads(ask, pair[1], pair[0]))
    return list(itertools.islice(found, SAMPLE))


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_questions_keep_their_answer(ask: Ask, sound: list[tuple[Fact, str]], kind: str) -> None:
    chance = random.Random(2)  # noqa: S311
    kept = sum(_leads(ask, perturbed(text, kind, chance), fact) for fact, text in sound)
    assert kept / len(sound) >= KINDS[kind]


def _leads(ask: Ask, text: str, fact: Fact) -> bool:
    reply = ask(text)
    return reply.status.asserts and fact.id in [shown.id for shown in reply.facts[:3]]


def test_initials_that_may_be_anything_are_nothing(engine: Engine) -> None:
    assert engine.understand("ㄱㄷ").entities == ()
    assert "mideum" in engine.understand("ㅁㅇ 모델").entities
