"""How Korean words inflect: verb stems as they appear, and the particles and endings behind a word.

Everything is a string of jamo (see korean.jamo), where inflection is concatenation: 만나+ㅆ+어 is
ㅁㅏㄴㄴㅏ + ㅆ + ㅇㅓ. The tables list the particles and endings of contemporary Korean as its school
grammar does; combinations are left to the reader, which chains them. They overgenerate: a chain that
no speaker would say does no harm, one that is missing makes a word unreadable.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.korean import jamo, split

OPEN_TAIL, PARTICLE, STEM, ENDING, LAST = "open", "particle", "stem", "ending", "last"
"""What a reader has just passed: a noun, a particle, a verb stem that needs an ending, an ending, or a
particle behind which nothing more comes."""
INFINITIVE = "infinitive"
"""The state of a verb form that may end as it is or take endings (나와, 해)."""


@dataclass(frozen=True)
class Tail:
    """A particle or ending: where it may follow, what state it leads to, and what it costs."""

    letters: str
    after: frozenset[str]
    to: str
    cost: float
    slot: str = ""
    """The slot for which a suffix asks: 액 for an amount, 일 for a day."""
    mark: str = ""
    """A hint: "ask" (까, 나요), "verb" (하, 되), "close" for what stands right behind its noun."""

    @property
    def copular(self) -> bool:
        """Whether it makes a predicate of a noun (이다): it hardly ever stands apart from its noun."""
        return OPEN_TAIL in self.after and self.to == ENDING and self.mark != "verb"


_PARTICLES = """
    은 는 이 가 을 를 의 에 에서 에게 에게서 한테 한테서 께 께서 와 과 랑 이랑
    하고 로 으로 로서 로써 도 만 부터 까지 보다 처럼 마다 밖에 조차 이나 나 이라도
    라도 이란 란 이라는 라는 이라고 라고 대로 씩 만큼 뿐 이며 며 이든 든 야 아 ㄴ
    ㄹ 엔 에선 한텐 에겐 께선 론 으론 관련 상 용 들 님 씨 측 쪽 쯤 경 짜리 째 네
    끼리 간 내에서 내의 내에 내에도 중 서 서는 서도 단 랑은 에다 에다가 치고 따라 이서 발 당 식 별 별로
    여 가량 정도 이라면 라면 요 이요 님이 님께서 이고 고
""".split()
_COPULAR = """
    이 야 이야 냐 이냐 니 이니 지 이지 죠 이죠 ㄴ데 인데 ㄴ가 인가 ㄴ지 인지 임 ㅁ
    ㅂ니까 입니까 ㅂ니다 입니다 예요 이에요 에요 였 이었 ㄹ까 일까 다 이다 ㄴ데요
    인데요 ㄴ가요 인가요 ㄴ감 인감 래 이래 랬 이랬 라니 이라니 ㄴ 인 ㄹ 일 라며
    이라며 여 이여 노 이노 던 이던 던가 이던가 고 이고 면 이면 지요 네 이네 네요
    이네요 군 이군 구나 이구나 라 이라 라서 이라서 유 이유 에유 예유 이에유 드라
    이드라 꼬 교 이교 가 이가 랑가 ㄴ교 ㅂ디까 입디까 구만 이구만 카던데 이라카던데
    라카던데 에여 예여 이에여 애요 이애요 얘요 당 이당 쥬 이쥬 여요 용 임당 니까 이니까 더라 이더라
    라던데 이라던데 라는데 이라는데 라고요 이라고요 라면서 이라면서
""".split()
_ASKS = re.compile("(냐|니|ㄴ가|인가|ㄴ지|인지|까|가요|감|던가)$")
"""How the copula ends in a question."""
_ASKING = """
    니 냐 느냐 으냐 나 나요 ㄴ가 는가 은가 ㄴ가요 는가요 은가요 을까 ㄹ까 을까요
    ㄹ까요 습니까 ㅂ니까 는지 은지 ㄴ지 을지 ㄹ지 는지요 ㄴ지요 은지요 는데 ㄴ데 은데
    는데요 ㄴ데요 은데요 대 ㄴ대 는대 래 대요 ㄴ대요 는대요 래요 재 냬 던가 던가요
    더라 ㄴ다며 는다며 다며 다면서 ㄴ다면서 는다면서 라며 라면서 누 노 을려나 려나
    ㄹ려나 ㄴ감 는감 남 댔 랬 ㄴ댔 는댔 ㄹ래 을래
