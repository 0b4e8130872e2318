"""Reads the words after ``/telco 다이제스트``, in any order: a verb, a time, days, a zone, what about."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz, process

from bot.domain.base import FactBase
from bot.domain.digest_times import NoSuchTimeError, days_at, time_at
from bot.domain.errors import TelcoError
from bot.domain.korean import normalise
from bot.domain.lexicon import EntityType
from bot.domain.schedule import zone_named

EXAMPLE = "다이제스트 켜기 08:30 평일 KT"


class UnclearDigestError(TelcoError):
    """Words that make no digest command; the message is Korean, for the person, and ends in an example."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}\n예: `{EXAMPLE}`")


class DigestVerb(StrEnum):
    """What is to be done."""

    ON = "on"
    OFF = "off"
    STATUS = "status"
    PREVIEW = "preview"
    NOW = "now"
    HELP = "help"


class DigestCommand(BaseModel):
    """A command as read. None is what was not said: it stays as it is, or takes its default."""

    model_config = ConfigDict(frozen=True)

    verb: DigestVerb
    at: dt.time | None = None
    days: frozenset[int] | None = None
    zone: str | None = None
    companies: tuple[str, ...] | None = None
    """Company ids; empty for all of them."""
    topics: tuple[str, ...] | None = None
    """Topics as the facts spell them; empty for all of them."""


_PARTICLE = r"(?:에서만|에서|에는|에만|만을|만은|만|으로|로|은|는|을|를|이랑|랑|이|가|와|과|하고|도|의|에)?"
_BOUNDARY = re.compile(_PARTICLE + r"(?=[\s,·/;()]|$)")
_SKIP = re.compile(r"[\s,·/;()!.?~]+")
_WORD = re.compile(r"[^\s,;]+")
_VERBS: tuple[tuple[DigestVerb, str], ...] = (
    (DigestVerb.ON, r"켜(?:기|\s*줘요?|\s*주세요|라|자|다|요)?|구독(?:하기|해)?|신청(?:해)?|시작(?:하기|해)?"
     r"|등록(?:해)?|변경(?:해)?|바꾸기|바꿔(?:\s*줘)?|받기|받을래|받고\s*싶어|on|start|subscribe|enable|set|change"),
    (DigestVerb.OFF, r"끄기|끄자|끄다|꺼(?:\s*줘요?|\s*주세요|라|요)?|중지(?:해)?|중단(?:해)?|해지(?:해)?"
     r"|취소(?:해)?|그만(?:\s*보내\s*줘)?|구독\s*취소|구독\s*해지|off|stop|unsubscribe|disable|cancel"),
    (DigestVerb.STATUS, r"상태|현황|확인|설정|status|state|settings?"),
    (DigestVerb.PREVIEW, r"미리\s*보기|미리\s*보여\s*줘|preview"),
    (DigestVerb.NOW, r"지금(?:\s*바로)?|바로|당장|now"),
    (DigestVerb.HELP, r"도움말?|사용법|help"),
)  # fmt: skip
_FILLERS = (
    r"다이제스트|digest|매주|every|please|at|for|only|in|and|the|about|time|timezone|시간대|시간|시각|기준|회사|주제"
    r"|관련|소식|뉴스|내용|및|그리고|좀|부탁(?:해요?|합니다|드립니다)?|보내\s*(?:줘요?|주세요|기)?|보여\s*(?:줘요?|주세요)"
    r"|해\s*(?:줘요?|주세요)|하기|줘요?|주세요|할게요?|합니다|것"
)
_ALL = (
    r"전체|모두|전부|다|모든\s*(?:회사|통신사|주제)|세\s*(?:회사|통신사)"
    r"|(?:통신|이통)?\s*3사|all(?: companies)?"
)
_CITIES = {
    "서울": "Asia/Seoul", "한국": "Asia/Seoul", "kst": "Asia/Seoul", "도쿄": "Asia/Tokyo",
    "일본": "Asia/Tokyo", "jst": "Asia/Tokyo", "베이징": "Asia/Shanghai",
    "상하이": "Asia/Shanghai", "중국": "Asia/Shanghai",
    "싱가포르": "Asia/Singapore", "뉴욕": "America/New_York", "로스앤젤레스": "America/Los_Angeles",
    "실리콘밸리": "America/Los_Angeles", "런던": "Europe/London", "파리": "Europe/Paris",
    "베를린": "Europe/Berlin", "바르셀로나": "Europe/Madrid", "시드니": "Australia/Sydney",
}  # fmt: skip
_ZONE = re.compile(r"[a-z][a-z0-9_+-]*(?:/[a-z0-9_+-]+)*")


@dataclass(frozen=True)
class DigestVocabulary:
    """The companies and topics of a fact base, by every way to write them."""

    names: dict[str, tuple[str, str]]
    """Name in lower case → ("company" | "topic", its id or spelling)."""
    pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, base: FactBase) -> "DigestVocabulary":
        """Topics win over companies of the same name, longer names over shorter ones."""
        telcos = [entity for entity in base.entities.values() if entity.type is EntityType.TELCO]
        names = dict.fromkeys(("업계", "공통", "산업", "industry"), ("company", "industry"))
        for telco in telcos:
            for surface in (telco.id, *telco.surfaces):
                names[_key(surface)] = ("company", telco.id)
        for topic in sorted({fact.topic for fact in base.facts}):
            names[_key(topic)] = ("topic", topic)
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = "|".join(r"\s*".join(map(re.escape, name)) for name in longest_first)
        return cls(names=names, pattern=re.compile(f"(?:{pattern})"))


