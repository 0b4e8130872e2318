"""Whether a fact fills the slot that a question asks for, for the predicate that it asks."""

import itertools
import re
from collections.abc import Iterable

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.lexicon import FIRMS, EntityType
from bot.domain.matching.implied import (
    EVENTS,
    HELD,
    LOCATING,
    asks_within,
    has_a_name,
    implied_fit,
    is_of_products,
)
from bot.domain.matching.profiles import UNITS, Profile
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word
from bot.domain.reading.values import Amount
from bot.domain.reading.vocabulary import fold

VALUE_SLOTS = frozenset({"when", "amounts", "counts", "durations"})
"""Slots whose value belongs to one predicate: 착공 is not 완공."""


MEASURES = frozenset({"amounts", "counts"})
"""Slots whose value may be a measure of a thing rather than of what is done."""

_PEOPLE = re.compile("명|사람|인원|몇 분|people|head")
"""Count words that count persons."""
_SINCE = re.compile("만|지난")
"""What makes a duration the time since something: 2년 만에, 석달이 지난 현재."""
_RATIO = re.compile("퍼센트|프로|비율|비중|%|몇 배")
_COSTS = re.compile(r"얼마(나|가|쯤)?\s?(들었|드는|들어|든다|든대|들까|듭)")
"""What asks for money by what something took: 얼마 들었어."""
_LETTERS = re.compile(r"몇 ?글?자")
"""What counts the characters of a text: 몇 자까지."""
_PIECES = re.compile("개|곳|가지|군데|종|건")
MONEY = frozenset({"invest", "money", "pay", "buy", "sell", "build-cost"})
"""Concepts that make 얼마 a question of money."""

SITES = frozenset({"real-estate", "building"})
"""Things of which 어디어디 asks where they are."""
FUNDS = "funds"
OBTAIN = frozenset({"raise-funds", "secure"})
"""Actions of which 어디서 asks for the source."""
WHICH_COMPANY = "ask-which-company"
FIELDS = frozenset({"industry-field", "shell-field"})
"""Nouns of which 어디 asks which they are."""
PERSON = "person-word"
MEDIUM = "article-facts"
"""The concept of 매체, 언론사."""
_STAFF = frozenset({PERSON, "workforce", "employee", "expert"})
"""Concepts of the people of a company."""
PRODUCT = "product-word"
_ADDS_NOTHING = frozenset({"abbreviate", "is-it-true", "company-word"})
"""Concepts of 약어, 정확한 and 법인, as they stand between a name and a question for it."""
HARDWARE = frozenset({"gpu", "semiconductor", "server"})
"""Things of which no source names a maker."""
_ASIDE = re.compile(r"\((?!가칭)[^)]*\)")
"""What a name's source explains in brackets: AX(AI 전환) 전문기업."""
OFFICE = "office"
"""The grain of a question for what a person is (직책, 소속), which what a thing does (역할) is not."""
PERSONAL = frozenset({OFFICE, "university"})
"""Grains of questions that are asked of a person."""


def slot_fits(question: Question, profile: Profile, base: FactBase) -> tuple[float, ...]:
    """How well the fact fills each slot asked: 1 for the predicate asked, less for another, 0 not at all."""
    return tuple(_word_fit(word, question, profile, base) for word in question.asked)


def _of_sites(question: Question) -> bool:
    """Whether a question is about land or buildings: which they are is told by nothing but their places."""
    return bool(SITES & question.ids)


def _asks_of_site(word: Word, question: Question) -> bool:
    """Whether 어디 is asked of land or buildings: 팔려는 건물이 어디 있는지, not 건물 판 돈을 어디에."""
    before = question.words[: question.words.index(word)]
    last = next((w for w in reversed(before) if w.role not in (Role.FORM, Role.QUALITY)), None)
    return last is not None and bool(SITES & set(last.ids))


def _named_by(word: Word, question: Question) -> Word | None:
    """The name right before a question for a name (AX 전문기업의 이름): what it is called is known, then."""
    earlier = reversed(question.words[: question.words.index(word)])
    # 정식 상품명, 정확한 명칭, KT SPC라는 약어의 정식 명칭
    before = next((w for w in earlier if w.role is not Role.QUALITY and not _ADDS_NOTHING & set(w.ids)), None)
    own = (
        before is not None and before.role is Role.ENTITY and before.token.tail in ("", "ㅇㅢ", "ㄹㅏㄴㅡㄴ")
    )
    return before if own else None


def _tells_another_name(known: Word, profile: Profile) -> bool:
    """Whether a fact has a name for it that is not the one typed, or says that it is tentative."""
    told = [_ASIDE.sub("", v.text) for v in profile.fact.names if v.entity in known.ids]
    return any(fold(known.text) != fold(text) or "가칭" in text for text in told)


