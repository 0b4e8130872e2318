"""Questions in several parts: preambles to drop, and double questions to answer one by one."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.domain.question.asking import INTERROGATIVE
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word

_BREAK = re.compile(r"[.!?…~\n;]{1,}\s|\.{2,}|\n|,\s")
_SENTENCE = re.compile(r"[.!?…~\n;ㅠㅜㅋ^]+\s|\.{2,}|\n|[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]")
"""What ends a sentence, an emoji too; other signs may stand within one (파주 AI DC → 대지 면적)."""
_CLAUSE = re.compile("(ㄴㄷㅔ|ㄴㄷㅔㅇㅛ|ㅅㅓㅇㅛ|ㄴㅣㄲㅏ|ㄴㅣㄲㅏㅇㅛ)$")
_REASON = re.compile("(ㅅㅓ|ㅅㅓㅇㅛ|ㄱㅓㄷㅡㄴㅇㅛ|ㄴㅣㄲㅏㅇㅛ)$")
"""How a clause ends that says why something is asked."""
_TOLD = frozenset({"talk", "tell-me"})
"""Concepts by which a last clause asks to be told: 아직 짓지 않은 쪽 얘기만 해봐."""
_AND = re.compile("((?<!ㄷㅏ)(?<!ㄹㅏ)(?<!ㄴㅑ)(?<!ㅈㅏ)(?<!ㄹㅕ)ㄱㅗ|ㅁㅕ|ㄱㅜ)$")
"""-고, -며 at a word's end; not the -다고 of reported speech, nor -려고."""
_ABOUT_THE_ANSWER = re.compile(
    r"(지어내|추측|상상|꾸며|덧붙|붙이|보태|넘겨짚|짐작|헷갈리|혼동|거짓말)[가-힣]*\s?(하지\s?)?(말|마|금지|없이)[가-힣]*"
    r"|((기사|원문|본문)(에|에서)?\s?)?(있는|나온|나와\s?있는|적힌|적혀\s?있는|쓰인|써\s?있는|실린)\s?"
    r"((말|것|거|걸|내용|문장|표현)(만|로만|으로만)|대로(만)?|그대로(만)?|만큼만)"
    r"|(기사|원문|본문)\s?(그대로|대로만|기준으로만)|같은\s?(소리|얘기|말)\s?(말고|빼고)"
    r"|(\S+\s)?\S+(이|가|께서)\s(물어|여쭤)\s?(봐서|보셔서|보길래|보시길래|보니까)요?"
    r"|(미팅|회의|발표|보고|마감|통화|면접|방송)\s?\d+\s?분\s?전\S*"
    r"|(\S+(에|에다)\s)?(날짜|출처|숫자|이름|금액)(를|을)?\s(박|적|넣|달|쓰|써)\S*야\s?(되|됨|돼|하|함|해|한다)\S*"
    r"|\S+\s때문에\s(여쭤|여쭙|문의|물어|질문|연락)[가-힣]*"
    r"|\S+[라다이]고\s?(답|말|대답)?하면\s(탈락|오답|땡|실격|반칙|틀린|틀리|안\s?[돼되]|감점|꽝)[가-힣]*"
    r"|\S+(\s(거|것|걸|쪽))?\s?(대답|답|말)하면\s(탈락|오답|땡|실격|틀린|틀리|감점|꽝)[가-힣]*"
    r"|하나라도\s?(빼먹|빠뜨리|빼놓|빠지|놓치)[가-힣]*(\s(탈락|오답|실격|감점|꽝|안\s?[돼되])[가-힣]*)?"
    r"|(구분|구별)(하여|해서?|하고)\s?(답|말|알려|설명)[가-힣]*"
    r"|['\"‘“][^'\"‘’“”]{1,30}['\"’”]\s?(같은|식의|이?라는)\s?(대?답|말|소리|얘기)\S*\s?(사절|사양|거절|금지|노|안\s|말고|하지|빼고)\S*"
    r"|^(숫자|연도|날짜|금액|단어|결론)\s?(하나)?만\W*$"
    r"|단위(도|까지|를)?\s?(포함|넣|붙)[가-힣]*(\s(답|말|알려|적)[가-힣]*(\s것)?)?"
    r"|없으면\s?(없다|모른다)|틀리면\s|딱\s?(말해|잘라|집어)|(증거|근거)\s?(대|까지)(?![가-힣])"
    r"|(답하|말하|대답하|우기)진?지?\S*\s(않|말|마)"
)
"""What tells the bot how to answer, and asks nothing: 기사에 있는 말로만, 지어내지 말고."""
_LETTER, _WORD = re.compile(r"\w"), re.compile(r"\w+")
_QUESTION_MARK = re.compile(r"[가-힣\s]*\?")
_STOP = re.compile(r"[.!?…,;\n]+\s*")
ENOUGH = 3
"""Content words from which a clause that asks needs no name beside it."""
_NAMES = (Role.ENTITY, Role.OUTSIDER)


def without_instructions(text: str) -> str:
    """The text without what only tells the bot how to answer, as far as something that asks is left."""
    ends = [found.end() for found in _STOP.finditer(text)] + [len(text)]
    kept = "".join(_asking_part(text[start:end]) for start, end in itertools.pairwise([0, *ends])).strip()
    if len(_WORD.findall(kept)) > 1:
        return kept
    cut = _ABOUT_THE_ANSWER.sub("", text).strip()
    return cut if _LETTER.search(cut) else text


