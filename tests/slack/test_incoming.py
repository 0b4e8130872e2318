"""What a person typed, read from Slack's markup."""

import pytest

from bot.slack.incoming import QUESTION_LIMIT, mentions, plain_text


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("<@U1> KT 투자", "KT 투자"),
        ("<@U1|telco>  KT\n투자", "KT 투자"),
        ("KT &amp; SKT, 1 &lt; 2 &gt; 0", "KT & SKT, 1 < 2 > 0"),
        ("&amp;lt;!channel&amp;gt;", "&lt;!channel&gt;"),  # unescaped once, not twice
        ("<!channel> <!here|@here> KT", "KT"),
        ("<!subteam^S1|@team> KT", "KT"),
        ("<!date^1^{date}|2월 13일> KT", "2월 13일 KT"),
        ("<#C1|general> 얘기", "general 얘기"),
        ("<#C1> 얘기", "얘기"),
        ("<https://kt.com|kt.com> 소식", "kt.com 소식"),
        ("<https://kt.com/a?b=1&amp;c>", "https://kt.com/a?b=1&c"),
        ("<mailto:a@kt.com|a@kt.com>", "a@kt.com"),
        ("<tel:+82|+82>", "+82"),
        ("", ""),
    ],
)
def test_markup_becomes_words(sent: str, typed: str) -> None:
    assert plain_text(sent) == typed


def test_a_novel_is_not_read_to_its_end() -> None:
    assert len(plain_text("가" * 50_000)) == QUESTION_LIMIT


@pytest.mark.parametrize(
    ("text", "found"), [("<@U1> KT", True), ("<@U1|telco> KT", True), ("<@U12> KT", False), ("U1", False)]
)
def test_a_mention_is_found_by_its_id(text: str, found: bool) -> None:
    assert mentions(text, "U1") is found
