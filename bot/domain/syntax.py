"""How the words of a question hang together, as far as an answer depends on it.

Korean puts what modifies before what is modified, so neighbours tell most of it: a title belongs to the
person beside it, "X 말고" sets X aside, "X를 만든 회사의 …" stands for the maker of X.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.korean import compose, jamo
from bot.domain.lexicon import ConceptKind, Entity, EntityType
from bot.domain.words import Role, Word

_ASIDE = "말고|말구|아니라|아니고|빼고|달리|별개로"
"""Words that set aside what stands before them, be it a name or a clause."""
_TALK = "거|것|꺼|건|얘기|얘긴|이야기|일정|소식|내용|부분|관련"
"""What may stand between a name and what sets it aside: 바르셀로나 일정 말고, 2조 얘기 말고."""
_EXCEPT = re.compile(
    rf"^(?:[가-힣]{{0,2}}?|\s?(?:쪽|측)?\s?(?:{_TALK})?(?:은|는|도|을|를)?)\s*"
    rf"({_ASIDE}|됐고|됐으니|필요\s?없고|(?:헷갈리|혼동하|섞|착각하)지\s?말고|구별하여|구별해|구분하여|구분해|아닌(?!가|지|데)|빼면|빼놓고|제외|외에|이외|대신|"
    r"except|other than|besides|not )"
)
_GUESSED = re.compile(r"^[.,]?\s?(은|는|이|가)?\s?(아니(지|죠|야|에요)|아님)\W*$")
"""What turns a name at the end into a guess: 발언자가 누구야. 오승필 아니지?"""
_IS_IT = re.compile(r"^\s?(맞(아|지|나|죠|습)|인가|이야|예요|이에요|인지)[가-힣]*\W*$")
"""The same behind another question: 클라우드가 뭐야? GPUaaS 맞아?"""
_NEXT_TO = re.compile(
    r"^에\s?(이어서?\b|뒤이어|이은\b)|^(보다)?\s?"
    r"(전에|이전에|먼저|다음에|다음으로|다음\s|같은|처럼|만큼|비슷한)"
)
"""What makes a name a point of reference, not the thing itself: 평촌 다음 데이터센터, 에이닷 같은 것."""
_SET_ASIDE = (Role.ENTITY, Role.OUTSIDER, Role.THING, Role.DATE, Role.AMOUNT)
_SAID = (*_SET_ASIDE, Role.ACTION, Role.TITLE, Role.QUALITY, Role.UNKNOWN, Role.UNKNOWN_VERB)
_NOT_SO = ("ㅈㅣ", "ㅈㅣㄴㅡㄴ", "ㅈㅣㄷㅗ", "ㅈㅣㄹㅡㄹ")
_NOT_BEFORE = re.compile(r"(^|\s)(안|못)\s*$")
_MUST_NOT = ("ㅅㅓ", "ㅅㅓㄴㅡㄴ", "ㅅㅓㄴ", "ㅁㅕㄴ")
_ONES = frozenset(
    {
        "company-word",
        "developer-company",
        "person-word",
        "shell-field",
        "product-word",
        "that-company",
        "business-word",
    }
)
"""Nouns that stand for what a clause describes: 곳, 쪽, 회사, 사람."""
_TO = ("ㅎㅏㄴㅌㅔ", "ㅇㅔㄱㅔ")
_SAYS_OF = (Role.ACTION, Role.DATE, Role.AMOUNT, Role.QUALITY, Role.THING, Role.FORM)
_NOT_THAT = re.compile(f"{_ASIDE}|아닌|제외하|구별하|구별해")
_MAKERS = frozenset(
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
_MAKING = frozenset({"develop", "found", "own"})
_DOER = re.compile("^(ㅇㅣ|ㄱㅏ|ㅇㅔㅅㅓ|ㅊㅡㄱㅇㅣ|ㅇㅣㄱㅏ)$")
"""The particles 이, 가, 에서 (and a typed 이가) of who did something."""
_MADE = (EntityType.PRODUCT, EntityType.MODEL, EntityType.PROGRAMME, EntityType.PERSON)
_EMPLOYERS = (EntityType.TELCO, EntityType.COMPANY, EntityType.ORGANISATION)


def related(words: Sequence[Word], text: str, entities: Mapping[str, Entity]) -> tuple[Word, ...]:
    """The words with what their neighbours say of them."""
    found = [_set_aside(word, text) for word in words]
    for at in range(len(found) - 1, 0, -1):  # SKT 가산 말고: what stands bare before it belongs to it
        before = found[at - 1]
        whole = before.role is not Role.ENTITY or found[at].role in (Role.ENTITY, Role.OUTSIDER)
        whole = whole or bool(_is(before, entities, EntityType.PLACE))  # 바르셀로나 간담회 말고
        whole = whole or (found[at].role is Role.TITLE and _others(found, at, entities))
        if found[at].excluded and whole and not before.token.tail and before.role in _SET_ASIDE:
            found[at - 1] = replace(before, excluded=True)
        if found[at].excluded and (before.excluded or _adnominal(before)) and before.role in _SAYS_OF:
            found[at - 1] = replace(before, excluded=True)  # 2027년 완공 예정인 시설과 별개로
    found = [replace(w, denied=True) if _denied(found, at, text) else w for at, w in enumerate(found)]
    found = _clauses_set_aside(found, entities)
    for at, word in enumerate(found):
        if holder := _holder(found, at, entities):
            found[at] = replace(word, holder=holder)
    return tuple(_modifiers(_verbs(_categories(_makers(_told(found), entities)))))


def _with_next(words: Iterable[Word]) -> Iterator[tuple[Word, Word | None]]:
    """Each word with the one behind it."""
    listed = list(words)
    return zip(listed, (*listed[1:], None), strict=False)


def _told(words: list[Word]) -> list[Word]:
    """The 대 of 이름을 대, 달을 대 봐 only asks to be told."""
    last = [n for n in range(max(len(words) - 2, 1), len(words)) if words[n].text in ("대", "대라")]
    return [
        replace(w, role=Role.FORM) if n in last and w.role is Role.ACTION else w for n, w in enumerate(words)
    ]


def _modifiers(words: Iterable[Word]) -> Iterator[Word]:
    """A bare title before a common noun is nobody's office: 기자 설명회, 대표 서비스."""
    for word, after in _with_next(words):
        bare = word.role is Role.TITLE and not word.token.tail and not word.holder
        common = after is not None and (
            after.role in (Role.THING, Role.UNKNOWN) or "shell-field" in after.ids  # 투자자 대상 공시
        )
        told = word.role is Role.TITLE and word.token.tail.endswith(_TO)  # 투자자들한테 알린
        yield replace(word, role=Role.QUALITY) if (bare and common) or told else word


