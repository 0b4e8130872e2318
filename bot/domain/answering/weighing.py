"""Which words a fact must account for if it is to be asserted: names and things, and some of what is done."""

from bot.domain.matching.slots import VALUE_SLOTS
from bot.domain.question.aside import TOWARDS, is_adnominal
from bot.domain.question.asking import ASK_WHAT
from bot.domain.question.predicates import LIGHT
from bot.domain.question.question import ASKS_FOR, Question
from bot.domain.question.words import Role, Word

VETO = frozenset(
    {
        Role.TOPIC,
        Role.ENTITY,
        Role.OUTSIDER,
        Role.ATTRIBUTE,
        Role.UNKNOWN,
        Role.AMOUNT,
        Role.TITLE,
        Role.THING,
    }
)
"""Roles of which one unexplained word is a reason not to assert; a verb or modifier only costs score."""

CHOOSE = "choose"
"""The concept of 고르다, 정하다."""
REAL = "real"
"""The concept of 사실, which confirms: 사실이야?"""
TECHNOLOGY = "technology"
"""The concept of 기술, which whatever somebody made may be called."""
ASK_WHY = "ask-why"
"""The concept of 왜, and of 때문에, which may only say why."""
DEGREE = "shell-degree"
"""The concept of 정도, 수준."""
FIRST = "first-ever"
"""The concept of 처음, 최초."""
ASK_COMPARE, BIG = "ask-compare", "big"
"""The concepts of 어디가 더, and of 크다."""
MOST = "best-most"
"""The concept of 제일, 가장."""
_TOO = "ㄷㅗ"
"""The particle 도."""


def weighty(word: Word, question: Question) -> bool:
    """Whether an unexplained word forbids an answer; a modifier (명문 공대) only lowers the score."""
    if question.is_yes_no and _is_put_to_the_test(word, question):
        return True
    match word.role:
        case Role.UNKNOWN | Role.THING:
            wanted = word.role is Role.THING and word in question.wanted
            return (word is question.head or wanted) and not word.category
        case Role.ACTION:
            return _is_weighty_action(word, question) and not word.implied
        case Role.UNKNOWN_VERB:
            return _is_topped(word, question)  # 가장 뒤처졌다고
        case Role.QUALITY:
            return _is_weighty_quality(word, question)
        case Role.DATE:
            return True
    return word.role in VETO and (not word.implied or word.role is Role.ATTRIBUTE)  # SKT 요금은? KT는?


def _is_put_to_the_test(word: Word, question: Question) -> bool:
    """Whether yes or no is asked of just this word.

    통화녹음 기능도 돈 내야 돼? 이름은 정해졌나요? 퍼블릭 클라우드보다 비싼 편이야?
    """
    if _is_main(word, question) and any(
        w.token.tail == _TOO and w.role is Role.ENTITY for w in question.words
    ):
        return True  # 광화문 사옥도 파는 거예요
    too = word.token.tail == _TOO and not word.token.verbal and TECHNOLOGY not in word.ids
    decided = CHOOSE in word.ids and word.token.asking
    quality = word.role is Role.QUALITY and _is_predicate(word, question) and not question.takes_for_done
    return too or decided or quality


def _is_weighty_action(word: Word, question: Question) -> bool:
    main = _is_main(word, question) and bool(question.slots & {"people", "orgs"})
    means = bool(question.slots & VALUE_SLOTS) and _is_means(word, question)
    alone = question.is_keyword or _is_measured(word, question) or question.asks_of_a_name
    alone = alone and word is question.head
    return main or means or alone or _describes(word, question) or _is_topped(word, question)


def _is_measured(word: Word, question: Question) -> bool:
    """Whether it is asked how much of a noun there is: 매출 기여도는 어느 수준."""
    return not word.token.verbal and DEGREE in question.ids and bool(ASKS_FOR & question.ids)


def _is_main(word: Word, question: Question) -> bool:
    """Whether a word is what the question says is done, not what only frames it."""
    return word.role is Role.ACTION and bool(set(word.ids) & (question.predicate_ids - LIGHT))


def _is_weighty_quality(word: Word, question: Question) -> bool:
    if FIRST in word.ids and word.text != "먼저" and not question.slots & {"when", "durations"}:
        return True  # 첫 번째로 투자받은 회사
    if MOST in word.ids and _tops_a_verb(word, question):
        return True  # 가장 앞섰다고
    alone = question.is_keyword and word is question.head  # 온디바이스 강점
    topped = (alone or _is_topped(word, question)) and not word.implied  # 제일 비싼 건물
    return topped or _is_what_is_asked(word, question)


def _is_what_is_asked(word: Word, question: Question) -> bool:
    """Whether a quality is the predicate of 뭐가: 뭐가 좋은데; 뭐가 다른데 compares."""
    told = word is question.head and word.token.verbal and "different" not in word.ids
    alone = all(w is word or w.role is Role.ENTITY for w in question.content)
    measured = alone and bool(question.slots & VALUE_SLOTS) and BIG not in word.ids  # 얼마나 빨라
    return told and (ASK_WHAT in question.ids or measured)


def _is_topped(word: Word, question: Question) -> bool:
    """Whether a question asks for what has most of a quality: 제일 비싼."""
    at = question.words.index(word)
    most = question.words[at - 1] if at else None
    if most is None or most.token.tail:
        return False  # 으뜸이라는 새 센터
    return MOST in most.ids or (ASK_COMPARE in most.ids and BIG in word.ids)  # 어디가 더 넓어


def _tops_a_verb(word: Word, question: Question) -> bool:
    """Whether 가장 says how far something is done: 가장 뒤처졌다, 제일 앞서 있다."""
    after = question.words[question.words.index(word) + 1 :][:1]
    verbs = (Role.ACTION, Role.UNKNOWN_VERB)
    told = (w for w in after if w.role in verbs and w.token.verbal and BIG not in w.ids)  # 가장 큰 까닭
    return not word.token.tail and any(told)


def _describes(word: Word, question: Question) -> bool:
    """Whether yes or no is asked of a thing by what is done to it: 매각하려는 부동산에 광화문 사옥이."""
    after = question.words[question.words.index(word) + 1 :][:1]
    thing = bool(after) and after[0].role is Role.THING
    return question.is_yes_no and thing and is_adnominal(word)


def _is_predicate(word: Word, question: Question) -> bool:
    """Whether yes or no is asked of a quality itself: 비싸?, 비싼 편이야?"""
    after = question.words[question.words.index(word) + 1 :]
    last = not after or (after[0].text.startswith("편") and len(after) == 1)
    return word.token.verbal and last and REAL not in word.ids


def _is_means(word: Word, question: Question) -> bool:
    """Whether what is asked came of an action: 인력 재배치로 옮긴 사람, 재배치 때문에 옮긴 직원."""
    after = question.words[question.words.index(word) + 1 :][:1]
    return bool(TOWARDS.match(word.token.tail)) or any(
        ASK_WHY in w.ids for w in after if w not in question.asked
    )
