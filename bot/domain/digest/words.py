"""Reads the words after ``/telco 다이제스트``, in any order: a verb, a time, days, a zone, what about."""

import datetime as dt
import re

from rapidfuzz import fuzz, process

from bot.domain.digest.command import DigestCommand, DigestVerb, UnclearDigestError
from bot.domain.digest.schedule import zone_named
from bot.domain.digest.times import NoSuchTimeError, days_at, time_at
from bot.domain.digest.vocabulary import ALL, CITIES, FILLERS, VERBS, DigestVocabulary, squeezed
from bot.domain.korean import normalise

_PARTICLE = r"(?:에서만|에서|에는|에만|만을|만은|만|으로|로|은|는|을|를|이랑|랑|이|가|와|과|하고|도|의|에)?"
_BOUNDARY = re.compile(_PARTICLE + r"(?=[\s,·/;()]|$)")
_SKIP = re.compile(r"[\s,·/;()!.?~]+")
_WORD = re.compile(r"[^\s,;]+")
_ZONE = re.compile(r"[a-z][a-z0-9_+-]*(?:/[a-z0-9_+-]+)*")
_AFTER_TIME = re.compile(r"(?:정각|쯤|부터|마다|에|으로|로)*")
_VERB_PATTERNS = tuple((verb, re.compile(f"(?:{pattern})")) for verb, pattern in VERBS)
_FILLER_PATTERN = re.compile(f"(?:{FILLERS})")
_ALL_PATTERN = re.compile(f"(?:{ALL})")


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
        self.subjects.append(self.vocabulary.names[squeezed(matched[0])])
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
        end = _AFTER_TIME.match(self.text, found[1])
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
        for city in sorted(CITIES, key=len, reverse=True):
            if self.text.startswith(city, at) and _BOUNDARY.match(self.text, at + len(city)):
                self.zone = CITIES[city]
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
        if len(verbs) > 1:
            raise UnclearDigestError("켜기, 끄기, 상태, 미리보기, 지금 가운데 하나만 적을 수 있습니다.")
        if verbs == {DigestVerb.STATUS} and said:
            return DigestVerb.ON
        return verbs.pop() if verbs else DigestVerb.ON if said else DigestVerb.STATUS


def _unknown(word: str, vocabulary: DigestVocabulary) -> str:
    known = ["켜기", "끄기", "상태", "미리보기", "지금", "매일", "평일", "주말", *vocabulary.names]
    near = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=50)
    return f"'{word}'은(는) 모르는 말입니다." + (f" 혹시 '{near[0]}'입니까?" if near else "")