def _categories(words: Sequence[Word]) -> Iterator[Word]:
    """Marks the noun of "두 업무가 뭐죠"."""
    for word, after in _with_next(words):
        asked = _asks_any(after) and after is words[-1]
        yield replace(word, category=True) if asked and word.role in (Role.THING, Role.TITLE) else word


def _asks_any(word: Word | None) -> bool:
    return word is not None and word.role is Role.ASKS and not word.slots


def _verbs(words: Iterable[Word]) -> Iterator[Word]:
    """An unknown word before a bare shell noun is a verb that modifies it: 살피는 대상."""
    for word, after in _with_next(words):
        modifies = after is not None and after.role is Role.SHELL and word.token.tail.endswith("ㄴ")
        yield replace(word, role=Role.UNKNOWN_VERB) if modifies and word.role is Role.UNKNOWN else word


def _set_aside(word: Word, text: str) -> Word:
    named = word.role in _SET_ASIDE or word.role is Role.TITLE
    rest = text[word.token.end :]
    behind = word.role is Role.ENTITY and "?" in text[: word.token.start]
    guessed = _GUESSED.match(rest) or (behind and _IS_IT.match(rest))
    if named and (_EXCEPT.match(rest) or guessed):
        return replace(word, excluded=True)
    if word.role is Role.ENTITY and _NEXT_TO.match(rest):
        return replace(word, role=Role.FORM)
    return word


