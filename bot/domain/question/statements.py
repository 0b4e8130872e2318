"""Cuts a message into statements: its sentences and, where one holds several, their clauses."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.question.question import Question
from bot.domain.question.words import Role

SHORTEST = 6
"""Characters of a sentence that may state something."""
_SENTENCE = re.compile(r"(?<=[.!?。])(?<!\d\.)\s+|[\n\r;•…]+|\.{3,}|(?<=[다요죠음함됨임])\.(?=\S)|\s[-–—]\s")
_ASKS = re.compile(r"[?？]\s*$")
_ASKED = re.compile(r"언제|얼마|누구|누가|어디|어느|어떤|어떻게|무엇|뭐|뭘|몇|왜\s|나요$|까요?$")
_CLAUSE = re.compile("(ㄱㅗ|ㅁㅕ|ㅇㅡㅁㅕ|ㅈㅣㅁㅏㄴ|ㄴㅡㄴㄷㅔ|ㅎㅐㅆㄱㅗ|ㄱㅗㅇㅛ)$")
_DENIES = re.compile(
    r"(?<![가-힣])안\s?(?=[가-힣])|않|못\s?(?:[하했할한]|[가-힣]+다)|아니|아닌|없(?!이)|취소|철회|무산|중단|never|\bnot\b|n't"
)
_DONE = re.compile(
    "(?<!ㅣ)(ㅆㄷㅏ|ㅆㅅㅡㅂㄴㅣㄷㅏ|ㅆㅇㅓㅇㅛ|ㅆㄷㅐ(ㅇㅛ)?|ㅆㅇㅡㅁ|ㅆㄴㅔ(ㅇㅛ)?|ㅆㅈㅛ|ㅆㅇㅓ|ㅆㄷㅏㄱㅗ)$"
)
_PLANNED = re.compile(r"기로\s|겠다|계획|예정|방침|목표|려고|전망|\bwill\b|\bplans?\b")
SAYING = frozenset({"say", "plan", "aim", "predict", "tell-me", "announce"})
"""Actions that frame another one: what is said or planned is the predicate, not that it is."""
_HANGUL = re.compile("[가-힣]")
_EMPTY = re.compile(r"(있|이다|입니다|이었|였|한다|했다|합니다|등|및|또한|특히|것|바)[가-힣]{0,3}[.,!]?$")
"""Words that add nothing where they are read as endings: 300명이 있다."""


def sentences(text: str) -> list[str]:
    """The sentences that may state something."""
    parts = [part.strip(" \t-*>·") for part in _SENTENCE.split(text) if part]
    return [part for part in parts if len(part) >= SHORTEST and not _ASKS.search(part)]


def states(question: Question) -> bool:
    """Whether it is a statement: names something known, or a number or date, and says something of it."""
    named = question.roles(Role.ENTITY, Role.OUTSIDER, Role.AMOUNT, Role.DATE, Role.THING)
    return bool(named) and len(question.content) >= 2 and not _ASKED.search(question.text)


def swallows(question: Question) -> bool:
    """Whether a word may have been read away: as a question word (정의선), or as a chain of particles."""
    if any(word.role is Role.ASKS for word in question.words):
        return True
    ends = [*(word.token.start for word in question.words[1:]), len(question.text)]
    for word, end in zip(question.words, ends, strict=True):
        if word.implied:
            continue
        behind = question.text[word.token.end : end].split()[1:]
        if not word.token.verbal and any(_HANGUL.search(w) and not _EMPTY.match(w) for w in behind):
            return True
    return False


def denials(text: str) -> int:
    """How often a text denies something."""
    return len(_DENIES.findall(text))


def is_done(question: Question) -> bool:
    """Whether the last verb says that it has happened (출시했다) and not that it was planned."""
    last = question.words[-1] if question.words else None
    if _PLANNED.search(question.text):
        return False
    return bool(last and last.token.verbal and _DONE.search(last.token.tail) and not set(last.ids) & SAYING)


def predicate(question: Question) -> str:
    return question.words[-1].text


def clauses(question: Question) -> Iterator[Question]:
    """The question cut where a clause ends; a clause that names nobody keeps the first one's doer."""
    start, words = 0, question.words
    lead = next((w for w in words if w.role is Role.ENTITY), None)
    for at in range(1, len(words) + 1):
        last = at == len(words)
        gap = "" if last else question.text[words[at - 1].token.end : words[at].token.start]
        ends = _CLAUSE.search(words[at - 1].token.tail) and (words[at - 1].token.verbal or "," in gap)
        if last or ends:
            part = words[start:at]
            if lead and start and not any(w.role is Role.ENTITY for w in part):
                part = (replace(lead, implied=True), *part)
            text = question.text if last else question.text[: words[at].token.start]
            yield replace(question, words=part, text=text)
            start = at


def text_of(clause: Question, question: Question, sentence: str) -> str:
    """The clause as it was written."""
    own = [w.token for w in clause.words if not w.implied]
    if not own or len(question.text) != len(sentence):  # normalising has moved the characters
        return " ".join(w.text for w in clause.words)
    after = [w.token.start for w in question.words if w.token.start > own[-1].start]
    return sentence[own[0].start : min(after, default=len(sentence))].strip(" ,")
