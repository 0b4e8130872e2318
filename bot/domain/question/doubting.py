"""Whether a question ends as one of yes or no does: 거치나요, 맞음?, is it …"""

import re
from collections.abc import Sequence

from bot.domain.question.asking import REQUEST
from bot.domain.question.words import Role, Word

_ENDS_ASKING = re.compile(r"\?[^\w?]*[ㅋㅎㅠㅜ\W]*$")
"""A question mark at the end, whatever laughs or shines behind it."""
_ENGLISH_DOUBT = re.compile(r"(^|[.?!]\s+)(did|does|do|is|are|was|were|has|have|had|will)\s", re.IGNORECASE)
"""How a question of yes or no begins in English."""
_TOPIC = re.compile("(ㅇㅡㄴ|ㄴㅡㄴ)(ㅇㅛ)?$")
"""The particle 은, 는 (KT는요?)."""
_IS_IT = re.compile("ㅇㅣㅇㅑ$|ㅇㅑ$|ㅇㅖㅇㅛ$|ㅇㅣㅇㅔㅇㅛ$|ㅇㅔㅇㅛ$")
"""이야, 예요 behind a noun that a question ends with."""
_REQUESTS = frozenset({REQUEST, "know-think"})
"""Concepts of what asks to be told: 이름 아세요?"""


def ends_in_doubt(words: Sequence[Word], text: str) -> bool:
    """Whether an ending asks (거치나요), or stands for one that does: 맞음?, 거침?"""
    if any(w.token.asking and not _REQUESTS & set(w.ids) for w in words):
        return True
    if _ENGLISH_DOUBT.search(text) and not any(REQUEST in w.ids for w in words):
        return True
    last = words[-1] if words else None
    if last is None or not _ENDS_ASKING.search(text):
        return False
    topic = not last.token.verbal and _TOPIC.match(last.token.tail)  # KT가 합치는 조직은?
    stated = last.role is not Role.ASKS and not _REQUESTS & set(last.ids) and not topic
    if stated and any(w.token.verbal for w in words):
        return True  # 접어도 된다고 봐? 거쳐서 돌아가는 거야?
    if last.role.content and _IS_IT.match(last.token.tail):
        return True  # 이름 확정이야?
    return "is-it-true" in last.ids or (last.role is Role.ACTION and last.token.tail.endswith("ㅁ"))
