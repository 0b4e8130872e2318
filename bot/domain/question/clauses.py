"""What a clause sets aside: 'AICT 컴퍼니'를 내세운 곳 말고, 300명으로 운영되는 쪽이 아니라."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.korean import compose
from bot.domain.lexicon import EMPLOYERS, Entity
from bot.domain.question.aside import ASIDE, SET_ASIDE, TALK, TOPIC, is_a, is_adnominal, pauses, stops
from bot.domain.question.words import Role, Word

_SAID = (*SET_ASIDE, Role.ASKS, Role.ACTION, Role.TITLE, Role.QUALITY, Role.UNKNOWN, Role.UNKNOWN_VERB)
_ONES = frozenset(
    {
        "company-word",
        "developer-company",
        "person-word",
        "shell-field",
        "product-word",
        "that-company",
        "business-word",
        "shell-thing",
    }
)
"""Nouns that stand for what a clause describes: 곳, 쪽, 회사, 사람."""
_NOT_MEANT = re.compile(
    r"(아닙니다|아니에요|아니예요|아녜요|아님|아니다|아닐\s테고)(?!\s*\?)|(아니지|아니죠)\s?\?+\s(?=\S)"
)
"""What says in a sentence of its own what is not meant: 대표가 아닙니다. 빌 게이츠 아님. 맛집 이름 아니지?"""
_NOT_THAT = re.compile(f"{ASIDE}|됐고|됐으니|아닌|제외하|구별하|구별해")


def clauses_set_aside(words: list[Word], text: str, entities: Mapping[str, Entity]) -> list[Word]:
    """Sets aside all that a clause says which is not meant."""
    found = list(words)
    for at in range(1, len(words)):
        disclaimed = _is_disclaimed(words, at, text)
        negated = _is_negated(words, at, text)
        if not (disclaimed or negated) or not _is_described(words, at, disclaimed=disclaimed):
            continue
        start = _opening(words, at, text)
        goes_on = at + 1 < len(words) and not disclaimed
        rest = [w for w in words[at + 1 :] if w.role is Role.ENTITY and not w.excluded]
        for n in range(start, at):
            stays = goes_on and _stays(found[n], rest, entities, first=n == start)
            if found[n].role in _SAID and not stays:
                found[n] = replace(found[n], excluded=True)
    return found


def _is_described(words: Sequence[Word], at: int, *, disclaimed: bool) -> bool:
    """Whether a clause describes the noun before a negation: 내세운 곳, 올트먼이 온 날, 꾸려지는 조직."""
    before = words[at - 1]
    apart = before.role is Role.SHELL and words[at].text.startswith("별개")
    one = before.role is Role.TITLE or bool(_ONES & set(before.ids)) or "when" in before.slots
    if one or apart or _gives_a_reason(before) or (disclaimed and before.role in SET_ASIDE):
        return True
    modified = at >= 2 and words[at - 2].role is Role.ACTION and is_adnominal(words[at - 2])
    return modified and (before.role in (Role.THING, Role.ACTION) or TALK in before.ids)


def _gives_a_reason(word: Word) -> bool:
    """파주는 LG유플러스 거니까 빼고, …라던데 그거 말고."""
    pointed = "this-that" in word.ids and word.text.startswith("그")
    return word.token.tail.endswith("ㄴㅣㄲㅏ") or pointed


def _is_negated(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether 말고 or the like follows, within a sentence or as one behind a question.

    사들인다는 얘기는 아닐 테고. 누구예요? 최태원 회장 만난 사람 말고요.
    """
    word, behind = words[at], text[words[at].token.end :]
    asked = "?" in text[: word.token.start] and "?" not in behind
    if _is_negation(word) and (at + 1 < len(words) or asked):
        return True
    return word.text == "아닐" and behind.startswith(" 테")


def _opening(words: Sequence[Word], at: int, text: str) -> int:
    """Where the clause before a word begins."""
    if _gives_a_reason(words[at - 1]) and at + 1 < len(words):
        return 0
    before = range(at - 1, -1, -1)
    opens = (n + 1 for n in before if _opens(words[n]) or stops(words, n, text) or pauses(words, n, text))
    return next(opens, 0)


def _stays(word: Word, rest: Sequence[Word], entities: Mapping[str, Entity], *, first: bool) -> bool:
    """Whether what follows is still about a name in the clause set aside: KT가 지을 데 말고 지은 데.

    A company stays where no other is named, whatever else the clause begins with where nothing is.
    """
    if is_a(word, entities, *EMPLOYERS):
        return not any(is_a(w, entities, *EMPLOYERS) for w in rest)
    return first and not rest and word.role is Role.ENTITY


def _opens(word: Word) -> bool:
    """Whether a clause begins behind a word: LG유플러스의 데이터센터 가운데, KT는."""
    topic = word.token.tail in TOPIC and not word.token.verbal  # 돈 넣은 데: no topic
    return topic or word.text in ("가운데", "중", "중에", "중에서", "때")


def _is_negation(word: Word) -> bool:
    """말고, 아니라, 빼고 and the like; not the 아닌가요 of a question."""
    said = word.text + compose(word.token.tail)
    return bool(_NOT_THAT.match(said)) and not word.token.asking


def _is_disclaimed(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether a sentence of its own says what is not meant: 대표가 아닙니다. 상무보는 언제 …"""
    said = _NOT_MEANT.match(text, words[at].token.start)
    asked_elsewhere = any(w.role is Role.ASKS for w in words) or text.rstrip().endswith("?")
    supposed = at > 1 and words[at - 2].token.tail.endswith("ㄹ")  # 혼자 쓸 거 아니지? 누구한테 풀어
    return said is not None and asked_elsewhere and not supposed
