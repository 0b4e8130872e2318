"""Numbers and dates in a question: 2조 4천억 원, 300명, 석 달, 2025년 2분기, 지난해 9월."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.reading.values import Amount, Day


@dataclass(frozen=True)
class Mention:
    """A number or date and the characters of the text that it stands on (start, end)."""

    start: int
    end: int
    value: Amount | Day


_COUNTERS = {
    "명": "명 인 사람 people",
    "개": "개 개사 가지 곳 군데 종 건",
    "년": "년 개년 년간 개년간 해 years year",
    "개월": "개월 달 개월간 months",
    "주": "주",
    "시": "시",
    "분": "분",
    "배": "배",
    "대": "대",
    "층": "층",
    "위": "위",
    "번": "번 회",
    "%": "퍼센트 % 프로",
    "kW": "kw 킬로와트 키로와트",
    "MW": "mw 메가와트",
    "USD": "달러 불",
    "평": "평",
    "GB": "gb",
    "TB": "tb",
    "B": "b",
    "차": "차",
    "호": "센터 호",
    "세대": "세대 g",
    "동": "동",
    "km": "km",
    "kg": "kg",
    "세": "살 세",
}
"""For each unit the words that count it."""
_UNITS = {word: unit for unit, words in _COUNTERS.items() for word in words.split()}
_NATIVE = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "석": 3,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
    "삼": 3,
    "오": 5,
    "십": 10,
}
_NATIVE |= {f"{digit}백": 100 * n for n, digit in enumerate(" 일이삼사오육칠팔구") if n} | {"백": 100}
_TENS = {"": 1, "십": 10, "백": 100, "천": 1000}
_BIG = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHUNK = rf"(?:(?P<n{{0}}>{_NUMBER})\s?|(?=[십백천]))(?P<t{{0}}>[십백천]?)\s?{{1}}"
_MONEY = re.compile(
    rf"(?:(?:(?P<trillion>{_NUMBER})\s?조)\s?)?"
    rf"(?:(?:(?P<hundred>{_NUMBER})?\s?(?P<ht>[십백천])?\s?억)\s?)?"
    rf"(?:(?:(?P<man>{_NUMBER})\s?(?P<mt>[십백천])?\s?만)\s?)?(?:여\s?)?(?:원|won)?"
)
_ENGLISH_MONEY = re.compile(rf"({_NUMBER})\s?(trillion|billion|million)\s?(?:won|krw)?")
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_COUNTED = re.compile(rf"(?P<value>{_NUMBER})\s?(?:여\s?)?(?P<unit>{_UNIT})(?![a-z])")
_NATIVE_COUNT = re.compile(
    rf"(?<![가-힣])(?P<value>{'|'.join(sorted(_NATIVE, key=len, reverse=True))})\s?"
    r"(?P<unit>가지|군데|달|해|사람|명|곳|개년|개월|년)(?![가-힣]*하)"
)
_SAID = re.compile(r"한\s?(사람|해|곳|명)")
"""하겠다고 한 사람, 체결한 해: the verb 하다, not the number one."""
_RELATIVE_YEAR = {
    "재작년": -2,
    "작년": -1,
    "지난해": -1,
    "전년": -1,
    "올해": 0,
    "금년": 0,
    "이번해": 0,
    "올": 0,
    "내년": 1,
    "last year": -1,
    "this year": 0,
    "next year": 1,
    "후년": 2,
}
_RELATIVE_MONTH = {
    "지난달": -1,
    "저번달": -1,
    "전달": -1,
    "이달": 0,
    "이번달": 0,
    "다음달": 1,
    "담달": 1,
    "내달": 1,
    "이듬달": 1,
    "next month": 1,
    "last month": -1,
    "this month": 0,
}
_ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ENGLISH_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)


def _spaced(words: dict[str, int] | list[str]) -> str:
    """An alternation in which a space may stand between any two syllables."""
    return "|".join(r"\s?".join(map(re.escape, w)) if not w.isascii() else re.escape(w)
                    for w in sorted(words, key=len, reverse=True))  # fmt: skip


_DATE = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)\s?(?:년도|년|\b)|(?P<short>2\d)년(?:도)?|(?P<rel>(?<![가-힣])(?:{_spaced(_RELATIVE_YEAR)}))(?![가-힣]*리))?\s?"
    r"(?:(?P<quarter>[1-4])\s?(?:/\s?4)?\s?분기|q(?P<q>[1-4])|(?P<q2>[1-4])q|"
    r"(?P<half>상반기|하반기|전반기|후반기|h1|h2|1h|2h|first half|second half))?\s?"
    rf"(?:(?P<month>1[0-2]|0?[1-9])\s?월|(?P<relmonth>{_spaced(_RELATIVE_MONTH)})|(?P<enmonth>{_ENGLISH_MONTH})\b\.?)?\s?"
    r"(?(enmonth)(?:(?P<enday>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w))?)\s?"
    r"(?:(?:지난\s?)?(?P<day>3[01]|[12]\d|0?[1-9])\s?일(?!\s?[가-힣]*간))?\s?"
    r"(?P<end>연말|year[-\\s]?end|끝자락|끝물|끝 무렵|막바지|말(?=$|[\s에엔이까]))?"
)


_SPAN = re.compile(r"(?P<first>10|[147])\s?월?\s?[~∼-]\s?(?P<last>12|[369])\s?월")
"""Months that make a quarter or a half-year: 7~9월."""
_AGO = re.compile(r"(?P<count>\d{1,2}|한|두|세|네)\s?(?P<unit>년|해|개월|달)\s?전(?=[에엔의\s]|$)")


def mentions(text: str) -> Iterator[Mention]:
    """Numbers and dates of a normalised, case-folded text, from left to right, none overlapping."""
    taken = 0
    for start in range(len(text)):
        if start < taken or not _may_start(text, start):
            continue
        found = _date_at(text, start) or _amount_at(text, start)
        if found:
            taken = found.end
            yield found


def _may_start(text: str, start: int) -> bool:
    char = text[start]
    if char.isdigit():
        return start == 0 or not (text[start - 1].isdigit() or text[start - 1] in ".,")
    return char in "재작지전올금이내후상하한두세네석넉다여일아열삼오십백천말연저담qhjfmasondlnt"


def _date_at(text: str, start: int) -> Mention | None:
    if ago := _AGO.match(text, start):
        back = -int(_NATIVE.get(ago["count"]) or ago["count"])
        years = ago["unit"] in "년해"
        day = Day(shift=back) if years else Day(month_shift=back)
        return Mention(start, ago.end(), day)
    if span := _SPAN.match(text, start):
        first, last = int(span["first"]), int(span["last"])
        if last - first in (2, 5):
            whole = Day(quarter=last // 3) if last - first == 2 else Day(half=last // 6)
            return Mention(start, span.end(), whole)
    found = _DATE.match(text, start)
    if not found or not any(found.groups()):
        return None
    part = found.groupdict()
    if (
        start
        and text[start - 1].isalpha()
        and (text[start - 1].isascii() or part["rel"])
        and not part["half"]
    ):
        return None
    if part["end"] and not any(v for k, v in part.items() if k != "end"):
        return None
    half = (
        {"상반기": 1, "전반기": 1, "h1": 1, "1h": 1, "first half": 1}.get(part["half"] or "", 2)
        if part["half"]
        else None
    )
    rel = re.sub(r"\s", "", part["rel"] or "") if not (part["rel"] or "").isascii() else part["rel"]
    relmonth = (
        re.sub(r"\s", "", part["relmonth"] or "")
        if not (part["relmonth"] or "").isascii()
        else part["relmonth"]
    )
    quarter = part["quarter"] or part["q"] or part["q2"]
    year = part["year"] or (f"20{part['short']}" if part["short"] else None)
    named = _ENGLISH_MONTHS.index(part["enmonth"][:3]) + 1 if part["enmonth"] else None
    month = part["month"] or named
    day = Day(
        year=int(year) if year else None,
        shift=_RELATIVE_YEAR.get(rel or ""),
        quarter=int(quarter) if quarter else None,
        half=half,
        month=int(month) if month else None,
        month_shift=_RELATIVE_MONTH.get(relmonth or ""),
        day=int(part["day"] or part["enday"] or 0) or None,
        end=bool(part["end"]),
    )
    end = start + len(found.group().rstrip())
    return Mention(start, end, day) if end > start else None


def _amount_at(text: str, start: int) -> Mention | None:
    if found := _ENGLISH_MONEY.match(text, start):
        scale = {"trillion": 10**12, "billion": 10**9, "million": 10**6}[found[2]]
        return Mention(start, found.end(), Amount(_number(found[1]) * scale, "KRW"))
    if (found := _MONEY.match(text, start)) and (money := _money(found)) is not None:
        return Mention(start, start + len(found.group().rstrip()), Amount(money, "KRW"))
    if found := _COUNTED.match(text, start):
        return Mention(start, found.end(), Amount(_number(found["value"]), _UNITS[found["unit"]]))
    if (found := _NATIVE_COUNT.match(text, start)) and not _SAID.match(found.group()):
        return Mention(start, found.end(), Amount(_NATIVE[found["value"]], _UNITS[found["unit"]]))
    if found := re.compile(_NUMBER).match(text, start):
        won = re.match(r"\s?(?:[천백십]\s?)?원", text[found.end() :])
        return Mention(
            start, found.end() + (won.end() if won else 0), Amount(_number(found[0]), "KRW" if won else "")
        )
    return None


def _money(found: re.Match[str]) -> float | None:
    total, some = 0.0, False
    if found["trillion"]:
        total, some = total + _number(found["trillion"]) * _BIG["조"], True
    if "억" in found.group() and (found["hundred"] or found["ht"]):
        total += _number(found["hundred"] or "1") * _TENS[found["ht"] or ""] * _BIG["억"]
        some = True
    if found["man"] and (found["mt"] or found.group().rstrip().endswith("원")):
        total, some = total + _number(found["man"]) * _TENS[found["mt"] or ""] * _BIG["만"], True
    return total if some else None


def _number(text: str) -> float:
    return float(text.replace(",", ""))
