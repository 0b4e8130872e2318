"""Hangul: jamo, initial consonants, the two-set keyboard, and one spelling for every way to type.

Syllables are taken apart by the arithmetic of the Unicode Standard, chapter 3.12 ("Conjoining Jamo
Behavior"): syllable = 0xAC00 + (initial * 21 + vowel) * 28 + final. The keyboard is the standard
two-set layout (KS X 5002).
"""

import re
import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_PAIRS = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_VOWEL_PAIRS = {
    "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ",
    "ㅚ": "ㅗㅣ",
    "ㅝ": "ㅜㅓ",
    "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
}
_JOINED = {pair: one for one, pair in (_PAIRS | _VOWEL_PAIRS).items()}

_FIRST, _LAST = 0xAC00, 0xD7A3
_KEYS = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True)
) | {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}
_LATIN = {jamo: key for key, jamo in _KEYS.items()}

_PLAIN = str.maketrans(
    dict.fromkeys("“”„‟″〃『』「」《》〈〉", '"')
    | dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("‧・∙•⋅ㆍ", "·")
    | dict.fromkeys("‐‑‒–—−", "-")
    # NFKC turns compatibility jamo into conjoining ones; this brings back those that formed no syllable.
    | {chr(0x1100 + n): letter for n, letter in enumerate(INITIALS)}
    | {chr(0x1161 + n): letter for n, letter in enumerate(VOWELS)}
    | {chr(0x11A7 + n): letter for n, letter in enumerate(FINALS) if letter}
)
_IGNORED = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


def normalise(text: str) -> str:
    """One form for the same words: NFKC, plain quotes and dashes, no invisible characters.

    Case is kept (the keyboard needs it). Half-width and conjoining jamo come out as syllables where
    they make one, else as compatibility jamo.
    """
    return unicodedata.normalize("NFKC", _IGNORED.sub("", text)).translate(_PLAIN)


def is_syllable(char: str) -> bool:
    return _FIRST <= ord(char) <= _LAST


def is_jamo(char: str) -> bool:
    """True for a jamo that stands alone, as in an unfinished syllable or ㅋㅋ."""
    return "ㄱ" <= char <= "ㅣ"


def is_hangul(char: str) -> bool:
    return is_syllable(char) or is_jamo(char)


def split(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final ("" for none) of one syllable."""
    code = ord(syllable) - _FIRST
    return INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]


def join(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of an initial, a vowel and a final. Raises ValueError where there is none."""
    return chr(_FIRST + (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final))


class _Letters(dict[int, str]):
    """A table for str.translate that takes syllables apart and remembers those it has met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if is_syllable(char):
            initial, vowel, final = split(char)
            found = initial + vowel + _PAIRS.get(final, final)
        else:
            found = _PAIRS.get(char, char)
        if code < _LAST:  # whatever the world types, the table stays small
            self[code] = found
        return found


_LETTERS = _Letters()


def jamo(text: str) -> str:
    """The text with every syllable taken apart, finals of two letters too: 에이닷 → ㅇㅔㅇㅣㄷㅏㅅ."""
    return text.translate(_LETTERS)


def has_final(char: str) -> bool:
    return is_syllable(char) and (ord(char) - _FIRST) % 28 > 0


def initials(text: str) -> str:
    """The initial consonants of a text without its spaces: 에이닷 비즈 → ㅇㅇㄷㅂㅈ."""
    return "".join(split(c)[0] if is_syllable(c) else c for c in text if not c.isspace())


def hangul_from_keys(text: str) -> str:
    """What the keys of a Latin text give on the two-set layout: dptmxj → 에스터.

    A letter that stands on no jamo key is kept. Shift matters where the layout has a jamo for it.
    """
    return compose("".join(_KEYS.get(c) or _KEYS.get(c.lower(), c) for c in text))


def keys_from_hangul(text: str) -> str:
    """The Latin letters of the keys that type a Hangul text: ㅡㅑㅅ → mit."""
    keys = []
    for char in text:
        for letter in jamo(char):
            for stroke in _VOWEL_PAIRS.get(letter, letter):
                keys.append(_LATIN.get(stroke, stroke))
    return "".join(keys)


def compose(stream: str) -> str:
    """Join a stream of jamo into syllables as a two-set keyboard does; what fits nowhere stays."""
    keyboard = _Keyboard()
    for char in stream:
        keyboard.press(char)
    keyboard.flush()
    return "".join(keyboard.out)


class _Keyboard:
    """The syllable under construction, as an input method keeps it."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.initial = self.vowel = self.final = ""

    def press(self, char: str) -> None:
        if char in VOWELS:
            self._press_vowel(char)
        elif char in INITIALS:
            self._press_consonant(char)
        else:
            self.flush()
            self.out.append(char)

    def flush(self) -> None:
        whole = self.initial and self.vowel
        self.out.append(
            join(self.initial, self.vowel, self.final) if whole else self.initial + self.vowel + self.final
        )
        self.initial = self.vowel = self.final = ""

    def _press_vowel(self, char: str) -> None:
        if self.final:  # the final moves over as the next initial: 간+ㅏ → 가나
            pair = _PAIRS.get(self.final, self.final)
            self.final = pair[0] if len(pair) == 2 else ""
            self.flush()
            self.initial, self.vowel = pair[-1], char
        elif self.vowel and (double := _JOINED.get(self.vowel + char)):
            self.vowel = double
        else:
            if self.vowel:
                self.flush()
            self.vowel = char

    def _press_consonant(self, char: str) -> None:
        if self.initial and self.vowel:
            if not self.final and char in FINALS:
                self.final = char
                return
            if double := _JOINED.get(self.final + char):
                self.final = double
                return
        if self.initial or self.vowel:
            self.flush()
        self.initial = char
