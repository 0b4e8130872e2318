"""What a person types, as Slack sends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.typed import Typed, escape, unescape

USERS = {"telco": "U1", "telco-test": "U2", "전략": "U3"}
CHANNELS = {"통신": "C1", "통신-ai": "C2"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("@telco KT", "<@U1> KT"),
        ("@telco가 뭐야", "<@U1>가 뭐야"),
        ("@TELCO", "<@U1>"),
        ("@telco-test 안녕", "<@U2> 안녕"),
        ("@telcos", "@telcos"),
        ("me@telco", "me@telco"),
        ("@전략 담당", "<@U3> 담당"),
        ("#통신-ai에서", "<#C2|>에서"),
        ("#없는채널", "#없는채널"),
        ("@here 봐 주세요", "<!here> 봐 주세요"),
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
        ("https://a.kr/?x=1&y=2.", "<https://a.kr/?x=1&amp;y=2>."),
        ("(https://a.kr)", "(<https://a.kr>)"),
        ("https://a.kr/@telco", "<https://a.kr/@telco>"),
    ],
)
def test_text_as_slack_sends_it(raw: str, text: str) -> None:
    assert Typed(raw, USERS, CHANNELS).text == text


def test_the_same_is_sent_as_rich_text() -> None:
    (block,) = Typed("@telco A&B https://a.kr", USERS, CHANNELS).blocks
    assert block["elements"][0]["elements"] == [
        {"type": "user", "user_id": "U1"},
        {"type": "text", "text": " A&B "},
        {"type": "link", "url": "https://a.kr"},
    ]


@given(st.text())
def test_escaping_can_be_undone_and_leaves_no_control_character(text: str) -> None:
    escaped = escape(text)
    assert unescape(escaped) == text
    assert not set("<>") & set(escaped)
