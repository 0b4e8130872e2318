"""What a question sets aside: X 말고, X 얘기는 됐고, X를 만든 데가 아니라, LG유플러스 거니까 빼고."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.korean import jamo
from bot.domain.lexicon import EMPLOYERS, MADE, Entity, EntityType
from bot.domain.question.words import Role, Word

ASIDE = "말고|말구|아니라|아니고|빼고|달리|별개로|별도로"
"""Words that set aside what stands before them, be it a name or a clause."""
_TALK = "어쩌고|거|것|꺼|건|발언|답|헛소리|소리|농담|얘기|얘긴|이야기|일정|소식|내용|부분|관련"
"""What may stand between a name and what sets it aside: 바르셀로나 일정 말고, 2조 얘기 말고."""
_EXCEPT = re.compile(
    rf"^['’\"”]?(?:[가-힣]{{0,2}}?|[가-힣]{{1,3}}는\s(?:{_TALK})|\s?(?:쪽|측)?\s?(?:{_TALK})?(?:은|는|도|을|를|이|가)?)\s*"
    rf"(?:(?:더더욱|절대로?|결코|전혀)\s)?({ASIDE}|됐고|됐으니|논외|아닐\s?(?:텐데|테고|테니)|아니겠[죠지]|없어도\s?(?:됩|돼|되)|접어\s?두고|제쳐\s?[두놓]고|미뤄\s?두고|덮어\s?두고|필요\s?없고|라고\s?(?:하면|답하면)\s?(?:틀|오답|안)|(?:헷갈리|혼동하|섞|착각하|가져오|말하|넣)지\s?말고|구별하여|구별해|구분하여|구분해|아닌(?!가|지|데)|빼면|빼놓고|제외|외에|이외|대신|"
    r"일\s리(?:는|가)?\s없|\s?(?:제목|이름)\s같지만|이?(?:란|라는)\s(?:뜻|의미)[은이도]?\s?아[니닌님닙]|"
    r"except|other than|besides|not (?!have|need|do|be|go|yet|use|require|to ))"
)
_MIXED_UP = re.compile(r"^['’\"”]?(?:이?랑|하고|와|과)\s(?:자꾸\s)?(?:헷갈|혼동)[가-힣]*[.,]?\s")
"""What says with what one mixes up the thing that is asked about: KT SPC랑 헷갈리는데."""
_GUESSED = re.compile(r"^[.,]?\s?(은|는|이|가)?\s?(아니(지|죠|야|에요)|아님)\W*$")
"""What turns a name at the end into a guess: 발언자가 누구야. 오승필 아니지?"""
_IS_IT = re.compile(r"^\s?(맞(아|지|나|죠|습)|인가|이야|예요|이에요|인지)[가-힣]*\W*$")
"""The same behind another question: 클라우드가 뭐야? GPUaaS 맞아?"""
_NOT_THIS, _PAUSE = re.compile(r"\bnot\s+$", re.IGNORECASE), re.compile(r"^(['’]s)?\s?[,:;(–—]")
"""What sets an English name aside: Not Microsoft's, not OpenAI's: which …"""
_NOT_BECAUSE = re.compile(r"^\S*서(는|가)?\s?아(닐\s?테|니고|니라)")
"""What says of a verb that it is not the reason."""
_NEXT_TO = re.compile(
    r"^에\s?(이어서?\b|뒤이어|이은\b|앞서\b)|^(보다)?\s?"
    r"(전에|이전에|먼저|다음에|다음으로|다음\s|(?:것|거|쪽)?(?:같은|처럼|만큼)|비슷한)"
)
"""What makes a name a point of reference, not the thing itself: 평촌 다음 데이터센터, 에이닷 같은 것."""
SET_ASIDE = (Role.ENTITY, Role.OUTSIDER, Role.THING, Role.DATE, Role.AMOUNT, Role.ATTRIBUTE)
_SAYS_OF = (Role.ACTION, Role.DATE, Role.AMOUNT, Role.QUALITY, Role.THING, Role.FORM)
TOWARDS = re.compile("^(ㅇㅡ)?ㄹㅗ$")
"""The particle 로."""
AND = frozenset({"ㄴㅏ", "ㅇㅣㄴㅏ", "ㄹㅏㅇ", "ㅇㅣㄹㅏㅇ", "ㅎㅏㄱㅗ", "ㅇㅘ", "ㄱㅘ"})
"""The particles 나, 랑, 하고, 와 between two names."""
_DOES = re.compile("^(ㅇㅣ|ㄱㅏ)$")
"""The particles 이, 가 of who does what a clause describes."""
TALK = "talk"
"""The concept of 얘기, 이야기."""
BASED = "improve-upon"
"""The concept of 기반, before which stands what something is based on."""
_IF = re.compile("(ㅁㅕ|ㅅㅓ)ㄴ$")
"""How -면 and -선 end, which modify no noun."""
TOPIC = frozenset({"ㅇㅡㄴ", "ㄴㅡㄴ"})
_STOP = re.compile(r"[.!?…(\n]")


def set_aside(words: Sequence[Word], text: str, entities: Mapping[str, Entity]) -> list[Word]:
    """The words, with those excluded that a word behind them sets aside, and what belongs to them."""
    found = [_alone(word, text) for word in words]
    found = [replace(w, excluded=False) if _is_pointed_at(found, at) else w for at, w in enumerate(found)]
    for at in range(len(found) - 1, 0, -1):
        before = found[at - 1]
        opens = found[at].token.verbal and pauses(found, at - 1, text)  # AX 펀드, 문 여는 때는 됐고
        if not found[at].excluded or stops(found, at - 1, text) or opens:
            continue
        clause = (before.excluded or is_adnominal(before)) and before.role in _SAYS_OF
        clause = clause or (before.role is Role.UNKNOWN and not before.token.tail)  # SKT의 동명 시설과 구분해
        clause = clause or (before.role is Role.DATE and found[at].token.verbal)  # 작년에 연 평촌 말고
        if clause or (before.role in (*SET_ASIDE, Role.TITLE) and _belongs(found, at, entities)):
            found[at - 1] = replace(before, excluded=True)  # 2027년 완공 예정인 시설과 별개로
    return found


def _is_pointed_at(words: Sequence[Word], at: int) -> bool:
    """Whether what is asked is asked of the very thing that is set aside: 익시젠 말고, 그 원본이 된 모델."""
    if not words[at].excluded or words[at].role is not Role.ENTITY:
        return False
    that, base = (*words[at + 2 : at + 4], None, None)[:2]
    return that is not None and base is not None and that.text == "그" and BASED in base.ids


def _belongs(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> bool:
    """Whether what stands before a word that is set aside goes with it.

    What stands bare before it does (SKT 가산 말고), the other of two (펀드나 센터는 빼고), and whose it is
    where another company is asked about (LG유플러스의 100억 원 말고 KT가).
    """
    before, word = words[at - 1], words[at]
    titled = word.role is Role.TITLE and is_a(
        before, entities, EntityType.PERSON
    )  # 김영섭 대표의 발표가 아니라
    both = before.token.tail == word.token.tail == "ㄷㅗ"  # 서울대도 연세대도 아닌
    if before.token.tail in AND or both or (titled and not before.token.tail):
        return True
    if before.role is Role.TITLE:
        return before.token.tail == "ㅇㅢ" and any(w.role is Role.TITLE for w in words[at + 1 :])
    rest = [w for w in words if w is not before and w is not word and w.role is Role.ENTITY]
    # 익시젠의 바탕은? KT가 쓰는 모델 말고
    made = any(is_a(w, entities, *MADE) and not w.excluded for w in rest)
    others = before.role is Role.ENTITY and (_others(words, at, entities) or made)
    if others and before.token.tail in ("", "ㅇㅢ", "ㅉㅗㄱ", "ㅊㅡㄱ"):
        return True
    of_it = before.role is word.role is Role.ENTITY and not is_a(before, entities, EntityType.PLACE)
    if not rest and (of_it or is_a(before, entities, *EMPLOYERS)):
        return False  # SKT 북미 것 말고 국내에 나오는 건, 스타게이트 소프트뱅크 말고: still about the first
    doer = others or before.role is Role.ATTRIBUTE  # 경쟁사가 연 시설과는 구분해
    if doer and word.token.verbal and _DOES.match(before.token.tail):
        return True  # KT가 활용한다는 모델 말고 LG유플러스의
    if word.token.verbal and not before.token.tail and before.role is Role.ENTITY:
        return not is_a(before, entities, *EMPLOYERS, EntityType.PERSON)  # GPT-4o 쓰는 한국형 AI 말고
    named = before.role is Role.ENTITY and word.role not in (Role.ENTITY, Role.OUTSIDER)
    if named and rest and not before.token.tail and is_a(before, entities, *MADE):
        return True  # 한국적 AI 출시 말고 AX 전략 펀드 운영은
    place = bool(is_a(before, entities, EntityType.PLACE, EntityType.EVENT))  # 바르셀로나 간담회 말고
    of_two = word.token.tail in AND  # 스타게이트 소프트뱅크랑 오픈AI 말고
    # GPT-4o 기반 모델 말고
    based = word.text.startswith("기반") or (BASED in word.ids and not word.token.verbal)
    return not before.token.tail and (based or (not of_two and (place or not named)))


def _alone(word: Word, text: str) -> Word:
    noun = word.role is Role.ACTION and not word.token.verbal  # 개소를 빼고
    named = word.role in (*SET_ASIDE, Role.TITLE, Role.TOPIC, Role.UNKNOWN) or noun
    asked = word.role is Role.ASKS and bool(word.slots)  # 금액 말고
    rest = text[word.token.end :]
    behind = word.role is Role.ENTITY and "?" in text[: word.token.start]
    guessed = _GUESSED.match(rest) or (behind and _IS_IT.match(rest))
    because = word.role is Role.ACTION and _NOT_BECAUSE.match(rest)  # 뽑아서는 아닐 테고
    mixed_up = word.role is Role.ENTITY and _MIXED_UP.match(rest)
    denied = word.role is Role.ENTITY and _NOT_THIS.search(text[: word.token.start]) and _PAUSE.match(rest)
    if ((named or asked) and _EXCEPT.match(rest)) or (named and guessed) or mixed_up or because or denied:
        return replace(word, excluded=True)
    if word.role is Role.ENTITY and _NEXT_TO.match(rest):
        return replace(word, role=Role.FORM)
    return word


def _others(words: Sequence[Word], at: int, entities: Mapping[str, Entity]) -> bool:
    """Whether another employer is named than the one before a word: SKT 대표 말고 하이닉스 사장."""
    if not is_a(words[at - 1], entities, *EMPLOYERS):
        return False
    return any(is_a(w, entities, *EMPLOYERS) or "telcos" in w.ids for w in words[at + 1 :])


def stops(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether a sentence ends behind a word."""
    return bool(_STOP.search(text[words[at].token.end : words[at + 1].token.start]))


def pauses(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether a noun with a comma opens the sentence: 3분기에 여는 KT의 센터, 300명이 모인다는 조직 말고."""
    comma = "," in text[words[at].token.end : words[at + 1].token.start]
    return comma and not words[at].token.verbal and not words[at].token.tail


def is_adnominal(verb: Word) -> bool:
    """Whether a verb modifies what follows: 개발한, 만든; not the topic 파트너는."""
    if verb.token.tail in TOPIC and not verb.token.verbal:
        return False
    tail = verb.token.tail
    return bool(
        (tail.endswith("ㄴ") and not _IF.search(tail)) or (not tail and jamo(verb.text).endswith("ㄴ"))
    )


def is_a(word: Word, entities: Mapping[str, Entity], *types: EntityType) -> str | None:
    if word.role not in (Role.ENTITY, Role.OUTSIDER):
        return None
    return next((i for i in word.ids if i in entities and entities[i].type in types), None)
