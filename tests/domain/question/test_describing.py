"""Companies and products that a question describes instead of naming them."""

import pytest

from bot.domain.engine import Engine
from bot.domain.question.words import Role
from tests.conftest import Ask


def meant(engine: Engine, text: str) -> set[str]:
    """Ids of what the names and things of a question mean."""
    return {i for w in engine.understand(text).roles(Role.ENTITY, Role.THING) for i in w.ids}


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("챗GPT를 만든 회사의 대표가 한국에 온 날은?", "openai"),
        ("나델라네 회사가 KT와 맺은 계약은?", "microsoft"),
        ("익시오를 내놓은 통신사는 어떤 기업이 되겠대?", "lguplus"),
        ("최태원 회장이 이끄는 그룹은 스타게이트에 들어가?", "sk-group"),
        ("LG유플러스의 소형언어모델은 뭘 고친 거야?", "ixi-gen"),
        ("MS의 자체 소형언어모델로 KT가 만드는 건?", "phi-35"),
    ],
)
def test_a_description_means_what_it_describes(engine: Engine, text: str, firm: str) -> None:
    assert firm in meant(engine, text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("챗GPT를 만든 회사는 어디야?", "openai"),  # who made it is the question
        ("KT의 데이터센터는 어디에 있어?", "kt-baekseok-dc"),  # it has two
        ("KT와 소형언어모델", "phi-35"),
        ("나델라는 한국에서 어느 회사를 만나?", "microsoft"),
        ("Phi 3.5로 만드는 건 한국형 AI야?", "microsoft"),
        ("에이닷 비즈를 개발하는 데 걸린 기간은?", "skt"),
    ],
)
def test_what_describes_nothing_stays_itself(engine: Engine, text: str, other: str) -> None:
    assert other not in meant(engine, text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("챗GPT를 만든 회사를 세운 사람은 누구야?", "altman-role"),
        ("익시오를 만든 통신사가 투자한 스타트업은?", "lgu-42maru-investment"),
        ("나델라네 회사가 펀드에 돈 대신 넣는 건?", "kt-ax-fund-ms-in-kind"),
    ],
)
def test_it_is_answered_by_what_is_told_of_it(ask: Ask, text: str, fact: str) -> None:
    reply = ask(text)
    assert reply.status.value == "answer"
    assert fact in [shown.id for shown in reply.facts]


def test_a_product_that_does_something_is_no_company(engine: Engine) -> None:
    assert engine.understand("KT SPC가 돌아가는 곳은 어디야?").entities == ("kt-spc",)
