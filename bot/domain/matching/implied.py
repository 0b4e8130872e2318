"""Slots that a fact fills without saying so: who did it, what it is called, where it stands."""

import itertools
import re

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.lexicon import MADE, NAMED, EntityType
from bot.domain.matching.profiles import Profile
from bot.domain.question.asking import ALL, REQUEST
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word
from bot.domain.reading.vocabulary import fold

SOFT_SLOTS = frozenset({"methods", "statements"})
"""Slots that a fact may well tell without a value of its own; the others need one."""
HELD = frozenset({"hold-event", "meet"})
"""What is done at a place by people who came there."""
EVENTS = frozenset({"press-conference"})
"""The same, where the noun says it (설명회를 한 곳)."""
SAYING = frozenset({"say", REQUEST})
"""What is done at an event (기자들을 모아 설명한 곳)."""
SPEAKING = frozenset({"say", "present", "disclose", "weigh-up"})
"""What somebody in office does at a place."""
USERS_DO = frozenset({"use", "buy"})
"""Actions of those who use a product."""
OTHERS_DO = USERS_DO | {"receive-investment"}
"""Actions of customers: who uses a product is not told by a fact of its owner."""
LOCATING = frozenset(
    {"build", "open-facility", "hold-event", "found", "start-construction", "be-exist", "meet"}
)
"""Actions that happen at a place."""
_OF_PRODUCTS = re.compile("모델|제품|서비스|상품")
_FIRM = re.compile("회사|기업|통신사|이통사|업체|사업자|곳|데|어디|사람|인물|company|telco|carrier")
"""Words of which a telco or a person is the name that is asked for."""
_DONE = re.compile("^ㅆ|ㅇ[ㅏㅓ]ㅆ|^(ㅇㅡ)?ㄴ(ㄱㅔ|ㄱㅓ|$)")
"""How a verb says that something was done: 냈어, 내놓은 게."""
_LISTED = re.compile(r"몇\s?(개|곳|군데|가지|회사|기업|업체|나라)")
"""What asks how many there are of things that a list may hold."""
_AND_SO_ON = re.compile(r"등(?![가-힣]{2})")
"""What leaves a list open: …, 오라클 등."""
_WITHIN = re.compile("^ㅇㅔ(?!ㄱㅔ|ㅇㅕ|ㅇㅛ)")
"""어디에, 어디에서: asks for a place rather than a company."""


def asks_within(word: Word, question: Question) -> bool:
    """Whether 어디 asks for a place: 어디에; 어디서, unless what is done there is done by somebody (개발)."""
    if word.text.endswith("서") or word.token.tail.startswith(("ㅅㅓ", "ㅇㅔㅅㅓ")):
        # 대표는 어디서 발표했어
        spoken = bool(question.roles(Role.TITLE)) and question.predicate_ids <= SPEAKING
        known = bool(question.predicate_ids) and (question.predicate_ids <= LOCATING or spoken)
        return known or question.predicate_is_unknown  # 어디서 강연하는지
    at = question.words.index(word)
    if at + 1 < len(question.words) and "be-exist" in question.words[at + 1].ids:  # 어디 있는
        return True
    if at and question.words[at - 1].text in ("곳", "데", "장소"):  # 설명회를 한 곳은 어디
        held = bool(EVENTS & question.ids) and question.predicate_ids <= SAYING
        return held or bool(question.predicate_ids & HELD)
    return bool(_WITHIN.search(word.token.tail))


def _shows_site(fact: Fact, base: FactBase) -> bool:
    """Whether a fact about a facility says where that stands: SKT 가산 AI 데이터센터."""
    entity = base.entities.get(fact.subject)
    if entity is None or entity.type is not EntityType.FACILITY:
        return False
    return any(base.entities[i].name in fact.summary for i in entity.part_of if i in base.entities)


def _owners_named(question: Question, base: FactBase) -> set[str]:
    """Owners whose name is part of a name in the question: SKT of SKT GPUaaS."""
    found = set()
    for word in question.roles(Role.ENTITY):
        for i in word.ids:
            owner = base.entities[i].owner if i in base.entities else None
            if owner in base.entities and owner is not None:
                names = base.entities[owner].surfaces
                found |= {owner} if any(fold(name) in fold(word.text) for name in names) else set()
    return found