def _asking_part(sentence: str) -> str:
    """A sentence up to where it tells how to answer; whole where more comes behind that."""
    found = _ABOUT_THE_ANSWER.search(sentence)
    if found is None or len(_WORD.findall(_ABOUT_THE_ANSWER.sub("", sentence[found.end() :]))) > 1:
        return sentence
    before = sentence[: found.start()]
    return before if any(map(INTERROGATIVE.match, before.split())) else ""


def without_preamble(question: Question) -> Question:
    """The question without clauses that name and ask nothing (팀장님이 물어보시는데.., 회의 5분 전인데).

    A clause is dropped only where another one names something that the bot knows.
    """
    clauses = list(_clauses(question))
    last = clauses[-1] if clauses else ()
    bare = not any(w.role.content for w in last)  # 이제 돈 받는다며? 언제부터야
    kept = [
        part
        for n, part in enumerate(clauses)
        if any(w.role in _NAMES or w.role is Role.ASKS for w in part) or (bare and n == len(clauses) - 2)
    ]
    asks = any(_asks_there(w, last) or _TOLD & set(w.ids) for w in last) or _suggests(last, question.text)
    if last not in kept and asks and any(w.role.content for w in last):
        kept.append(last)
    named = any(w.role is Role.ENTITY or _says_enough(part) for part in kept for w in part)
    told = [w for part in kept for w in part]
    nothing = not any(w.role is not Role.ENTITY for w in told) and question.is_keyword  # 유료화? 익시오?
    if len(kept) == len(clauses) or not kept or not named or nothing:
        return question
    return replace(question, words=tuple(word for part in kept for word in part))


def remark(question: Question) -> tuple[Question, Question] | None:
    """(what a question asks, what it remarks besides): 엑사원은 LG 거고… KT가 만든 모델은?

    None where no clause only remarks, or where what asks does not say by itself whom or what it means.
    """
    if any(word.implied for word in question.words):
        return None
    clauses = list(_clauses(question))
    asking = [part for part in clauses if part and _puts_a_question(part, question.text)]
    remarked = [part for part in clauses if part not in asking]
    says_what = any(w.role is Role.ENTITY or "definitions" in w.slots for part in asking for w in part)
    if not asking or not remarked or not says_what:
        return None
    return _of(question, asking), _of(question, remarked)


def _puts_a_question(clause: Sequence[Word], text: str) -> bool:
    return _is_marked(clause, text) or any(w.role is Role.ASKS or w.token.asking for w in clause)


def _asks_there(word: Word, clause: Sequence[Word]) -> bool:
    """Whether a word's ending asks; -니 within a clause gives a reason (나이가 드니 자꾸)."""
    return word.token.asking and (word is clause[-1] or word.token.tail != "ㄴㅣ")


def _says_enough(clause: Sequence[Word]) -> bool:
    """Whether a clause asks by itself, without a name: 맨 먼저 나온 AI 비서 이름이 뭐였습니까."""
    return any(w.role is Role.ASKS for w in clause) and sum(w.role.content for w in clause) >= ENOUGH


def _suggests(clause: Sequence[Word], text: str) -> bool:
    """Whether a clause suggests an answer: 뭐 타고 감? 전용기?"""
    return _is_marked(clause, text) and not any(word.token.verbal for word in clause)


def _is_marked(clause: Sequence[Word], text: str) -> bool:
    return bool(clause) and bool(_QUESTION_MARK.match(text, clause[-1].token.end))


def _of(question: Question, clauses: Iterable[tuple[Word, ...]]) -> Question:
    return replace(question, words=tuple(itertools.chain.from_iterable(clauses)))


def double(question: Question) -> tuple[Question, Question] | None:
    """The two halves of a double question ("… 무엇이고, … 어디입니까?"); None for a single one."""
    words = question.words
    for at in range(len(words) - 1, 0, -1):
        before, after = words[at - 1], words[at]
        gap = question.text[before.token.end : after.token.start]
        if not (_joins(before, after) or _BREAK.search(gap + " ")):
            continue
        left, right = replace(question, words=words[:at]), replace(question, words=words[at:])
        if question.offers_answers and len(right.words) == 1 and not right.asked:
            continue  # B2B입니까, B2C입니까
        if left.asks and left.content and (right.content or right.asked):
            return left, right
    return None


def _joins(before: Word, after: Word) -> bool:
    """Whether -고 or -며 joins two clauses; the one of 하고 있다 does not."""
    goes_on = before.token.verbal and "be-exist" in after.ids and after.token.verbal
    return bool(_AND.search(before.token.tail)) and not goes_on


def _clauses(question: Question) -> Iterator[tuple[Word, ...]]:
    start = 0
    words = question.words
    for at in range(1, len(words)):
        gap = question.text[words[at - 1].token.end : words[at].token.start]
        inflection = words[at - 1].token.tail
        told = gap.startswith(",") and bool(_TOLD & set(words[at - 1].ids))
        requested = told and bool(_REASON.search(words[-1].token.tail))  # 알려주세요, 명패를 만들어야 해서요
        if _SENTENCE.search(gap + " ") or _CLAUSE.search(inflection) or requested:
            yield words[start:at]
            start = at
    yield words[start:]
