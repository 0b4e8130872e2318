"""How the words of a question hang together, as far as an answer depends on it.

Korean puts what modifies before what is modified, so neighbours tell most of it: a title belongs to the
person beside it, "X 말고" sets X aside, "X를 만든 회사의 …" stands for the maker of X.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.lexicon import EMPLOYERS, ConceptKind, Entity, EntityType
from bot.domain.question.aside import TOPIC, is_a, is_adnominal, set_aside
from bot.domain.question.asking import REQUEST
from bot.domain.question.clauses import clauses_set_aside
from bot.domain.question.describing import stand_for_firms
from bot.domain.question.words import Role, Word
from bot.domain.reading.vocabulary import fold

_NOT_DONE = re.compile(r"(안|못)\s?(하|했|해|한|할|함|합)")
_NOT_SO = ("ㅈㅣ", "ㅈㅣㄴㅡㄴ", "ㅈㅣㄷㅗ", "ㅈㅣㄹㅡㄹ", "ㅈㅣㄹ", "ㅈㅣㄴ")
_NOT_BEFORE = re.compile(r"(^|\s)(안|못)\s*$")
_NOT = re.compile(r"(\bnot|\bnever|n['’]t)\s+(\w+ly\s+)?$", re.IGNORECASE)
"""The same in English: should not completely give up."""
_DONT = re.compile("말(?!해|하|한|할|씀|을|이|은)")
"""The 말 of -지 말고, not that of 말해 봐."""
_MUST_NOT = ("ㅅㅓ", "ㅅㅓㄴㅡㄴ", "ㅅㅓㄴ", "ㅁㅕㄴ")
FULL_NAME = 3
"""Syllables of a Korean full name."""
_FULL_NAME = re.compile("[가-힣]{3}$")
THE_ARTICLE = "the-article"
"""The concept of 기사, 보도."""
_OF_OFFICE = (Role.ACTION, Role.THING, Role.QUALITY, Role.UNKNOWN)
"""Roles of what an office may be named after: 기술혁신부문장."""
_TELL = re.compile("대(라|\\s?[주줄줘].?)?$")
"""이름을 대, 세 곳을 대 주세요."""
_TO = ("ㅎㅏㄴㅌㅔ", "ㅇㅔㄱㅔ")
_KINDS = frozenset({"자산", "수단", "주체", "매체", "모델"})
"""Nouns by which a question may end that only say what kind of answer it wants: MS의 출자 자산은?"""
_MAKING = frozenset({"develop", "found", "own"})
_IS = re.compile("^(ㅇㅣ)?(ㄹㅏㅅㅓ|ㄹㅏㄱㅗ|ㄹㅏㄴㅡㄴ|ㄹㅏㄷㅓㄴ|ㄴㄷㅔ|ㄴㅣㄲㅏ|ㅈㅣ|ㅈㅛ|ㄷㅏ|ㅁ)")
"""How 이다 says of somebody what he is: 곽노정이 SKT 대표라서."""
_SOMEBODY_ELSE = frozenset({"successor", "secretary", "person-in-charge"})
"""Offices that somebody has, and does not hold: 나델라의 후임, 나델라의 통역."""
_DOER = re.compile("^(ㅇㅣ|ㄱㅏ|ㅇㅔㅅㅓ|ㅊㅡㄱㅇㅣ|ㅇㅣㄱㅏ)$")
"""The particles 이, 가, 에서 (and a typed 이가) of who did something."""

_SPEAKS_OF = re.compile("^(ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅣ|ㄱㅏ|ㄲㅔㅅㅓ(ㄴㅡㄴ)?)$")
"""The particles of topic and subject."""


def related(words: Sequence[Word], text: str, entities: Mapping[str, Entity]) -> tuple[Word, ...]:
    """The words with what their neighbours say of them."""
    found = set_aside(words, text, entities)
    found = [replace(w, denied=True) if _denied(found, at, text) else w for at, w in enumerate(found)]
    found = clauses_set_aside(found, text, entities)
    for at in range(len(found)):
        if holder := _holder(found, at, entities):
            for n in range(_title_start(found, at), at + 1):
                found[n] = replace(found[n], holder=holder)
    found = list(_years(_of_articles(_strangers(list(_describing(_forbidding(_asking_as(_told(found)))))))))
    found = list(_whole_names(found, entities))
    return tuple(_modifiers(_verbs(_categories(stand_for_firms(found, entities)))))


def _with_next(words: Iterable[Word]) -> Iterator[tuple[Word, Word | None]]:
    """Each word with the one behind it."""
    listed = list(words)
    return zip(listed, (*listed[1:], None), strict=False)


def _told(words: list[Word]) -> list[Word]:
    """The 대 of 이름을 대, 달을 대 봐 only asks to be told."""
    last = [n for n in range(max(len(words) - 2, 1), len(words)) if _TELL.match(words[n].text)]
    return [
        replace(w, role=Role.FORM) if n in last and w.role is Role.ACTION else w for n, w in enumerate(words)
    ]


def _forbidding(words: Iterable[Word]) -> Iterator[Word]:
    """The 안 되다 behind -면 and -서 only forbids; nothing has failed: 손 떼면 안 된다고."""
    before: Word | None = None
    for word in words:
        forbids = word.text.startswith("안") and before is not None and before.denied
        yield replace(word, role=Role.FORM) if forbids and word.role is Role.ACTION else word
        before = word


def _asking_as(words: Sequence[Word]) -> Iterator[Word]:
    """As what somebody asks says nothing of what is asked: 주주로서 알고 싶습니다."""
    asks = any(REQUEST in w.ids for w in words[-2:])
    for word in words:
        as_whom = asks and word.token.tail.endswith("ㄹㅗㅅㅓ") and word.role is not Role.ENTITY
        yield replace(word, role=Role.FORM) if as_whom else word


def _describing(words: Iterable[Word]) -> Iterator[Word]:
    """What would praise or thank at the end only describes within: 우리말 잘하는 모델."""
    for word, after in _with_next(words):
        describes = word.role is Role.CHAT and word.token.verbal and is_adnominal(word) and after is not None
        yield replace(word, role=Role.FORM) if describes else word


def _strangers(words: Sequence[Word]) -> Iterator[Word]:
    """Who has an office and is not known is somebody whom no source names: 박철수 회장."""
    for at, word in enumerate(words):
        end = word.token.start + FULL_NAME
        after = next((w for w in words[at + 1 :] if w.token.start >= end), None)
        named = word.role is Role.UNKNOWN and bool(_FULL_NAME.match(word.token.eojeol))
        office = after is not None and after.role is Role.TITLE and after.token.start <= end + 1
        yield replace(word, role=Role.OUTSIDER) if named and office else word


def _of_articles(words: Iterable[Word]) -> Iterator[Word]:
    """The date of 2월 기사 says in which source, not when; that of 3월 초 현재, as of when it is asked."""
    listed = list(words)
    for at, word in enumerate(listed):
        rest = itertools.dropwhile(lambda w: w.role is Role.SHELL, listed[at + 1 : at + 3])
        after = next(rest, None)
        names = after is not None and (THE_ARTICLE in after.ids or after.text == "현재")
        yield replace(word, role=Role.FORM) if names and word.role is Role.DATE else word


def _whole_names(words: Iterable[Word], entities: Mapping[str, Entity]) -> Iterator[Word]:
    """What a name begins with says nothing beside it: AX 이노배이셔 센타."""
    for word, after in _with_next(words):
        term = is_a(word, entities, EntityType.TERM) and not word.token.tail
        named = after is not None and after.role is Role.ENTITY and not set(word.ids) & set(after.ids)
        whole = [entities[i].name for i in after.ids if i in entities] if term and named and after else []
        begins = any(fold(name).startswith(fold(word.text)) for name in whole)
        yield replace(word, role=Role.FORM) if begins else word


def _years(words: Iterable[Word]) -> Iterator[Word]:
    """The 해 of 처음 나온 해를 asks for a year."""
    before: Word | None = None
    for word in words:
        year = word.text == "해" and word.role is Role.UNKNOWN and before is not None and is_adnominal(before)
        yield replace(word, role=Role.ASKS, slots=("when",), grain="year") if year else word
        before = word


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
    named = False
    for word, after in _with_next(words):
        asked = _asks_any(after) and after is words[-1] and not named  # 익시오의 소유주가 뭐예요
        asked = asked or (after is None and word.text in _KINDS and word.token.tail in TOPIC)
        yield replace(word, category=True) if asked and word.role in (Role.THING, Role.TITLE) else word
        named = word.role is Role.ENTITY and word.token.tail in ("", "ㅇㅢ")


def _asks_any(word: Word | None) -> bool:
    return word is not None and word.role is Role.ASKS and not word.slots


def _verbs(words: Iterable[Word]) -> Iterator[Word]:
    """An unknown word before a bare shell noun is a verb that modifies it: 살피는 대상."""
    for word, after in _with_next(words):
        modifies = after is not None and after.role is Role.SHELL and word.token.tail.endswith("ㄴ")
        yield replace(word, role=Role.UNKNOWN_VERB) if modifies and word.role is Role.UNKNOWN else word


def _denied(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether an action is negated: 거치지 않는, 안 거치는, 포기해서는 안 되는."""
    if words[at].role is not Role.ACTION:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if _NOT_BEFORE.search(text[: words[at].token.start]) or _NOT.search(text[: words[at].token.start]):
        return True
    if after is None:
        return False
    tail = words[at].token.tail
    if "deny" in after.ids:
        return True  # 포기에 반대하는
    whether = tail.endswith(("ㄴㅈㅣ", "ㄹㅈㅣ"))  # 합류했는지 말해 봐
    not_so = ("negation" in after.ids or _DONT.match(after.text)) and tail.endswith(_NOT_SO) and not whether
    if not words[at].token.verbal and "negation" in after.ids and _NOT_DONE.match(after.text):
        return tail in ("ㄷㅗ", "ㅇㅡㄹ", "ㄹㅡㄹ", "ㅇㅡㄴ", "ㄴㅡㄴ")  # 시작도 안 했다는데
    forbidden = after.text.startswith(("안", "곤란", "큰일")) and tail.endswith(_MUST_NOT)
    return not_so or forbidden


