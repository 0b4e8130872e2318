"""What a question describes instead of naming it.

A company by what it made or by who leads it (챗GPT를 만든 회사, 나델라네 회사), a product by whose it is
and of what kind (LG유플러스의 소형언어모델).
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.lexicon import EMPLOYERS, Entity, EntityType
from bot.domain.question.aside import is_a
from bot.domain.question.words import Role, Word
from bot.domain.reading.vocabulary import Sense

_MAKING = frozenset(
    {
        "develop",
        "developer-company",
        "found",
        "build",
        "own",
        "launch",
        "operate",
        "lead",
        "represent",
        "manage",
    }
)
"""Concepts of what a company does to what is its own, and a person to the company."""
COMPANY, GROUP = "company-word", "conglomerate"
"""The concepts of 회사 and 그룹."""
_COMPANIES = frozenset({COMPANY, "developer-company", "telcos", GROUP})
"""Concepts of words that only say company."""
_HEADS = frozenset({"ceo", "representative-director", "company-president", "head-person", "founder"})
"""Offices that a company has and a product has not."""
_THINGS = (EntityType.PRODUCT, EntityType.MODEL)
_MADE = (*_THINGS, EntityType.PROGRAMME, EntityType.PERSON)
_WHOSE = ("", "ㅇㅢ", "ㄴㅔ")
"""No particle, 의 and 네: whose company it is."""


def stand_for_firms(words: Sequence[Word], entities: Mapping[str, Entity]) -> list[Word]:
    """Makes products and people mean the company that they describe, and frees the words between.

    Not where nothing is asked besides: who made it is the question, then.
    """
    found = list(words)
    for at, word in enumerate(words):
        if not is_a(word, entities, *_MADE) or _acts_itself(word, entities):
            continue
        end = _description_end(words, at, entities)
        bare = end == at + 1
        heads = bare and is_a(word, entities, *_THINGS) and _is_headed(words, at)
        if (heads or _is_company(words, at, end, entities)) and any(map(_asks_more, words[end:])):
            found[at] = _with_firms(word, entities)
            for between in range(at + 1, end):
                found[between] = replace(found[between], role=Role.SHELL)
    return found


def _acts_itself(word: Word, entities: Mapping[str, Entity]) -> bool:
    """Whether a product is what does something: KT SPC가 돌아가는 곳 is no company."""
    return bool(is_a(word, entities, *_THINGS)) and word.token.tail in ("ㅇㅣ", "ㄱㅏ")


def _asks_more(word: Word) -> bool:
    """Whether a word behind a description asks something else than whose it is: 어떤 회사가 되겠대."""
    return word.role.content or "become" in word.ids


def _description_end(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> int:
    """Where the words that describe a company by the one at ``at`` end."""
    end = at + 1
    while end < len(words) and (
        _MAKING & set(words[end].ids) or (end > at + 1 and _is_firm(words, at, end, entities))
    ):
        end += 1
    whose = end == at + 1 and end < len(words) and words[at].token.tail in _WHOSE
    return end + 1 if whose and COMPANY in words[end].ids else end


def _is_firm(words: Sequence[Word], at: int, end: int, entities: Mapping[str, Entity]) -> bool:
    """Whether a word only says company; 통신사 does of what a telco made, 그룹 of who leads one."""
    if words[end].text == "데" and not words[end].token.tail:
        return False  # 개발하는 데 걸린 기간
    if {COMPANY, GROUP} & set(words[end].ids):
        return True
    telco = any(entities[i].type is EntityType.TELCO for i in _firms(words[at], entities))
    return telco and "telcos" in words[end].ids


def _is_headed(words: Sequence[Word], at: int) -> bool:
    """Whether an office follows that only a company has: 챗GPT 대표."""
    headed = at + 1 < len(words) and words[at].token.tail in _WHOSE
    return headed and bool(_HEADS & set(words[at + 1].ids))


def _is_company(words: Sequence[Word], at: int, end: int, entities: Mapping[str, Entity]) -> bool:
    """Whether what stands between a product and ``end`` says that a company made it."""
    between = words[at + 1 : end]
    if any(_COMPANIES & set(w.ids) for w in between):
        return True
    maker = is_a(words[end], entities, *EMPLOYERS) if between and end < len(words) else None
    return maker is not None and maker in _firms(words[at], entities)


def _with_firms(word: Word, entities: Mapping[str, Entity]) -> Word:
    """A product or a person that also means the companies whose it is."""
    firms = [i for i in _firms(word, entities) if i not in word.ids]
    senses = [Sense(i, "entity" if entities[i].known else "outsider") for i in firms]
    return replace(word, token=replace(word.token, senses=(*senses, *word.token.senses)), maker=True)


def _firms(word: Word, entities: Mapping[str, Entity]) -> list[str]:
    """Whose a product is, or for whom a person works."""
    own = (entities[i] for i in word.ids if i in entities)
    related = dict.fromkeys(r for e in own for r in (e.developer, e.owner, *e.orgs) if r)
    return [i for i in related if i in entities and entities[i].type in EMPLOYERS]


def stand_for_products(
    words: Iterable[Word], things: Mapping[tuple[str, str], str], entities: Mapping[str, Entity]
) -> Iterator[Word]:
    """Makes a common noun behind a company's name also mean the only such thing that the company has."""
    firm: str | None = None
    for word in words:
        only = [things[firm, kind] for kind in word.ids if firm and (firm, kind) in things]
        if only and word.role is Role.THING:
            senses = (*word.token.senses, Sense(only[0], Role.ENTITY))
            yield replace(word, token=replace(word.token, senses=senses))
        else:
            yield word
        if word.role is not Role.QUALITY:  # KT의 자체 모델
            whose = word.token.tail in ("", "ㅇㅢ")
            firm = is_a(word, entities, *EMPLOYERS) if whose else None


def only_things(entities: Mapping[str, Entity]) -> dict[tuple[str, str], str]:
    """For a company and a kind of thing the only such thing that it has: (LG유플러스, 소형언어모델)."""
    found: dict[tuple[str, str], set[str]] = {}
    for entity in entities.values():
        firms = {firm for firm in (entity.owner, entity.developer) if firm}
        for key in itertools.product(firms, entity.is_a):
            found.setdefault(key, set()).add(entity.id)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
