"""How words sound, and how far a word may be from another and still be recognised."""

import re

from rapidfuzz.distance import OSA

SURE_LETTERS = 6
"""Letters of a word of which the last may be any other and the word still be recognised: 몇웡, 최태웡."""

SURE_LATIN, LONG_LATIN = 5, 9
"""Letters from which a Latin name may have any one wrong, and from which two."""

_ALIKE = str.maketrans("ㅔㅖㅒㅚㅞㅢㅑㅕㅛㅠㅜㄲㄸㅃㅆㅉ", "ㅐㅐㅐㅙㅙㅣㅏㅓㅗㅡㅡㄱㄷㅂㅅㅈ")
_FINALS = frozenset("ㅅㅈㅊㅌㄷ")
"""Consonants that sound alike at a syllable's end: 에이닺 for 에이닷."""
_FINAL_P, _FINAL_K = re.compile("ㅍ(?=[ㄱ-ㅎ]|$)"), re.compile("ㅋ(?=[ㄱ-ㅎ]|$)")
"""Finals that sound like others: 이성옆 for 이성엽."""
VOWEL = re.compile("[ㅏ-ㅣ]")


def sound_of(letters: str) -> str:
    """Letters with those that are easily confused folded into one."""
    return _FINAL_K.sub("ㄱ", _FINAL_P.sub("ㅂ", letters.translate(_ALIKE)))


def both_ends(sound: str) -> tuple[str, str]:
    """How a word begins and how it ends: one wrong letter leaves one of them."""
    return "^" + sound[:2], sound[-2:] + "$"


def most_wrong(size: int) -> int:
    """Wrong letters that a word of so many jamo may have and still be recognised."""
    return 0 if size < 5 else 1 if size < 10 else 2 if size < 15 else 3


def is_misspelt(word: str, name: str) -> bool:
    """Whether a Latin word is a name with one letter wrong (two in a long one).

    Of a short name only neighbours may be swapped (SCP): one letter makes it another abbreviation.
    """
    wrong = OSA.distance(word, name, score_cutoff=2)
    if min(len(word), len(name)) < SURE_LATIN:
        return wrong == 1 and sorted(word) == sorted(name)
    return 0 < wrong <= (2 if len(name) >= LONG_LATIN else 1)


def may_differ(sound: str, near: str, distance: int) -> bool:
    """In a short word, one letter makes another word: there only a vowel or a last letter may be wrong."""
    if len(near) > 7 or distance == 0:
        return True
    if sound[0] != near[0]:
        return False
    if len(sound) == len(near) + 1:  # 싯점
        return near.startswith(sound) or sound.startswith(near) or _vowels(sound) == _vowels(near)
    if len(sound) != len(near):
        return near.startswith(sound) or sound.startswith(near)
    pairs = [(a, b) for a, b in zip(sound, near, strict=True) if a != b]
    final = len(near) >= SURE_LETTERS or {sound[-1], near[-1]} <= _FINALS
    one_final = sound[:-1] == near[:-1] and final
    vowel_or_final = len(pairs) == 1 and (all(map(VOWEL.match, pairs[0])) or set(pairs[0]) <= _FINALS)
    return vowel_or_final or (len(pairs) == 1 and one_final)


def _vowels(letters: str) -> str:
    return "".join(VOWEL.findall(letters))
