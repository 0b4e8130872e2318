"""Korean particles that agree with the word before them: 을/를, 은/는, 이/가, 과/와, 으로/로 …

The choice depends on how the word sounds at its end: on a consonant (받침), on ㄹ (which counts as a
vowel for 으로/로), or on a vowel. Latin letters and digits are read as a Korean reader says them
(KT 케이티, LLM 엘엘엠, 5 오); for what cannot be read the undecided spelling 을(를) stands.
"""

import re
from enum import Enum


class Ending(Enum):
    """How a word sounds at its end."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"


_LAST_SYLLABLE = {
    "0": Ending.CONSONANT,  # 영, 십, 백, 천, 만, 억: all end on a consonant
    "1": Ending.RIEUL, "2": Ending.VOWEL, "3": Ending.CONSONANT, "4": Ending.VOWEL, "5": Ending.VOWEL,
    "6": Ending.CONSONANT, "7": Ending.RIEUL, "8": Ending.RIEUL, "9": Ending.VOWEL,
    "%": Ending.VOWEL, "+": Ending.VOWEL, "℃": Ending.VOWEL, "㎿": Ending.VOWEL, "㎾": Ending.VOWEL,
    "ㄹ": Ending.RIEUL,  # 리을
}  # fmt: skip
_LETTER_NAMES = {"l": Ending.RIEUL, "r": Ending.RIEUL, "m": Ending.CONSONANT, "n": Ending.CONSONANT}
"""엘, 알, 엠, 엔; every other letter's Korean name ends on a vowel (케이, 티, 에스 …)."""
_SPOKEN: tuple[tuple[re.Pattern[str], Ending], ...] = (
    (re.compile(r"(l|[^aeiou]le|[aeiou]le|lle)$"), Ending.RIEUL),  # 오라클, 모바일, 구글
    (re.compile(r"(m|n|ng|me|ne)$"), Ending.CONSONANT),  # 폰, 크롬, 팅
    (re.compile(r"(ck|[aeiou](k|p|t|c))$"), Ending.CONSONANT),  # 슬랙, 챗, 칩, 앤스로픽
)
"""Endings of English words in Korean spelling (loan-word rules of the National Institute, simplified)."""
_NOT_READ = re.compile(r"(\s*[(\[（［][^()\[\]（）［］]*[)\]）］]|[\s'\"“”‘’`.,!?…·)\]}>》」』）］]+)$")
"""What a reader skips at a word's end: a remark in brackets, quotation marks, punctuation."""
_LATIN_TAIL = re.compile(r"[A-Za-z]+$")


def ending(word: str) -> Ending | None:
    """How the word sounds at its end; None where nobody can tell (an emoji, a foreign script)."""
    while (bare := _NOT_READ.sub("", word)) != word:
        word = bare
    if not word:
        return None
    last = word[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return {0: Ending.VOWEL, 8: Ending.RIEUL}.get(final, Ending.CONSONANT)
    if last in _LAST_SYLLABLE:
        return _LAST_SYLLABLE[last]
    if "ㄱ" <= last <= "ㅣ":  # a jamo alone is read by its name: ㄱ 기역, ㅏ 아
        return Ending.CONSONANT if last <= "ㅎ" else Ending.VOWEL
    latin = _LATIN_TAIL.search(word)
    return _latin_ending(latin.group()) if latin else None


def particle(word: str, pair: str) -> str:
    """The particle of ``pair`` that follows ``word``.

    ``pair`` names the form after a consonant first, as grammars do: 을/를, 은/는, 이/가, 과/와, 으로/로,
    이나/나, 이라고/라고. Returns the particle alone; the undecided 을(를) where the sound is not known.
    """
    after_consonant, after_vowel = pair.split("/")
    sound = ending(word)
    if sound is None:
        return f"{after_consonant}({after_vowel})"
    if sound is Ending.RIEUL and after_consonant.startswith("으"):
        return after_vowel
    return after_vowel if sound is Ending.VOWEL else after_consonant


def with_particle(word: str, pair: str) -> str:
    """The word and its particle: with_particle("KT", "을/를") is "KT를"."""
    return word + particle(word, pair)


def _latin_ending(word: str) -> Ending:
    capitals = re.search(r"[A-Z]+$", word)
    spelled = capitals is not None or len(word) == 1 or not re.search(r"[aeiouy]", word)
    if not spelled:
        for pattern, sound in _SPOKEN:
            if pattern.search(word.lower()):
                return sound
        return Ending.VOWEL
    return _LETTER_NAMES.get(word[-1].lower(), Ending.VOWEL)
