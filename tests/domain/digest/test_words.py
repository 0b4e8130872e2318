"""The words after /telco 다이제스트, in whatever order people write them."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.digest.command import DigestVerb, UnclearDigestError
from bot.domain.digest.schedule import EVERY_DAY, WEEKEND, WORKING_DAYS
from bot.domain.digest.vocabulary import DigestVocabulary
from bot.domain.digest.words import parse
from tests.domain.digest_base import make_base

VOCABULARY = DigestVocabulary.of(make_base())
MWF = frozenset({0, 2, 4})

READ: list[tuple[str, dict[str, Any]]] = [
    ("켜기", {"verb": "on"}),
    ("다이제스트 켜기", {"verb": "on"}),
    ("켜 줘", {"verb": "on"}),
    ("아침 8시 반 평일 KT만", {"verb": "on", "at": "8:30", "days": WORKING_DAYS, "companies": ("kt",)}),
    ("평일 KT만 아침 8시 반 켜기", {"verb": "on", "at": "8:30", "days": WORKING_DAYS, "companies": ("kt",)}),
    ("digest on 08:30 weekdays", {"verb": "on", "at": "8:30", "days": WORKING_DAYS}),
    ("on every weekday at 9", {"verb": "on", "at": "9:00", "days": WORKING_DAYS}),
    ("on mon-fri 7:05 am kt, skt", {"at": "7:05", "days": WORKING_DAYS, "companies": ("kt", "skt")}),
    ("on 8pm mon wed fri", {"at": "20:00", "days": MWF}),
    ("켜기 월수금 저녁 7시 SKT랑 LG유플러스", {"at": "19:00", "days": MWF, "companies": ("skt", "lguplus")}),
    ("월, 수, 금요일 0830", {"at": "8:30", "days": MWF}),
    ("월~금 여덟시 반", {"at": "8:30", "days": WORKING_DAYS}),
    ("평일8시반", {"at": "8:30", "days": WORKING_DAYS}),
    ("토요일마다 10시", {"at": "10:00", "days": frozenset({5})}),
    ("주말 정오", {"at": "12:00", "days": WEEKEND}),
    ("매일 밤 12시", {"at": "0:00", "days": EVERY_DAY}),
    ("낮 1시에", {"at": "13:00"}),
    ("오전 12시 5분", {"at": "0:05"}),
    ("매일 아침 9시에 보내줘", {"verb": "on", "at": "9:00", "days": EVERY_DAY}),
    ("켜기 8시에 매일 KT와 SKT", {"at": "8:00", "days": EVERY_DAY, "companies": ("kt", "skt")}),
    ("KT AI 전략 8:00", {"at": "8:00", "companies": ("kt",), "topics": ("AI 전략",)}),
    ("ai전략 소식 켜기", {"verb": "on", "topics": ("AI 전략",)}),
    ("전체 9시", {"at": "9:00", "companies": (), "topics": ()}),
    ("켜기 뉴욕 시간 7시", {"at": "7:00", "zone": "America/New_York"}),
    ("켜기 europe/berlin 7시", {"at": "7:00", "zone": "Europe/Berlin"}),
    ("켜기 ０８：３０", {"at": "8:30"}),
    ("아침8시반평일KT만", {"verb": "on", "at": "8:30", "days": WORKING_DAYS, "companies": ("kt",)}),
    ("월요일과 수요일 7.30 pm", {"at": "19:30", "days": frozenset({0, 2})}),
    ("시간을 9시로 변경", {"verb": "on", "at": "9:00"}),
    ("구독해 주세요", {"verb": "on"}),
    ("turn on at 7", {"verb": "on", "at": "7:00"}),
    ("그만 받을래", {"verb": "off"}),
    ("끄기", {"verb": "off"}),
    ("그만 보내줘", {"verb": "off"}),
    ("구독 취소", {"verb": "off"}),
    ("off", {"verb": "off"}),
    ("상태", {"verb": "status"}),
    ("", {"verb": "status"}),
    ("설정 9시", {"verb": "on", "at": "9:00"}),
    ("미리 보기", {"verb": "preview"}),
    ("지금 보내줘", {"verb": "now"}),
    ("now", {"verb": "now"}),
    ("도움말", {"verb": "help"}),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text or "nothing" for text, _ in READ])
def test_a_command_is_read(text: str, expected: dict[str, Any]) -> None:
    command = parse(text, VOCABULARY)
    if "at" in expected:
        expected = expected | {"at": dt.datetime.strptime(expected["at"], "%H:%M").time()}  # noqa: DTZ007
    read = command.model_dump(exclude_none=True)
    assert {**read, **expected} == read
    assert read.keys() - {"verb"} == expected.keys() - {"verb"}


WRONG = [
    ("켜기 8시 반도체", "반도체"),
    ("주말 빼고 8시", "빼고"),
    ("켜기 25시", "25시"),
    ("켜기 24:00", "0시"),
    ("켜기 8시 70분", "70분"),
    ("오전 15시", "오전 15시"),
    ("켜기 8시 9시", "하나만"),
    ("켜기 평이 8시", "'평일'"),
    ("켜기 네이버 8시", "네이버"),
    ("켜기 Asia/Seul 8시", "없는 시간대"),
    ("켜기 끄기", "하나만"),
    ("켜기 <script>", "모르는"),
]


@pytest.mark.parametrize(("text", "named"), WRONG, ids=[text for text, _ in WRONG])
def test_a_wrong_word_is_named_with_an_example(text: str, named: str) -> None:
    with pytest.raises(UnclearDigestError) as caught:
        parse(text, VOCABULARY)
    message = str(caught.value)
    assert named in message
    example = message.split("`")[1]
    assert parse(example, VOCABULARY).verb is DigestVerb.ON


@given(
    st.lists(
        st.sampled_from(
            " 켜기 끄기 8시 반 25 : / ~ - 월 금 평일 kt Asia/Seoul 부터 까지 ㅋㅋ <@U1> \u200b".split(" ")
        )
    )
)
def test_whatever_is_typed_is_read_or_refused(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        assert "예: `" in (_refusal(text) or "예: `")


def _refusal(text: str) -> str | None:
    try:
        parse(text, VOCABULARY)
    except UnclearDigestError as error:
        return str(error)
    return None
