"""Comparisons: one sub-question a company (SKT vs KT 데이터센터, 3사 중 …, 각각)."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.question import Question, Role, Word

TELCOS = ("skt", "kt", "lguplus")
_MARK = re.compile(r"\bvs\b|비교|각각|각자|차이|따로|둘 다|셋 다|세 회사|회사별|사별|중에|중 |가운데|versus|compare|each|difference|다른 점|다른점")


def compared(question: Question) -> tuple[str, ...]:
    """The telcos that a question compares, in order; empty where it is no comparison."""
    named = tuple(i for i in question.entities if i in TELCOS)
    if len(named) >= 2:
        return named if _MARK.search(question.text) or _listed(question) else ()
    if "telcos" in question.entities and not named and _MARK.search(question.text + " "):
        return TELCOS
    return ()


def sub_questions(question: Question, company: str, company_word: Word) -> Iterator[Question]:
    """The question as put to one company: all that is not about another, or its own stretch alone."""
    words = question.words
    others = [n for n, w in enumerate(words) if _telco(w) and company not in w.ids]
    mine = next((n for n, w in enumerate(words) if company in w.ids), None)
    rest = [w for n, w in enumerate(words) if n not in others and n != mine and not _mark_word(w)]
    yield replace(question, words=(company_word, *rest))
    if mine is None or not others:
        return
    bounds = sorted(n for n in others if n > mine)
    if bounds:  # A의 x와 B의 y: x belongs to A
        own = [w for w in words[mine + 1 : bounds[0]] if not _mark_word(w)]
        tail = [w for w in words[bounds[0] :] if w.role in (Role.ASKS, Role.SHELL)]
    else:
        own = [w for w in words[mine + 1 :] if not _mark_word(w)]
        tail = []
    if any(w.role.content for w in own) and _split_between(words, [*others, mine]):
        yield replace(question, words=(company_word, *own, *tail))


def _split_between(words: Sequence[Word], companies: Sequence[int]) -> bool:
    """Whether each company has content of its own behind it."""
    bounds = [*sorted(companies), len(words)]
    return all(any(w.role.content for w in words[a + 1 : b]) for a, b in itertools.pairwise(bounds))


def _listed(question: Question) -> bool:
    """Two companies side by side: SKT와 KT, SKT KT 데이터센터, SKT랑 LG유플러스는."""
    at = [n for n, w in enumerate(question.words) if _telco(w)]
    return all(b - a <= 2 for a, b in itertools.pairwise(at))


def _telco(word: Word) -> bool:
    return word.role is Role.ENTITY and bool({*TELCOS, "telcos"} & set(word.ids))


def _mark_word(word: Word) -> bool:
    return bool(_MARK.fullmatch(word.text)) or word.text in ("vs", "비교", "각각", "차이", "중")


def any_of(words: Sequence[Word], role: Role) -> bool:
    return any(w.role is role for w in words)