def _others(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> bool:
    """Whether another employer is named than the one before a title: SKT 대표 말고 하이닉스 사장."""
    return any(_is(w, entities, *_EMPLOYERS) for n, w in enumerate(words) if n != at - 1)


def _clauses_set_aside(words: list[Word], entities: Mapping[str, Entity]) -> list[Word]:
    """Sets aside what a clause describes: 'AICT 컴퍼니'를 내세운 곳 말고, 300명으로 운영되는 쪽이 아니라."""
    found = list(words)
    for at in range(1, len(words) - 1):
        before = words[at - 1]
        apart = before.role is Role.SHELL and words[at].text.startswith("별개")
        reason = before.token.tail.endswith("ㄴㅣㄲㅏ")  # 파주는 LG유플러스 거니까 빼고
        described = before.role is Role.TITLE or bool(_ONES & set(before.ids)) or apart or reason
        if described and _is_negation(words[at]):
            opening = (n + 1 for n in range(at - 1, -1, -1) if _opens(words[n]))
            start = 0 if reason else next(opening, 0)
            other = any(_is(w, entities, *_EMPLOYERS) for w in words[at + 1 :])
            for n in range(start, at):
                whose = n == start and _is(found[n], entities, *_EMPLOYERS) and not other
                if found[n].role in _SAID and not whose:  # KT가 지을 데 말고 지은 데: KT's all the same
                    found[n] = replace(found[n], excluded=True)
    return found


def _denied(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether an action is negated: 거치지 않는, 안 거치는, 포기해서는 안 되는."""
    if words[at].role is not Role.ACTION:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if _NOT_BEFORE.search(text[: words[at].token.start]):
        return True
    if after is None:
        return False
    tail = words[at].token.tail
    not_so = ("negation" in after.ids or after.text.startswith("말")) and tail.endswith(_NOT_SO)
    forbidden = after.text.startswith("안") and tail.endswith(_MUST_NOT)
    return not_so or forbidden


def _opens(word: Word) -> bool:
    """Whether a clause begins behind a word: LG유플러스의 데이터센터 가운데, KT는."""
    topic = word.token.tail in ("ㅇㅡㄴ", "ㄴㅡㄴ") and not word.token.verbal  # 돈 넣은 데: no topic
    return topic or word.text in ("가운데", "중", "중에", "중에서", "때")


def _is_negation(word: Word) -> bool:
    """말고, 아니라, 빼고 and the like; not the 아닌가요 of a question."""
    said = word.text + compose(word.token.tail)
    return bool(_NOT_THAT.match(said)) and not word.token.asking


def _holder(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """Whose title, employer or maker a word is said to be: 김영섭 KT 대표, KT가 만든 익시오."""
    if words[at].token.has(ConceptKind.TITLE):
        return _title_holder(words, at, entities)
    if not _is(words[at], entities, *_EMPLOYERS):
        return None
    if _ends(words[at]):
        return _made_by(words, at, entities)
    return _employed(words, at, entities)


def _made_by(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """The product or model that a clause before it says a company made: MS가 자체 개발한 AI 모델 믿음."""
    if not _DOER.match(words[at].token.tail):
        return None
    after = itertools.dropwhile(lambda w: w.role in (Role.QUALITY, Role.DATE, Role.FORM), words[at + 1 :])
    verb = next(after, None)
    if verb is None or not _MAKING & set(verb.ids) or not _adnominal(verb):
        return None
    made = next((w for w in after if w.role not in (Role.QUALITY, Role.SHELL, Role.THING)), None)
    return _is(made, entities, EntityType.PRODUCT, EntityType.MODEL) if made else None


def _adnominal(verb: Word) -> bool:
    """Whether a verb modifies what follows: 개발한, 만든."""
    return bool(verb.token.tail.endswith("ㄴ") or (not verb.token.tail and jamo(verb.text).endswith("ㄴ")))


def _title_holder(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """Whose title it is: of the person before it (an employer may stand between), or right behind it."""
    for before in (at - 1, at - 2):
        if before >= 0 and (person := _is(words[before], entities, EntityType.PERSON)):
            between = words[before + 1 : at]
            if all(_is(w, entities, *_EMPLOYERS) for w in between) and not _ends(words[before]):
                return person
    if at + 1 == len(words) or _ends(words[at]):
        return None
    person = _is(words[at + 1], entities, EntityType.PERSON)
    employer = _is(words[at - 1], entities, *_EMPLOYERS) if at else None
    if person and employer and employer not in entities[person].orgs:
        return None  # "SKT 대표 올트먼 만날 때": two people
    return person


def _employed(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """Who is said to work for an employer: KT 대표 김영섭, KT 김영섭 대표, 김영섭 KT 대표."""
    first, second = (*words[at + 1 : at + 3], None, None)[:2]
    if first is None:
        return None
    titled = first.token.has(ConceptKind.TITLE)
    if titled and second and not _ends(first) and (person := _is(second, entities, EntityType.PERSON)):
        works = set(words[at].ids) & set(entities[person].orgs)
        return person if works else None
    if person := _is(first, entities, EntityType.PERSON):
        return person if (second and second.token.has(ConceptKind.TITLE)) or words[at].token.tail else None
    if titled and at and not _ends(words[at - 1]):
        return _is(words[at - 1], entities, EntityType.PERSON)
    return None


def _ends(word: Word) -> bool:
    """Whether a particle ends the word's noun phrase (KT가, KT와); 의 does not."""
    return bool(word.token.tail) and word.token.tail != "ㅇㅢ"


def _is(word: Word, entities: Mapping[str, Entity], *types: EntityType) -> str | None:
    if word.role not in (Role.ENTITY, Role.OUTSIDER):
        return None
    return next((i for i in word.ids if i in entities and entities[i].type in types), None)


def _makers(words: list[Word], entities: Mapping[str, Entity]) -> list[Word]:
    """Marks products that stand for their maker ("챗GPT를 만든 회사의 수장"), and frees the words between."""
    found = list(words)
    for at, word in enumerate(words):
        if not _is(word, entities, *_MADE):
            continue
        end = at + 1
        while end < len(words) and (
            _MAKERS & set(words[end].ids) or (end > at + 1 and words[end].role is Role.SHELL)
        ):
            end += 1
        maker = end < len(words) and _is(words[end], entities, *_EMPLOYERS)
        own = (
            end == at + 1
            and word.token.tail in ("", "ㅇㅢ")
            and end < len(words)
            and "company-word" in words[end].ids
        )
        if own:
            end += 1
        made_by_company = end > at + 1 and (
            any(w.role is Role.SHELL or "developer-company" in w.ids for w in words[at + 1 : end])
            or (
                maker
                and any(
                    maker in (entities[i].developer, entities[i].owner) for i in word.ids if i in entities
                )
            )
        )
        if made_by_company and any(w.role.content for w in words[end:]):
            found[at] = replace(word, maker=True)
            for between in range(at + 1, end):
                found[between] = replace(found[between], role=Role.SHELL)
    return found
