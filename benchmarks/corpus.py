"""The phrases to measure with: a file of intents where there is one, and recombinations of any number."""

import random
from dataclasses import dataclass
from itertools import product
from pathlib import Path

LINES_PER_INTENT = 10  # of ParaKQC: https://github.com/warnikchow/paraKQC
KNOWN = 3
ASKED = 5


@dataclass(frozen=True, slots=True)
class Corpus:
    """Lines to recombine, and intents with their known and their asked phrasings (none without a file)."""

    lines: list[str]
    known: dict[str, list[str]]
    asked: list[tuple[str, str]]
    """Key and question."""


def load(path: Path) -> Corpus:
    """An UTF-8 file of one phrasing a line, ten lines an intent. Raises ValueError for another count."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or len(lines) % LINES_PER_INTENT:
        raise ValueError(f"{path}: {len(lines)} lines are no multiple of {LINES_PER_INTENT}")
    known: dict[str, list[str]] = {}
    asked: list[tuple[str, str]] = []
    for start in range(0, len(lines), LINES_PER_INTENT):
        key = f"{start // LINES_PER_INTENT:05}"
        intent = lines[start : start + LINES_PER_INTENT]
        known[key] = intent[:KNOWN]
        asked += [(key, question) for question in intent[-ASKED:]]
    return Corpus(lines, known, asked)


def made_up() -> Corpus:
    """Plain questions by a grammar of four places, for the latencies where no file is given."""
    when = (
        "오늘",
        "내일",
        "모레",
        "어제",
        "아침에",
        "저녁에",
        "주말에",
        "다음주에",
        "작년에",
        "지금",
        "나중에",
    )
    who = (
        "우리",
        "회사",
        "거래처",
        "선생님",
        "어머니",
        "동생",
        "친구",
        "팀장님",
        "학교",
        "병원",
        "은행",
        "옆집",
    )
    what = (
        "일정",
        "예약",
        "요금",
        "메일",
        "주소",
        "날씨",
        "조명",
        "보일러",
        "세탁기",
        "택배",
        "회의",
        "시험",
        "약속",
    )
    how = (
        "알려줘",
        "언제야",
        "어디야",
        "얼마예요",
        "몇 개인가요",
        "확인해 주세요",
        "바꿔도 되나요",
        "왜 그래",
    )
    lines = [f"{day} {owner} {thing} {end}" for day, owner, thing, end in product(when, who, what, how)]
    return Corpus(lines, {}, [])


def recombined(lines: list[str], count: int, seed: int) -> list[str]:
    """So many different phrases, each the front of one line with the back of another.

    They keep the words, the length and the letter frequencies of the lines. Raises ValueError where the
    lines do not give as many.
    """
    chance = random.Random(seed)  # noqa: S311 - a benchmark's sample
    split = [words for words in (line.split() for line in lines) if len(words) > 1]
    phrases: dict[str, None] = {}
    for _ in range(20 * count):
        front, back = chance.choice(split), chance.choice(split)
        cut = chance.randint(1, len(front))
        phrases[" ".join([*front[:cut], *back[len(back) // 2 :]])] = None
        if len(phrases) == count:
            return list(phrases)
    raise ValueError(f"{len(lines)} lines do not give {count} phrases")
