"""The engine as its callers see it: a text in, a reply out, the same for every way to type it."""

import datetime as dt
import random
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.fact import Fact
from bot.domain.lexicon import Entity, EntityType
from bot.domain.reply import Reply, Status
from tests.conftest import TODAY, Ask
from tests.domain.perturbed import perturbed

MOST = 40_000
"""Characters: the longest text that Slack delivers."""
_PIECES = """
KT SKT LG유플러스 에이닷 비즈 익시오 올트먼 네이버 언제 얼마 누가 어디 왜 출시 투자 데이터센터 가격
vs 말고 아니라 3사 각각 2조 4천억 100억 2분기 2027년 지난해 그건 은 는 을 의 에서 나와? 했어 인가요
ㅋㅋ ㅇㅇㄷ dptmxj ㅡㅑㅅ Esther who when 도움말 출처 ! ? ... , ( ) < > & * _ ` <!channel> <@U1>
https://a.kr 🙂 ー １２ ㎾ \u200b \u0301 ﾡ ½ İ ß
"""
PIECES = [*_PIECES.split(), "\n"]
"""Pieces of which texts are put together that come close to questions."""


def shape(reply: Reply) -> tuple[Status, list[str]]:
    return reply.status, [fact.id for fact in reply.facts]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("KT가 MS랑 손잡고 얼마를 쓴대?", "2조 4천억 원"),
        ("who invested in 42Maru", "포티투마루에 100억 원을 투자"),
        ("엘지유플러스 익시오 돈 받는 거 언제부터임", "하반기에는 익시오 일부 서비스 유료화"),
        ("가산 랙당 전력밀도", "44㎾"),
        ("MWC25는 어디서 열렸어?", "바르셀로나"),
    ],
)
def test_a_question_is_answered_with_its_quote(ask: Ask, text: str, quote: str) -> None:
    reply = ask(text)
    assert reply.status is Status.ANSWER
    assert quote in reply.facts[0].quote


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, Status.HELP) for text in ("", "  ", "?", "도움말", "/도움말", "help", "HELP!", "사용법")),
        *((text, Status.GREETING) for text in ("안녕", "안녕하세요!", "고마워요", "감사합니다 ㅎㅎ")),
        *((text, Status.UNKNOWN) for text in ("오늘 날씨", "점심 메뉴 추천해 줘", "비트코인 시세")),
        *((text, Status.OVERVIEW) for text in ("KT", "익시오", "출처", "sources")),
    ],
)
def test_the_kind_of_reply(ask: Ask, text: str, status: Status) -> None:
    assert ask(text).status is status


@settings(max_examples=300)
@given(text=st.text(max_size=200))
def test_any_text_is_answered(ask: Ask, text: str) -> None:
    assert ask(text).message