def _slots_of(word: Word, question: Question) -> tuple[str, ...]:
    """The slots that a word asks for: 돈을 어디서 구해 asks how, not at which place."""
    obtained = question.predicate_ids & OBTAIN or FUNDS in question.ids
    if "places" in word.slots and word.text.startswith("어디서") and obtained:
        return ("methods",)
    at = question.words.index(word)
    if "places" in word.slots and at and FIELDS & set(question.words[at - 1].ids):
        return ("items", *word.slots)  # 어느 분야: 분야가 어디
    if "amounts" in word.slots and _of_people(at, question):
        return ("counts", *word.slots)  # 일할 사람이 총 얼마나 되나
    if word.text == "몇":  # 랙당 전력 몇
        return ("amounts", *word.slots)
    return word.slots


def _asks_whose_make(word: Word, question: Question) -> bool:
    """Whether it asks who made a common thing, which no source tells: 어느 회사 GPU, GPU는 어느 회사 제품."""
    at = question.words.index(word)
    before, after = question.words[max(at - 1, 0) : at], question.words[at + 1 : at + 2]
    if any(PRODUCT in w.ids for w in after):
        return any(w.role is Role.THING for w in before)
    return any(HARDWARE & set(w.ids) for w in after)


def _of_people(at: int, question: Question) -> bool:
    """Whether it is people of whom a quantity is asked."""
    before = [w for w in question.words[:at] if w.role is not Role.FORM]
    return bool(before) and PERSON in before[-1].ids


def _word_fit(word: Word, question: Question, profile: Profile, base: FactBase) -> float:
    known = _named_by(word, question) if word.slots == ("names",) else None
    if known and any(has_a_name(i, base, of_products=is_of_products(word)) for i in known.ids):
        return float(_tells_another_name(known, profile))
    slots = _slots_of(word, question)
    make = WHICH_COMPANY in word.ids and _asks_whose_make(word, question)
    if make or ("items" in slots and _asks_of_site(word, question)):
        return 0.0  # 팔려는 건물에는 어떤 것들
    filled = [slot for slot in slots if slot in profile.offers and _tells_more(slot, question, profile)]
    if {"places", "orgs"} <= set(word.slots) and asks_within(word, question):
        filled = [slot for slot in filled if slot == "places"]
        if (
            not filled
            and profile.fact.items
            and question.predicate_ids - LOCATING
            and not (_of_sites(question) or EVENTS & question.ids)
        ):
            return 0.8  # 어디에 도움이 된대: asks for fields, not for a place
    things = {i for w in question.roles(Role.THING) for i in w.ids}
    kinds = things | base.near(things)
    if not filled:
        chosen = "orgs" in word.slots and _is_choice_of(profile, question, kinds)
        return 1.0 if chosen else implied_fit(word, question, profile, base)
    measured = {i for slot in filled if slot in MEASURES for i in profile.offers[slot]}
    if measured & kinds:
        return 1.0  # 전력 수준이 어느 정도: what is measured says it, whatever is done with it
    if not (_grain_fits(word, profile) and _kind_fits(word, question, profile, base)):
        return 0.0
    held = "places" in filled and EVENTS & question.ids & profile.stated  # 간담회하러 어느 나라 갔어
    if held or word.grain in PERSONAL:
        return 1.0  # whatever the question says is done: the office of who did it is asked for
    return _predicate_fit(filled, question.predicate_ids, profile, base)


def _is_choice_of(profile: Profile, question: Question, kinds: set[str]) -> bool:
    """Whether a question names its answers itself: A와 B 중 어느 쪽, 센터 두 곳 중 연 데는 어느 쪽."""
    if question.is_choice and profile.fact.subject in question.entities:
        return True
    return question.is_of_these and bool(profile.kinds & kinds)


def _predicate_fit(filled: Iterable[str], wanted: frozenset[str], profile: Profile, base: FactBase) -> float:
    """How well filled slots suit the predicate asked: 착공 for 착공, less for what is near it."""
    if not wanted:
        return 0.9
    offers = [profile.offers[slot] for slot in filled]
    if any(offered & wanted or not offered for offered in offers):
        return 1.0
    near = base.near(wanted)
    return 0.8 if any(offered & near for offered in offers) else 0.4


