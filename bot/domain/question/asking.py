"""Whether what may ask does ask: 말, 생각 and 몇 often only frame a question that another word puts."""

import itertools
import re
from collections.abc import Sequence

from bot.domain.question.aside import AND
from bot.domain.question.words import Role, Word

INTERROGATIVE = re.compile(
    r"(?:.*\s)?(?:언제|언젠|언재|온제|은제|몇|며칠|멫|얼마|얼만|누구|누가|누굴|누군|어디|어딘|어데|워디|왜|어떻|어떡|어케|어째|어찌|어느|어떤|어떠한|무슨|무엇|뭐|뭘|뭔|머|모(?!두|든|델|바)|무얼|뭡|뭣|"
    r"when|who|where|how|why|what|which)"
)
"""Question words, at the beginning of a word or of one of its parts (이유가 뭔)."""

_OPEN = frozenset({"places", "orgs", "people", "methods", "statements"})
"""Slots of the interrogatives that may stand for others: 어디, 누구, 어떻게, 뭐라고."""
_CALLED = frozenset({"뭐로", "뭘로", "무엇으로", "뭐라고", "무어라고", "어떻게"})
"""What asks for a name behind a noun that does."""
DOES = re.compile(r"(뭐|뭘|무엇을?|무슨\s?일을?)\s?하")
"""How it is asked what somebody or something does: 뭐 하는 곳, 무슨 일을 하는 회사."""
ASK_WHAT = "ask-what"
"""The concept of 뭐, 무엇."""
REQUEST = "tell-me"
"""The concept of 알려 주다, 해 주다: 정리해 주시겠습니까 is no question of yes or no."""
_VALUES = frozenset({"amounts", "counts", "durations", "when", "places"})
"""Slots of a noun that asks to be told, and not how it is to be told (설명, 전부)."""
_OBJECT = re.compile("^(ㅇㅡㄹ|ㄹㅡㄹ)?$")
"""No particle, 을 and 를."""
_TOPIC = re.compile("^(ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅣ|ㄱㅏ)$")
"""The particles 은, 는, 이, 가."""
ALL = frozenset({"몽땅", "모두", "전부", "모조리", "죄다", "싹다", "빠짐없이", "남김없이", "전부 다"})
"""What asks for a list, unless it says how a verb in the sentence is done."""
_PERSONS = frozenset({"expert", "employee", "workforce", "person-word"})
"""Concepts of whom an employer is told of, and not asked: 고려대 소속 전문가."""
_TELLS = frozenset({"say", "cite", "disclose", "write-article"})
"""Concepts of how something is put: 설명되다, 적히다."""


_UNIT = re.compile(r"몇\s?[a-z]")
"""몇 before a unit: 몇 ㎾."""
_NAMED = re.compile(
    r"(이름|명칭|상품명|서비스명)\S*\s(\S+\s){0,2}(따[온왔오]|지은|지음|지었|지어)|(붙인|붙은)\s(데에?는?|사연|이유|까닭|배경|속뜻)|이름\S*\s정해졌"
)
"""How a name came about: 이름은 어디에서 따온 것, 이름은 누가 지었."""
_WHAT = re.compile(r"(^|\s)(뭐|뭘|무엇|무어|뭣|머라)")


def is_of_naming(text: str) -> bool:
    """Whether it asks how a name came about; not what the name is (이름을 뭐라고 지었어)."""
    return bool(_NAMED.search(text)) and not _WHAT.search(text)


def is_put_by(words: Sequence[Word], noun: Word, interrogative: Word) -> bool:
    """Whether an interrogative at the end only puts the question that the noun before it asks."""
    at = words.index(interrogative)
    ends = interrogative is words[-1] or words[at + 1].token.surface[0] in "되된될됩돼나적써쓰"
    # 까닭은 어디에 있다고
    ends = ends or (noun.slots == ("reasons",) and "be-exist" in words[at + 1].ids)
    asked = set(interrogative.slots)
    called = noun.slots == ("names",) and interrogative.text in _CALLED  # 상품명은 뭐로 정했나
    # 배경은 무엇으로 분석되나
    called = called or (noun.slots == ("reasons",) and interrogative.slots == ("methods",))
    before = [w for w in words[:at] if w.role not in (Role.FORM, Role.QUALITY)]
    ends = ends or called
    return bool(before) and before[-1] is noun and ends and (asked <= _OPEN or asked == set(noun.slots))


def is_what(words: Sequence[Word], noun: Word) -> bool:
    """Whether 뭐 at the end asks which a noun is that may be just a word: 목적은 무엇이었나."""
    last = words[-1]
    before = next((w for w in reversed(words[:-1]) if w.role is not Role.FORM), None)  # 액수를 정확히 대시오
    if before is not noun or last.slots:
        return False
    # 액수를 알려줘
    told = REQUEST in last.ids and _OBJECT.search(noun.token.tail) and _VALUES & set(noun.slots)
    return bool(told or (ASK_WHAT in last.ids and _TOPIC.search(noun.token.tail)))


def only_frames(words: Sequence[Word], word: Word) -> bool:
    """Whether what may ask does not: the 생각 of 내놓을 생각, the 말 of AX라는 말, the 몇 of 몇 분기."""
    at = words.index(word)
    before = words[at - 1].token if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if word.text == "몇":
        return after is not None and after.role is Role.ASKS and "when" in after.slots
    if before is not None and before.tail in AND and DOES.match(word.text):
        return True  # 딥엑스랑 뭐 하는데
    if word.text == "소속" and not word.token.tail and after is not None:
        return after.role is Role.TITLE or bool(_PERSONS & set(after.ids))  # 고려대 소속 전문가는
    if word.text in ALL and after is not None and after is not words[-1]:
        return after.role is Role.ACTION and after.token.verbal  # 힘을 몽땅 쏟겠다고 한 목표
    if "statements" not in word.slots or before is None:
        return False
    called = before.tail.endswith("ㄹㅏㄴㅡㄴ") and after is not None
    return called or (before.verbal and before.tail.endswith("ㄹ"))


def is_told(words: Sequence[Word], interrogative: Word) -> bool:
    """Whether 어떻게 only asks how something is put: 이유가 어떻게 설명돼 있나, 성함은 어떻게 되는지."""
    after = words[words.index(interrogative) + 1 :]
    told = bool(after) and bool(_TELLS & set(after[0].ids))
    return interrogative.slots == ("methods",) and (told or interrogative.token.tail.startswith("ㄷㅚ"))


def is_reported(words: Sequence[Word], interrogative: Word) -> bool:
    """Whether a question word only stands in what somebody ponders: 어디에 도입할지 고민하는 임원."""
    after = words[words.index(interrogative) + 1 :]
    for verb, ponders in itertools.pairwise(after):
        if verb.token.verbal and verb.token.tail.endswith("ㅈㅣ") and verb.role is not Role.FORM:
            rest = after[after.index(ponders) + 1 :]
            return ponders.role is Role.ACTION and any(
                w.role in (Role.TITLE, Role.THING, Role.ENTITY) for w in rest
            )
    return False


def narrows(noun: Word, interrogative: Word) -> bool:
    """Whether a noun that asks says what an interrogative leaves open."""
    if _UNIT.match(interrogative.text):
        return False  # 그 숫자가 몇 ㎾라던가
    told, asked = set(noun.slots), set(interrogative.slots)
    return (told < asked and told != {"items"}) or (asked == {"amounts"} and told <= {"counts", "durations"})