def _holder(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """Whose title, employer or maker a word is said to be: 김영섭 KT 대표, KT가 만든 익시오."""
    if words[at].token.has(ConceptKind.TITLE):
        return _title_holder(words, at, entities)
    if not is_a(words[at], entities, *EMPLOYERS):
        return None
    if _ends(words[at]):
        return _made_by(words, at, entities)
    return _employed(words, at, entities)


def _made_by(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """The product or model that is said to be made by a company: MS가 자체 개발한 AI 모델 믿음."""
    if not _DOER.match(words[at].token.tail):
        return None
    after = itertools.dropwhile(lambda w: w.role in (Role.QUALITY, Role.DATE, Role.FORM), words[at + 1 :])
    verb = next(after, None)
    if verb is None or not _MAKING & set(verb.ids):
        return None
    topic = words[at - 1] if at and words[at - 1].token.tail in ("", *TOPIC) else None
    made_so = is_a(topic, entities, EntityType.PRODUCT, EntityType.MODEL) if topic else None
    if made_so and topic and topic.token.tail:
        return made_so  # 믿음은 MS가 만들어서
    made = next((w for w in after if w.role not in (Role.QUALITY, Role.SHELL, Role.THING)), None)
    made_what = is_a(made, entities, EntityType.PRODUCT, EntityType.MODEL) if made else None
    if made_what and is_adnominal(verb):
        return made_what
    return None if made_what else made_so  # 익시젠 구글이 만든 거지


def _title_holder(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """Whose title it is: of the person before it (an employer may stand between), or right behind it."""
    if _SOMEBODY_ELSE & set(words[at].ids):
        return None
    first = _title_start(words, at)
    for before in (first - 1, first - 2):
        if before >= 0 and (person := is_a(words[before], entities, EntityType.PERSON)):
            between = words[before + 1 : first]
            if all(is_a(w, entities, *EMPLOYERS) for w in between) and not _ends(words[before]):
                return person
    if at + 1 == len(words) or _ends(words[at]):
        return None
    person = None if words[at + 1].excluded else is_a(words[at + 1], entities, EntityType.PERSON)
    employer = is_a(words[at - 1], entities, *EMPLOYERS) if at else None
    if person and employer and employer not in entities[person].orgs and not _is_doer(words, at + 1):
        return None  # "SKT 대표 올트먼 만날 때": two people
    return person


def _is_doer(words: Sequence[Word], at: int) -> bool:
    """Whether a person, with a title behind the name, is who the sentence speaks of: 대표 유영상 사장은."""
    titled = not words[at].token.tail and at + 1 < len(words) and words[at + 1].role is Role.TITLE
    return bool(_SPEAKS_OF.match(words[at + titled].token.tail))


def _title_start(words: Sequence[Word], at: int) -> int:
    """Where a title begins that is written in one: 경영지원부문장."""
    titled = words[at].token.has(ConceptKind.TITLE)
    while (
        titled
        and at
        and words[at - 1].token.end == words[at].token.start
        and words[at - 1].role in _OF_OFFICE
    ):
        at -= 1
    return at


def _employed(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> str | None:
    """Who is said to work for an employer: KT 대표 김영섭, KT 김영섭 대표, 김영섭 KT 대표."""
    first, second = (*words[at + 1 : at + 3], None, None)[:2]
    if first is None:
        return None
    titled = first.token.has(ConceptKind.TITLE)
    if titled and second and not _ends(first) and (person := is_a(second, entities, EntityType.PERSON)):
        works = set(words[at].ids) & set(entities[person].orgs)
        return person if works or _is_doer(words, at + 2) else None
    if person := is_a(first, entities, EntityType.PERSON):
        return person if (second and second.token.has(ConceptKind.TITLE)) or words[at].token.tail else None
    if titled and at and (not _ends(words[at - 1]) or _IS.match(first.token.tail)):
        return is_a(words[at - 1], entities, EntityType.PERSON)
    return None


def _ends(word: Word) -> bool:
    """Whether a particle ends the word's noun phrase (KT가, KT와); 의, and 인 (KT 대표인 김영섭), do not."""
    return word.token.tail not in ("", "ㅇㅢ", "ㅇㅣㄴ")