@settings(max_examples=300)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), glue=st.sampled_from(["", " "]))
def test_any_near_question_is_answered_in_any_thread(ask: Ask, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    assert ask(text).message
    assert ask(text, "에스터는 언제 나와?", text).message


@pytest.mark.parametrize(
    "piece",
    [
        "가",
        "KT ",
        "ㅋ",
        "a",
        "https://a.kr/",
        "🙂",
        "언제 ",
        "2조 ",
        "\u0301",
        "에이닷 비즈는 언제 나와? ",
        "(" * 9,
        "\n",
    ],
)
def test_very_long_texts_are_answered(ask: Ask, piece: str) -> None:
    text = (piece * (MOST // len(piece) + 1))[:MOST]
    assert ask(text).message
    assert ask("그건 언제?", text).message


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        _full_width,
        str.upper,
        str.lower,
        str.swapcase,
        lambda text: f"  {text}\n",
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace("?", "") + "!!! ㅋㅋ 🙂",
    ],
    ids=[
        "decomposed",
        "full width",
        "upper case",
        "lower case",
        "swapped case",
        "spaces around",
        "two spaces",
        "decorated",
    ],
)
def test_the_same_question_gets_the_same_reply(ask: Ask, base: FactBase, change: object) -> None:
    assert callable(change)
    texts = [fact.questions[number % len(fact.questions)] for number, fact in enumerate(base.facts)]
    different = [text for text in texts if shape(ask(change(text))) != shape(ask(text))]
    assert different == []


def test_replies_do_not_depend_on_what_was_asked_before(base: FactBase) -> None:
    chance = random.Random(3)  # noqa: S311
    texts = [perturbed(fact.questions[-1], "vowel", chance) for fact in base.facts[::9]]
    forwards, backwards = Engine(base), Engine(base)
    one = [shape(forwards.reply(text, TODAY)) for text in texts]
    other = [shape(backwards.reply(text, TODAY)) for text in reversed(texts)]
    assert one == other[::-1]


def test_an_unrelated_fact_changes_no_clear_answer(base: FactBase, ask: Ask) -> None:
    port = Entity(id="bada-port", type=EntityType.FACILITY, name="바다항구")
    summary = "바다항구는 2019년 등대를 세 곳에 세웠다."
    unrelated = Fact(
        id="bada-port-lighthouses",
        company="industry",
        topic="항구",
        summary=summary,
        quote=summary,
        at=0,
        article=base.facts[0].article,
        subject="bada-port",
        entities=("bada-port",),
        questions=("바다항구 등대는 몇 곳이야?",),
    )
    wider = Engine(replace(base, facts=(*base.facts, unrelated), entities={**base.entities, port.id: port}))
    for fact in base.facts[::3]:
        before = ask(fact.questions[0])
        if before.status is Status.ANSWER:
            after = wider.reply(fact.questions[0], TODAY)
            assert (after.status, after.facts[0].id) == (before.status, before.facts[0].id)
    assert wider.reply("바다항구 등대는 몇 곳이야?", TODAY).facts[0].id == unrelated.id


def test_the_day_decides_which_plans_are_past(engine: Engine) -> None:
    text = "에스터는 언제 나와?"
    early, late = (engine.reply(text, dt.date(year, 3, 1)) for year in (2025, 2026))
    assert shape(early) == shape(late)
    assert early.facts[0].notes != late.facts[0].notes


def test_a_laugh_among_initials_is_a_letter(ask: Ask) -> None:
    """ㅋ stands for 크 in ㄷㅅㅋ, and laughs elsewhere."""
    assert ask("ㄷㅅㅋ ㅅㅋ").facts[0].id == "deepseek-shock-timing"
    assert ask("익시오 언제 나왔어ㅋ").facts[0].id == "ixio-launch"


def test_a_word_of_form_may_be_what_is_to_be_defined(ask: Ask) -> None:
    """IT is an English pronoun, too."""
    assert ask("IT는 무슨 뜻이야?").facts[0].id == "it-meaning"
    assert not ask("what is it").status.asserts
    assert ask("AI가 뭐야").facts[0].id == "ai-meaning"


def test_a_common_noun_is_only_said_to_be_what_a_fact_defines(ask: Ask) -> None:
    assert ask("B2B가 뭐야").facts[0].id == "b2b-meaning"
    assert not ask("GPU가 뭐야").status.asserts


@pytest.mark.parametrize("text", ["AX 이노베이션 센터는 뭐 하는 곳이야?", "AX 이노배이셔 센타 뭐하는대"])
def test_what_a_thing_does_is_told_by_all_facts_about_it(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert reply.status is Status.OVERVIEW
    assert reply.facts[0].id == "kt-ax-innovation-center-rnd"


def test_what_a_name_means_is_not_what_the_thing_does(ask: Ask) -> None:
    assert ask("에스터라는 이름은 무슨 뜻이야?").status is Status.RELATED


@pytest.mark.parametrize(
    "text", ["익시오 중단했어?", "에이닷은 언제 은퇴해?", "나델라 결혼했어?", "KT SPC는 왜 파산했나요?"]
)
def test_one_deed_that_no_fact_tells_is_not_asserted_past(ask: Ask, text: str) -> None:
    assert not ask(text).status.asserts


def test_praise_within_a_question_is_no_thanks(ask: Ask) -> None:
    reply = ask("우리말 잘하는 모델을 놓지 말라는 분은 어느 대학 사람이에요?")
    assert reply.status is not Status.GREETING


@pytest.mark.parametrize("text", ["이성엽 교수", "김대회 상무보"])
def test_a_name_with_its_title_is_that_person(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.OVERVIEW


@pytest.mark.parametrize("text", ["엘지", "LG그룹"])
def test_a_name_of_which_nothing_is_told_is_only_offered_what_is_near(ask: Ask, text: str) -> None:
    assert not ask(text).status.asserts
