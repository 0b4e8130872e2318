"""Every word of a question is explained by a fact, left over, or in conflict with it."""

import pytest

from bot.domain.engine import Engine
from bot.domain.matching.explaining import Verdict


def verdict(engine: Engine, text: str, fact_id: str, word: str) -> Verdict:
    match = engine.matcher.matches(engine.understand(text), [engine.base.by_id[fact_id]])[0]
    return next(account.verdict for account in match.accounts if account.word.text == word)


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        ("KT가 MS와 투자하는 금액", "kt-ms-investment", "투자하"),
        ("마이크로소프트와 KT", "kt-ms-investment", "마이크로소프트"),
        ("KT가 2조 4천억 원을 투자", "kt-ms-investment", "2조 4천억 원"),
        ("2027년 완공", "lgu-paju-completion", "2027년"),
        ("LG유플러스 파주", "lgu-paju-completion", "lg유플러스"),
    ],
)
def test_explained(engine: Engine, text: str, fact: str, word: str) -> None:
    word = next(w.text for w in engine.understand(text).content if w.text.startswith(word[:2]))
    assert verdict(engine, text, fact, word) is Verdict.EXPLAINED


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        ("네이버의 엑사원", "exaone-developer", "네이버"),
        ("KT가 3조 원을 투자", "kt-ms-investment", "3조 원"),
        ("파주 데이터센터 2029년 완공", "lgu-paju-completion", "2029년"),
        ("SKT 익시오", "ixio-launch", "skt"),
    ],
)
def test_in_conflict(engine: Engine, text: str, fact: str, word: str) -> None:
    assert verdict(engine, text, fact, word) is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        ("익시오 가격", "ixio-launch", "가격"),
        ("익시오 수박", "ixio-launch", "수박"),
        ("에이닷 비즈 지분율", "skt-adot-biz-launch", "지분율"),
    ],
)
def test_left_over(engine: Engine, text: str, fact: str, word: str) -> None:
    assert verdict(engine, text, fact, word) is Verdict.UNEXPLAINED


def test_every_content_word_gets_its_account(engine: Engine) -> None:
    question = engine.understand("네이버가 2029년에 수박 100억 원어치를 KT 대표에게 판 이유")
    for fact in engine.base.facts[:20]:
        accounts = engine.matcher.matches(question, [fact])[0].accounts
        assert tuple(account.word for account in accounts) == question.content
        assert all(0 <= account.share <= 1 for account in accounts)
        assert all((account.share > 0) == (account.verdict is Verdict.EXPLAINED) for account in accounts)