def _tells_more(slot: str, question: Question, profile: Profile) -> bool:
    """Whether a slot holds a value that the question does not name itself, or sets aside."""
    values = getattr(profile.fact, slot)
    if question.is_choice:
        return True
    if slot in ("amounts", "counts", "durations"):
        told = {m.token.value.value for m in question.roles(Role.AMOUNT) if m.token.value}
        return not values or any(Amount(v.value, UNITS.get(v.unit, v.unit)) not in told for v in values)
    named = {value.entity for value in values}
    if slot == "orgs" and profile.givers and named <= set(question.entities):
        return True  # MS랑 KT의 펀드에 GPU는 누가 대: which of the two
    if None in named or slot not in ("people", "orgs", "names", "places"):
        return True
    return bool(named - set(question.entities) - question.excluded)


def _whose_people(question: Question, base: FactBase) -> str | None:
    """The one company whose people a question counts: MS 쪽 사람만 몇 명."""
    for before, word in itertools.pairwise(question.words):
        if _STAFF & set(word.ids) and before.role is Role.ENTITY:
            firms = [i for i in question.entities if i in base.entities and base.entities[i].type in FIRMS]
            return firms[0] if firms and set(firms) <= set(before.ids) else None
    return None


def _is_office(question: Question) -> bool:
    """Whether a question asks of nothing but somebody's being something: 언제부터 KT 대표야."""
    last = question.head
    return (
        last is not None and last.role is Role.TITLE and not question.predicate_ids and not last.token.verbal
    )


def _kind_fits(word: Word, question: Question, profile: Profile, base: FactBase) -> bool:
    """어느 대학 needs a university that the question does not name; 얼마 of money needs money."""
    fact = profile.fact
    if "orgs" in word.slots and word.grain:
        others = {fact.subject, *fact.entities} - set(question.entities)
        return any(word.grain in base.entities[i].is_a for i in others if i in base.entities)
    if WHICH_COMPANY in word.ids and fact.orgs and not any(value.entity for value in fact.orgs):
        return False  # 어느 회사: "기업" is none
    if word.grain == OFFICE:
        return bool(base.people(value.entity or fact.subject for value in fact.roles))
    if "when" in word.slots and _is_office(question):  # 언제부터 대표였어: not when he said something
        return bool(base.people(value.entity or "" for value in fact.roles))
    # 설명회는 어디에서 열렸어: not "at a briefing"
    held = (question.predicate_ids & HELD or EVENTS & question.ids) and MEDIUM not in question.ids
    if "places" in word.slots and (held or "orgs" not in word.slots):  # 어느 동네: nothing but a place
        return any(value.entity for value in fact.places)
    named = any("names" in w.slots for w in question.words)
    sites = {"places", "items"} <= set(word.slots) or ("items" in word.slots and named)
    if (sites and _of_sites(question)) or ("places" in word.slots and _asks_of_site(word, question)):
        # 건물이 어디어디: nothing but places
        told = (base.entities[v.entity] for v in (*fact.places, *fact.items, *fact.orgs) if v.entity)
        return any(entity.type in (EntityType.PLACE, EntityType.FACILITY) for entity in told)
    return _quantity_fits(word, question, fact, base)


def _quantity_fits(word: Word, question: Question, fact: Fact, base: FactBase) -> bool:
    """Whether a number of the fact is of the kind that is asked: people, pieces, money, a share, a time."""
    if "durations" in word.slots and fact.durations:  # "2년 만에" says since when, not for how long
        since = "만" in word.text or word.token.tail.startswith("ㅁㅏㄴ")  # 몇 해 만에
        return any(bool(_SINCE.search(value.text)) == since for value in fact.durations)
    if _RATIO.search(word.text):
        return any(amount.unit == "%" for amount in (*fact.amounts, *fact.counts))
    if _LETTERS.search(word.text):
        return any(count.unit == "자" for count in fact.counts)
    if "counts" in word.slots and (whose := _whose_people(question, base)):  # MS 쪽 사람만 몇 명
        return any(count.entity in (None, whose) for count in fact.counts)
    if "counts" in word.slots and fact.counts and (_PEOPLE.search(word.text) or _PIECES.search(word.text)):
        return any((count.unit == "명") == bool(_PEOPLE.search(word.text)) for count in fact.counts)
    if "amounts" in word.slots and fact.amounts and (MONEY & question.ids or _COSTS.search(question.text)):
        return any(amount.unit == "KRW" for amount in fact.amounts)
    return True


def _grain_fits(word: Word, profile: Profile) -> bool:
    """몇 월 needs a month, 며칠 a day; a half-year does not tell either."""
    if not word.grain or "when" not in word.slots or not profile.fact.when:
        return True
    finer = {"year": 0, "half": 1, "quarter": 2, "month": 3, "day": 4}
    if word.grain not in finer:
        return True
    return any(finer[w.date.grain] >= finer[word.grain] for w in profile.fact.when)
