"""Whether a question names the answers to choose from: A와 B 중 어디, 9월이야 11월이야, B2B? B2C?"""

import itertools
import re
from collections.abc import Sequence

from bot.domain.question.asking import INTERROGATIVE
from bot.domain.question.words import Role, Word

_IS = "(이야|(?<!분)야|예요|이에요|에요|인가요?|입니까|이?냐|임|이?었나요?|였나요?)"
_CHOICE = re.compile(
    r"(중|가운데)(에|에서)?\s*(어디|어느|누구|누가|뭐|무엇)|아직.*[,?]\s*(벌써|이미)|(벌써|이미).*[,?]\s*아직"
)
_OR = re.compile(rf"아니면|\S인지[\s,]+\S+인지|{_IS}[\s,?]+.*{_IS}(로|를)?\W*(\s|$)")
_GUESSES = re.compile(r"\S\?\s*[^\s?]+\?+\s*$")
"""How two answers are offered (B2B? B2C?), unless a question word asks before: 어디서 만났어? 호텔임?"""
_OF_THESE = re.compile(r"\s(중|가운데|사이)(에|에서)?\s")


_OFFERED = re.compile(
    "((ㅇㅣ)?ㅇㅑ|ㅇㅖㅇㅛ|ㅇㅔㅇㅛ|ㄴㄱㅏ(ㅇㅛ)?|(ㅇㅣ)?ㄴㅑ|ㄴㅣㄲㅏ|(ㅇㅣㅇㅓ|ㅇㅕ)ㅆ(ㅇㅓ(ㅇㅛ)?|ㄴㅏ(ㅇㅛ)?|ㄴㅣ|ㄴㅑ|ㅈㅛ|ㅅㅡㅂㄴㅣㄲㅏ)|ㅇㅣㅁ|ㄴㅈㅣ)$"
)
"""How a name ends that is offered as an answer: 백석이야, 가산이야."""


def offered(words: Sequence[Word]) -> tuple[Word, ...]:
    """The names that are offered as answers; empty where not at least two are."""
    found = tuple(w for w in words if w.role is Role.ENTITY and _OFFERED.search(w.token.tail))
    return found if len(found) > 1 else ()


_WHO = re.compile("누가")


def asks_of_each(words: Sequence[Word], text: str) -> bool:
    """Whether it asks of several things which of two named gives each: 돈은 누가 대고 장비는 누가 대나."""
    named = {i for w in words if w.role is Role.ENTITY and not w.excluded for i in w.ids}
    return len(named) > 1 and len(_WHO.findall(text)) > 1


def says_so(text: str) -> bool:
    """Whether a sentence puts a choice in so many words: 둘 중 어디, 벌써 열었어 아니면 아직이야."""
    return bool(_CHOICE.search(text))


def is_of_these(text: str) -> bool:
    """Whether it asks which of several: 두 센터 중에 먼저 연 쪽은."""
    return bool(_OF_THESE.search(text))


def of_the_named(words: Sequence[Word], text: str) -> bool:
    """Whether it asks which of two that it names: 가산과 백석 가운데."""
    of = _OF_THESE.search(text)
    named = (w for w in words if w.role is Role.ENTITY and of and w.token.end <= of.start())
    return len({i for w in named for i in w.ids}) >= 2


def offers_answers(words: Sequence[Word], text: str) -> bool:
    """Whether it names whole answers to choose from: 에스터예요, 에이닷이에요?"""
    ends = [
        (w.text, w.token.tail)
        for before, w in itertools.pairwise(words)
        if before.role is Role.ENTITY and (w.token.verbal or w.role is Role.FORM)
    ]
    if len(set(ends)) < len(ends) or _OR.search(text):  # GPT로 해 Phi로 해
        return True
    asks = any(INTERROGATIVE.match(w.text) for w in words)
    last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    return not asks and bool(_GUESSES.search(text)) and not INTERROGATIVE.match(last)