""".split()
_ENDINGS = """
    었 았 였 ㅆ 겠 시 으시 셨 으셨 더 기 음 ㅁ 는 은 ㄴ 을 ㄹ 던 고 며 으며 면
    으면 지 찌 찌요 지만 게 도록 려 으려 려고 으려고 러 으러 다 다가 자 자마자 듯 듯이 거나
    든지 든가 더니 느라 므로 으므로 ㄴ다 는다 습니다 ㅂ니다 요 어 아 여 야 지요 죠
    네 네요 니까 으니까 으니 니 서 아서 어서 여서 다고 ㄴ다고 는다고 라고 으라고 자고
    냐고 느냐고 다는 ㄴ다는 는다는 라는 자는 다던데 ㄴ다던데 는다던데 구나 는구나 군
    군요 는군요 다니 ㄴ다니 는다니 을게 ㄹ게 세요 으세요 십시오 으십시오 셔 오 소 임
    슴 삼 셈 데 데요 걸 을걸 ㄹ걸 잖 잖아 잖아요 거든 거든요 까 까요 던데 던데요
    길래 는걸 ㄴ걸 기에 기도 기로 기를 긴 길 건 는건 ㄴ건 ㄹ건 을건 는거 ㄴ거 ㄹ거
    을거 리라 으리라 리란 으리란 는것 ㄴ것 ㄹ것 을것 단 ㄴ단 는단 란 달 ㄴ달 라 으라 어라 아라 려는 으려는
    려던 이소 시요 십시요 으십시요 다매 ㄴ다매 는다매 라매 대매 자매 다메 라메 던뎅
    고자 고서 면서 으면서 자면 려면 으려면 구 구요 나 랬 거예 거에 거야 거임
    거지 거죠 거니 거냐 건가 건지 건데 걸까 거래 거라며 겁니까 겁니다 건가요 거예요
    거에요 거예여 거지요 거구나 ㅂ디까 읍디까 습디까 ㅂ디다 습디다 유 대유 ㄴ대유 는대유
    래유 데유 능가 는교 능교 라우 실라우 드라 던디 는디 은디 ㄴ디 라꼬 다꼬 ㄴ다꼬
    는다꼬 카노 카던데 카더라 카대 카던 제 재 구만 구먼 나유 까유 지유 구마 데이 는겨
    ㄴ겨 남유 소이까 나이까 옵니까 는기라 더만 더구만 여요 염 욤 용 당 쥬 쥐 효 구여
    고여 나여 까여 데여 네여 에여 예여
""".split()
_AFTER_NOMINAL = "으로써 으로서 도 만 이 가 에 의 로 까지 부터 에는 조차".split()
"""Particles behind a verb that was made a noun: 출시하기까지, 문 열기가."""
_VERBALISERS = ("하", "했", "되", "됐", "시키", "받", "당하", "당했", "해지", "지", "스럽", "롭")
_VERBALISED = ("해", "돼", "시켜", "당해", "해져", "져")
_SUFFIXES = {"일": "when", "일자": "when", "액": "amounts", "자": "people", "처": "orgs", "사": "orgs"}


def tails() -> list[Tail]:
    """Every particle and ending, for the reader's tail trie."""
    noun, chain = frozenset({OPEN_TAIL, PARTICLE}), frozenset({STEM, ENDING})
    found = [Tail(jamo(p), _noun(p), PARTICLE, 0.25) for p in _PARTICLES]
    found += [
        Tail(jamo("내"), noun, PARTICLE, 0.25, mark="close"),
        Tail(jamo("내"), noun, LAST, 0.25, mark="close"),
    ]
    found += [Tail(jamo(c), _noun(c), ENDING, 0.35, mark="ask" if _ASKS.search(c) else "") for c in _COPULAR]
    found += [Tail(jamo(v), frozenset({OPEN_TAIL}), STEM, 0.3, mark="verb") for v in _VERBALISERS]
    found += [Tail(jamo(v), frozenset({OPEN_TAIL}), ENDING, 0.3, mark="verb") for v in _VERBALISED]
    found += [Tail(jamo(s), frozenset({OPEN_TAIL}), PARTICLE, 0.3, slot) for s, slot in _SUFFIXES.items()]
    found += [Tail(jamo(e), chain, ENDING, 0.2, mark="ask") for e in _ASKING]
    past = frozenset({ENDING})  # behind an infinitive alone: 가+ㅆ, 해+ㅆ, but no 이+ㅆ of 잇다
    found += [Tail(jamo(e), past if e == "ㅆ" else chain, ENDING, 0.2) for e in _ENDINGS]
    found += [Tail(jamo(e), frozenset({ENDING}), ENDING, 0.2) for e in _AFTER_NOMINAL]
    # 햇어, 먹엇나: the doubled ㅆ of the past, as many type it.
    found += [
        Tail(t.letters[:-1] + "ㅅ", t.after, t.to, t.cost + 0.15) for t in found if t.letters.endswith("ㅆ")
    ]
    # 하갰다고, 지역애: ㅔ and ㅐ sound alike.
    swapped = str.maketrans("ㅔㅐ", "ㅐㅔ")
    found += [
        Tail(t.letters.translate(swapped), t.after, t.to, t.cost + 0.25, t.slot, t.mark)
        for t in found
        if (len(t.letters) > 2 or t.mark == "verb") and ("ㅔ" in t.letters or "ㅐ" in t.letters)
    ]
    return list(dict.fromkeys(found))


