"""Who does what to whom: against a question that swaps the sides of what a fact tells.

MS가 현금을 넣고 KT가 GPU를 댄다 has all the words of its fact, and so has 포티투마루가 유플러스에 투자했다.
"""

import itertools
import re
from collections.abc import Sequence

from bot.domain.matching.profiles import Profile
from bot.domain.question.aside import AND, is_adnominal
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word

_DOER = re.compile("^(ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅣ|ㄱㅏ|ㅇㅔㅅㅓ)$")
_GIVEN = re.compile("^(ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅡㄹ|ㄹㅡㄹ)$")
"""The particles of what stands before who gives it: 현금은 MS가 대고."""
_TARGET = re.compile("^(ㅇㅔ|ㅇㅔㄱㅔ|ㅎㅏㄴㅌㅔ)$")
_DENIES = re.compile(r"(?:^|\s)(?:안|못)(?:\s|내[고는지])|아니|않|말고|빼고")
"""What turns a side round again: MS는 돈은 안 내고 뭘 내."""


def swapped(question: Question, profile: Profile) -> Word | None:
    """The word of a question that has the side of another in the fact; None where none has."""
    if question.is_choice:
        return None  # 돈입니까, 다른 무엇입니까
    return (
        _receiver_acts(question, profile)
        or _partner_receives(question, profile)
        or _gives_what_another_gives(question, profile)
        or _pays_for_another(question, profile)
    )


def _receiver_acts(question: Question, profile: Profile) -> Word | None:
    """Who is said to do to others what is done to them: 포티투마루가 LG유플러스에 투자."""
    if not profile.receivers:
        return None
    names = question.roles(Role.ENTITY)
    acting = [w for w in names if _DOER.match(w.token.tail) and profile.receivers & set(w.ids)]
    done_to = [w for w in names if _TARGET.match(w.token.tail) and profile.fact.company in w.ids]
    return acting[0] if acting and done_to else None


def _partner_receives(question: Question, profile: Profile) -> Word | None:
    """Who is said to get the money that somebody else in the fact gets: 딥엑스에 100억 원."""
    if not (profile.receivers and profile.partners and question.roles(Role.AMOUNT)):
        return None
    names = [w for w in question.roles(Role.ENTITY) if not w.excluded]
    if any(profile.receivers & set(w.ids) for w in names):
        return None
    return next((w for w in names if profile.partners & set(w.ids)), None)


def _gives_what_another_gives(question: Question, profile: Profile) -> Word | None:
    """What is said to come from one company and comes from another: MS가 현금을 넣고."""
    if not profile.givers or _DENIES.search(question.text):
        return None
    named: dict[str, list[tuple[Word, set[str]]]] = {}
    doer: Word | None = None
    for word, after in itertools.zip_longest(question.words, question.words[1:]):
        if _does(word):
            doer = word
            continue
        next_gives = after is not None and _does(after) and bool(_GIVEN.match(word.token.tail))
        giving = _who_gives(question.words, word) or (after if next_gives else doer)
        if giving and (givers := {giver for senses, giver in profile.givers if senses & set(word.ids)}):
            named.setdefault(giving.ids[0], []).append((word, givers))
    known = {giver for _, giver in profile.givers} | {profile.fact.company}
    for who, given in named.items():  # MS는 현금을 내나요, GPU를 내나요: one of them is right
        if who in known and not any(who in givers for _, givers in given):
            return given[0][0]
    return None


def _pays_for_another(question: Question, profile: Profile) -> Word | None:
    """Who is asked how much he gives, of a sum that another gives alone: MS가 부담하는 금액."""
    payers = {value.entity for value in profile.fact.orgs if value.role == "agent"}
    if not payers or not profile.fact.amounts or "amounts" not in question.slots:
        return None
    names = [w for w in question.roles(Role.ENTITY) if not w.excluded]
    doers = [w for w in names if _DOER.match(w.token.tail) and profile.entities & set(w.ids)]
    joined = any(payers & set(w.ids) and w.token.tail in ("", *AND) for w in names)
    alone = doers and not joined and not any(payers & set(w.ids) for w in doers)
    return doers[0] if alone else None


def _who_gives(words: Sequence[Word], word: Word) -> Word | None:
    """Who is described by what he gives: 현금을 대는 MS."""
    at = words.index(word)
    verb, who = (*words[at + 1 : at + 3], None, None)[:2]
    described = verb is not None and verb.role is Role.ACTION and is_adnominal(verb)
    return who if described and who is not None and who.role is Role.ENTITY else None


def _does(word: Word) -> bool:
    return word.role is Role.ENTITY and bool(_DOER.match(word.token.tail))
