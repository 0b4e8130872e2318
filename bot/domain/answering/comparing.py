"""Comparisons: one sub-question a name (SKT vs KT 데이터센터, 3사 중 …, A와 B 중 뭐가 먼저)."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.answering.threads import entity_word
from bot.domain.answering.weighing import BIG
from bot.domain.lexicon import EMPLOYERS, Entity, EntityType
from bot.domain.matching.matching import Match
from bot.domain.question.aside import is_a
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word

TELCOS = ("skt", "kt", "lguplus")
_MARK = re.compile(
    r"\bvs\b|versus|비교|대비하|대조|견주|견줘|각각|각자|어디어디|제각각|차이|따로|둘\s?다|셋\s?다|(?:회사|업체|기업|사)별|각\s?사(?=[는가의도\s])|중에|중\s|가운데|먼저|나중|"
    r"어느\s?(쪽|게|편)|(?<!헷)(?<!엇)갈(?:려|리|립)|나뉘|나뉩|나눠|(?:시기|시점|일정|때)\S*\s앞서|더\s?(이른|앞|크|큰|커|많|작|적|빨|빠|일찍|늦)|다른\s?점|(?:뭐가|무엇이|어떻게)\s?다른|다르|다릅|다른가|다른지|다를|달라|달랐|둘[이은]?\s(?:지금|현재|어떤)|나란히\s?(?:알려|말|보여|적|써)|compare|each|differ|respectively"
)
_TOGETHER = re.compile(r"세\s?회사|두\s?회사|양사")
"""Marks of a comparison that may also mean all of them as one."""
_MORE = re.compile("먼저|나중|더|빠르|빠른|빨|늦|앞서|앞선|이른|이르")
_ALL_THREE = re.compile("3\\s?사|삼사|세|셋|들|three|telcos")
_OF_EACH = re.compile(r"(통신|이통)사별")
"""What asks for each telco by itself."""
_COMPARABLE = (
    {EntityType.PRODUCT, EntityType.MODEL},
    {EntityType.FACILITY, EntityType.PROGRAMME, EntityType.ORGANISATION},
    {EntityType.PERSON},
    {EntityType.FACILITY, EntityType.PLACE},
    {EntityType.PRODUCT, EntityType.MODEL, EntityType.FACILITY, EntityType.PROGRAMME},
)


def compared(question: Question, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The names that a question compares, in order; empty where it is no comparison."""
    marked = sets_apart(question) or bool(_TOGETHER.search(question.text))
    telcos = tuple(i for i in question.entities if i in TELCOS)
    if len(telcos) >= 2:
        return telcos if marked or _listed(question) else ()
    if (
        _collective(question)
        and not telcos
        and (marked or (question.is_keyword and len(question.content) > 1))
    ):
        return TELCOS
    if not marked:
        return ()
    groups = [tuple(i for i in question.entities if entities[i].type in group) for group in _COMPARABLE]
    names = max(groups, key=len)  # of the first group that has most of them
    places = question.is_choice and any(entities[i].type is EntityType.PLACE for i in names)
    return names if len(names) >= 2 and not places else ()


def sets_apart(question: Question) -> bool:
    """Whether a question says that it wants each by itself: 각각, 비교, 차이; 3사 데이터센터를 모두."""
    return bool(_MARK.search(question.text + " ")) or (question.wants_list and _collective(question))


def asks_for_more(question: Question) -> bool:
    """Whether both must be told, to see which is first or has more: 뭐가 먼저야."""
    return bool(_MORE.search(question.text))


def _collective(question: Question) -> bool:
    """Whether all three telcos are meant together (3사), not some telco (통신사 가운데 최초)."""
    named = any("telcos" in w.ids and _ALL_THREE.search(w.text) for w in question.roles(Role.ENTITY))
    asked = question.words and question.words[0].role is Role.ASKS and _ALL_THREE.match(question.text)
    return named or bool(asked or _OF_EACH.search(question.text))


def sub_questions(
    question: Question, name: str, names: Sequence[str], entities: Mapping[str, Entity]
) -> Iterator[Question]:
    """The question as put to one name: its own stretch where each has one, else all but the others."""
    own, whose = entity_word(name, entities), entities[name].owner
    words = question.words
    places = [n for n, w in enumerate(words) if w.role is Role.ENTITY and {*names, "telcos"} & set(w.ids)]
    if _has_own_stretches(words, places):
        before = (w for w in words[: places[0]] if w.role is Role.ENTITY)  # 같은 가산이라도 SKT 센터와
        shared = [w for w in before if not _is_anothers(w, whose, entities)]
        for start, end in itertools.pairwise([*places, len(words)]):
            if name in words[start].ids:
                stretch = [w for w in words[start + 1 : end] if not _is_mark(w)]
                tail = [
                    w
                    for w in words[places[-1] + 1 :]
                    if w.role in (Role.ASKS, Role.SHELL) and not _is_mark(w)
                ]
                if any(w.slots for w in stretch):
                    tail = []  # … 투자하는 돈, … 투자한 돈, 어느 쪽이 커: each asks for itself
                yield replace(question, words=(own, *dict.fromkeys([*shared, *stretch, *tail])))
        if all(any(name in words[n].ids for n in places) for name in names):
            return
    titles = {n + 1 for n in places if n + 1 < len(words) and words[n + 1].role is Role.TITLE}
    rest = [
        w
        for n, w in enumerate(words)
        if n not in places
        and n not in titles
        and not _is_mark(w)
        and not (n + 1 in places and _is_anothers(w, whose, entities))
    ]
    yield replace(question, words=(own, *rest))


def _is_anothers(word: Word, owner: str | None, entities: Mapping[str, Entity]) -> bool:
    """Whether a word names another company than the owner's: SKT 가산이랑 KT 가산 데이터센터."""
    return owner is not None and is_a(word, entities, *EMPLOYERS) is not None and owner not in word.ids


def _has_own_stretches(words: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether each name has content of its own behind it: KT의 x와 LG유플러스의 y."""
    if len(places) < 2:
        return False
    return all(
        any(w.role.content and w.role is not Role.TITLE for w in words[a + 1 : b])
        for a, b in itertools.pairwise([*places, len(words)])
    )


def _listed(question: Question) -> bool:
    """Telcos side by side: SKT와 KT, SKT KT 데이터센터, SKT랑 LG유플러스는."""
    at = [
        n for n, w in enumerate(question.words) if w.role is Role.ENTITY and {*TELCOS, "telcos"} & set(w.ids)
    ]
    return all(b - a <= 2 for a, b in itertools.pairwise(at))


def _is_mark(word: Word) -> bool:
    marked = word.role in (Role.ASKS, Role.QUALITY, Role.FORM, Role.SHELL) and bool(
        _MARK.match(word.text + " ")
    )
    marked = marked or word.text == "나란히"
    size = BIG in word.ids and word.role in (Role.ACTION, Role.QUALITY)  # 어느 쪽이 커
    return (marked or size) and not word.slots


def measures_untold(question: Question, matches: Sequence[Match]) -> bool:
    """Whether it asks which is larger, of what no fact measures: 어디가 더 넓어."""
    head = question.head
    if head is None or not head.token.verbal or BIG not in head.ids:
        return False
    return not any(m.fact.amounts or m.fact.counts for m in matches)