def _noun(tail: str) -> frozenset[str]:
    """What a noun's particle may follow: a bare consonant nothing but the noun (저+ㄴ).

    Behind another particle it has its own entry (에+ㄴ), or is no particle at all (돈).
    """
    return frozenset({OPEN_TAIL}) if len(jamo(tail)) == 1 else frozenset({OPEN_TAIL, PARTICLE})


def stem_forms(verb: str) -> Iterator[tuple[str, bool]]:
    """The stems of a verb given in its dictionary form, as jamo.

    Yields (stem, complete): complete stems are infinitives (나와, 해) that may stand without an
    ending. A particle in parentheses is optional: 문(을) 열다. Raises ValueError for a form that does
    not end in 다.
    """
    for form in optional(verb):
        if not form.endswith("다") or len(form) < 2:
            raise ValueError(f"'{verb}' is no dictionary form: it must end in 다")
        yield from dict.fromkeys(_inflect(form[:-1].replace(" ", "")))


def optional(text: str) -> Iterator[str]:
    """Every way to read a text with optional parts in parentheses."""
    if "(" not in text:
        yield text
        return
    parts = re.split(r"\(([^)]*)\)", text)
    fixed, choices = parts[::2], parts[1::2]
    for chosen in itertools.product(*((c, "") for c in choices)):
        yield "".join(itertools.chain.from_iterable(itertools.zip_longest(fixed, chosen, fillvalue="")))


def _inflect(stem: str) -> Iterator[tuple[str, bool]]:
    base = jamo(stem)
    yield base, False
    _, vowel, final = split(stem[-1])
    if stem.endswith("하"):
        yield from ((base[:-1] + vowel, True) for vowel in "ㅐㅔ")  # 해, and 헤 as some write it
        yield base + "ㅇㅕ", True
    elif stem.endswith("르") and len(stem) > 1:
        yield from ((base[:-2] + "ㄹㄹ" + v, True) for v in "ㅓㅏ")
    elif not final:
        yield from _contract(base, vowel)
    elif stem[-1] not in _REGULAR:
        yield from _irregular(base, final)


def _contract(base: str, vowel: str) -> Iterator[tuple[str, bool]]:
    joined = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}.get(vowel)
    if joined:
        yield base[:-1] + joined, True
    elif vowel == "ㅡ":
        yield from ((base[:-1] + v, True) for v in "ㅓㅏ")
    else:
        yield base, True  # 가+아 → 가


_REGULAR = frozenset("집입잡좁뽑씹접꼽업닫얻믿받뻗쏟돋뜯벗빗솟씻앗웃좋넣쌓낳닿찧빻")
"""Stems in ㅂ, ㄷ, ㅅ, ㅎ that keep their last consonant (입다, 입은), by their last syllable."""


def _irregular(base: str, final: str) -> Iterator[tuple[str, bool]]:
    if final == "ㅂ":
        yield base[:-1] + "ㅇㅜ", False
        yield from ((base[:-1] + "ㅇ" + v, True) for v in "ㅝㅘ")
        yield base[:-1] + "ㅇㅡ", False
    elif final == "ㄷ":
        yield base[:-1] + "ㄹ", False
    elif final in ("ㅅ", "ㄹ", "ㅎ"):
        yield base[:-1], False
        if final == "ㅎ":
            yield from ((base[:-2] + vowel, True) for vowel in "ㅐㅘ")  # 그래, 내놔