def parse(text: str, vocabulary: DigestVocabulary) -> DigestCommand:
    """The command that ``text`` spells; the word 다이제스트 itself may stand in it or not.

    Without a verb, a time, day or subject means ON, and nothing at all means STATUS. Raises
    UnclearDigestError for a word or time that is not understood, two times, or two verbs.
    """
    reading = _Reading(normalise(text).casefold(), vocabulary)
    try:
        reading.run()
    except NoSuchTimeError as error:
        raise UnclearDigestError(f"{error} 시각은 08:30이나 '아침 8시 반'처럼 적습니다.") from None
    return reading.command()


class _Reading:
    """One pass over the text, piece by piece."""

    def __init__(self, text: str, vocabulary: DigestVocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.verbs: list[DigestVerb] = []
        self.times: list[dt.time] = []
        self.days: frozenset[int] = frozenset()
        self.zone: str | None = None
        self.everything = False
        self.subjects: list[tuple[str, str]] = []

    def run(self) -> None:
        at = 0
        while at < len(self.text):
            if skipped := _SKIP.match(self.text, at):
                at = skipped.end()
                continue
            at = self._piece(at)

    def _piece(self, at: int) -> int:
        """Read what begins at ``at`` and return where it ends."""
        for read in (self._subject, self._days, self._time, self._verb, self._words, self._zone):
            end = read(at)
            if end is not None:
                return end
        word = _WORD.match(self.text, at)
        raise UnclearDigestError(_unknown(word.group() if word else self.text[at:], self.vocabulary))

    def _matched(self, pattern: re.Pattern[str], at: int) -> tuple[str, int] | None:
        found = pattern.match(self.text, at)
        end = _BOUNDARY.match(self.text, found.end()) if found else None
        return (found.group(), end.end()) if found and end else None

    def _subject(self, at: int) -> int | None:
        if not (matched := self._matched(self.vocabulary.pattern, at)):
            return None
        self.subjects.append(self.vocabulary.names[_key(matched[0])])
        return matched[1]

    def _days(self, at: int) -> int | None:
        if not (found := days_at(self.text, at)):
            return None
        self.days |= found[0]
        return found[1]

    def _time(self, at: int) -> int | None:
        if not (found := time_at(self.text, at)):
            return None
        self.times.append(found[0])
        end = re.compile(r"(?:정각|쯤|부터|마다|에|으로|로)*").match(self.text, found[1])
        return end.end() if end else found[1]

    def _verb(self, at: int) -> int | None:
        best: tuple[int, DigestVerb] | None = None
        for verb, pattern in _VERB_PATTERNS:
            if (matched := self._matched(pattern, at)) and (best is None or matched[1] > best[0]):
                best = (matched[1], verb)
        if best is None:
            return None
        self.verbs.append(best[1])
        return best[0]

    def _words(self, at: int) -> int | None:
        if matched := self._matched(_ALL_PATTERN, at):
            self.everything = True
            return matched[1]
        matched = self._matched(_FILLER_PATTERN, at)
        return matched[1] if matched else None

    def _zone(self, at: int) -> int | None:
        for city in sorted(_CITIES, key=len, reverse=True):
            if self.text.startswith(city, at) and _BOUNDARY.match(self.text, at + len(city)):
                self.zone = _CITIES[city]
                return at + len(city)
        found = _ZONE.match(self.text, at)
        if found and (zone := zone_named(found.group())):
            self.zone = zone
            return found.end()
        if found and "/" in found.group():
            raise UnclearDigestError(
                f"'{found.group()}'은(는) 없는 시간대입니다. Asia/Seoul, America/New_York처럼 적습니다."
            )
        return None

    def command(self) -> DigestCommand:
        if len(set(self.times)) > 1:
            raise UnclearDigestError("시각은 하나만 적을 수 있습니다.")
        companies = tuple(dict.fromkeys(name for kind, name in self.subjects if kind == "company"))
        topics = tuple(dict.fromkeys(name for kind, name in self.subjects if kind == "topic"))
        said = bool(self.times or self.days or self.zone or self.subjects or self.everything)
        return DigestCommand(
            verb=self._one_verb(said),
            at=self.times[0] if self.times else None,
            days=self.days or None,
            zone=self.zone,
            companies=companies if companies or self.everything else None,
            topics=topics if topics or self.everything else None,
        )

    def _one_verb(self, said: bool) -> DigestVerb:
        verbs = set(self.verbs)
        if len(verbs) > 1 and said:
            verbs.discard(DigestVerb.STATUS)  # "설정 9시" sets
        if DigestVerb.OFF in verbs and "구독" in self.text:
            verbs.discard(DigestVerb.ON)  # "구독 취소"
        if len(verbs) > 1:
            raise UnclearDigestError("켜기, 끄기, 상태, 미리보기, 지금 가운데 하나만 적을 수 있습니다.")
        if verbs == {DigestVerb.STATUS} and said:
            return DigestVerb.ON
        return verbs.pop() if verbs else DigestVerb.ON if said else DigestVerb.STATUS


def _key(name: str) -> str:
    return re.sub(r"\s+", "", normalise(name).casefold())


def _unknown(word: str, vocabulary: DigestVocabulary) -> str:
    known = ["켜기", "끄기", "상태", "미리보기", "지금", "매일", "평일", "주말", *vocabulary.names]
    near = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=50)
    return f"'{word}'은(는) 모르는 말입니다." + (f" 혹시 '{near[0]}'입니까?" if near else "")


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + ")")


_VERB_PATTERNS = tuple((verb, _any([pattern])) for verb, pattern in _VERBS)
_FILLER_PATTERN = _any([_FILLERS])
_ALL_PATTERN = _any([_ALL])