def has_a_name(entity_id: str, base: FactBase, *, of_products: bool = False) -> bool:
    """Whether an entity is what people ask the name of; a telco or a place is not, a maker no product."""
    entity = base.entities.get(entity_id)
    return entity is not None and entity.type in (MADE if of_products else NAMED)


def is_of_products(word: Word) -> bool:
    """Whether a word asks for the name of something made (모델명, 상품명), not for its maker's."""
    return bool(_OF_PRODUCTS.match(word.text))


def implied_fit(word: Word, question: Question, profile: Profile, base: FactBase) -> float:
    """Slots that a fact fills without saying so.

    A name is told by a fact whose subject the question does not name, or that names the holder of an
    office. Who did it is told by a company's fact to a question that does not name the company. How something
    is or was said is told by any fact that accounts for the rest, if less surely.
    """
    fact = profile.fact
    if fact.subject in question.excluded:
        return 0.0
    if word.slots == ("when",) and _is_not_yet(question, profile):
        return 1.0
    if "counts" in word.slots and _counts_the_listed(word, question, profile):
        return 0.9
    if {"items", "names"} & set(word.slots) and question.head and profile.kinds & set(question.head.ids):
        return 0.9  # one of the kind that is asked for: "데이터센터 뭐뭐 있어"
    if word.text in ALL and question.content:
        return 0.6  # 전략을 빠짐없이: whatever tells of it
    known = {*question.entities, *question.excluded, *_owners_named(question, base)}
    if "names" in word.slots and (fit := _name_fit(word, question, fact, known, base)):
        return fit
    if {"orgs", "places"} & set(word.slots) and (fit := _who_or_where_fit(word, question, fact, known, base)):
        return fit
    if "statements" in word.slots and not fact.statements and base.people(question.entities):
        return 0.0  # 곽노정 사장은 뭐라고 했어: only what he said tells that
    return 0.3 if SOFT_SLOTS & set(word.slots) else 0.0


def _counts_the_listed(word: Word, question: Question, profile: Profile) -> bool:
    """Whether it asks how many there are of what the fact lists to the last one: 몇 개 회사가 합작해."""
    fact = profile.fact
    closed = len(fact.items) > 1 and not _AND_SO_ON.search(fact.quote)
    asked = bool(_LISTED.match(word.text)) and fact.subject in question.entities
    return closed and asked and bool(profile.offers["items"] & question.predicate_ids)


def _is_not_yet(question: Question, profile: Profile) -> bool:
    """Whether it asks when something was done that the fact says is not done yet: 에이전트를 언제 냈어."""
    done = (w for w in question.roles(Role.ACTION) if _DONE.search(w.token.tail))
    return profile.fact.company in question.entities and any(
        profile.denied & question.predicate_ids & set(w.ids) for w in done
    )


def _name_fit(word: Word, question: Question, fact: Fact, known: set[str], base: FactBase) -> float:
    if fact.people and question.roles(Role.TITLE):
        return 0.8
    entity = base.entities.get(fact.subject)
    carrier = entity is not None and entity.type is EntityType.TELCO
    if fact.subject not in question.entities and (not carrier or _FIRM.search(question.text)):
        return 0.8
    others = set(fact.entities) - known
    return 0.7 if any(has_a_name(i, base, of_products=is_of_products(word)) for i in others) else 0.0


def _uses_it(question: Question, fact: Fact) -> bool:
    """Whether a fact tells that its company uses what the question says is used: 제미나이를 쓴 데."""
    means = {value.entity for value in fact.methods}
    pairs = itertools.pairwise(question.words)
    return any(means & set(w.ids) and OTHERS_DO & set(after.ids) for w, after in pairs)


def _who_or_where_fit(word: Word, question: Question, fact: Fact, known: set[str], base: FactBase) -> float:
    if "orgs" in word.slots and word.grain:
        return 0.0
    if "places" in word.slots and fact.subject not in known and _shows_site(fact, base):
        return 0.8
    done = question.predicate_ids
    used = bool(done & OTHERS_DO) and "join" not in done  # 들어간: joined, or is used
    by_others = used and bool(question.entities) and not _uses_it(question, fact)
    company = "orgs" in word.slots and fact.company != "industry" and fact.company not in known
    return 0.8 if company and not by_others and not asks_within(word, question) else 0.0
