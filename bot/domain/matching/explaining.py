"""Accounts for every content word of a question by one fact: explained, unexplained or in conflict."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.base import FactBase
from bot.domain.fact import When
from bot.domain.korean import jamo
from bot.domain.lexicon import EMPLOYERS, MADE, EntityType
from bot.domain.matching.profiles import Profile, Profiles, relations
from bot.domain.matching.shares import AROUND, NEAR
from bot.domain.question.words import COMPARES, WEIGHTS, Role, Word
from bot.domain.reading.values import Amount, Day
from bot.domain.reading.vocabulary import fold

_TOWARDS = re.compile("^((ㅇㅡ)?ㄹㅗ|ㄲㅏㅈㅣ)")
"""How the particles 로 and 까지 begin."""
_TO_BE = re.compile("^(ㄱㅣㄹㅗ|ㄴㅡㄴ|ㄴㄷㅏ|ㄹㅕ|ㄱㅔㅆ)")
"""How the endings begin of what is or will be done: 쪼개기로, 쪼개는, 쪼갠다."""
MISSPELT, LEAST_LETTERS = 0.8, 5
"""How well a misspelt word of the fact is accounted for, and the letters that it must have."""

_ANY_OFFICE = frozenset({"executive", "manager-executive", "senior-official"})
"""Concepts of any high office: a 부사장 and a 상무보 are both executives, but not the same."""
DENIES = "the fact denies it"
OPPOSITE = "the fact says the opposite"
DIRECTIONS = frozenset("increase decrease grow slow-down expand accelerate strengthen weaken".split())
"""Concepts of what goes one way or the other; what is opened today may be closed later."""
DONE = "the fact says that it is done"
FORMER = "the fact says that it was so before"
DOMESTIC = "domestic"
"""The concept of what is in Korea: against a fact that names its place it is another place."""


class Verdict(StrEnum):
    EXPLAINED = "explained"
    UNEXPLAINED = "unexplained"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Account:
    """How a fact accounts for one word: ``share`` of it in 0…1, and how."""

    word: Word
    verdict: Verdict
    share: float
    how: str

    @property
    def weight(self) -> float:
        return WEIGHTS.get(self.word.role, 0.0)


@dataclass(frozen=True)
class Explainer:
    """Accounts words against profiles of one base."""

    base: FactBase
    profiles: Profiles

    def account(self, word: Word, profile: Profile) -> Account:
        if word.holder and not self._held(word, word.holder):
            return Account(word, Verdict.CONFLICT, 0.0, f"no office, employer or maker of {word.holder}")
        match word.role:
            case Role.OUTSIDER if word.maker:
                return self._entity(word, profile)
            case Role.ENTITY:
                return self._entity(word, profile)
            case Role.AMOUNT:
                return self._number(word, profile)
            case Role.DATE:
                return self._date(word, profile)
            case Role.UNKNOWN | Role.UNKNOWN_VERB:
                literal = _literal(word, profile)
                return literal if literal.share else _misspelt(word, profile) or literal
            case Role.OUTSIDER:
                return Account(word, Verdict.CONFLICT, 0.0, "a name that no source mentions")
            case _:
                return self._concept(word, profile)

    def _held(self, word: Word, holder: str) -> bool:
        """Whether the sources give a person this office or employer, or a product this maker."""
        if word.role in (Role.ENTITY, Role.OUTSIDER):
            own = relations(self.base.entities, holder)
            wider = {r for e in own for r in relations(self.base.entities, e)}
            if self.base.people([holder]):
                return bool(set(word.ids) & (own | wider))
            beside = {i for f in self.base.facts if f.subject == holder for i in f.entities}
            return bool(set(word.ids) & (own | wider | beside))
        offices = self.profiles.describe(holder)
        said = set(word.ids)
        return bool(said & offices or (self.base.near(word.ids) & offices) - _ANY_OFFICE)

    def _entity(self, word: Word, profile: Profile) -> Account:
        shares = [(profile.names.get(i, 0.0), i) for i in word.ids if i in self.base.entities]
        if word.maker:  # what describes a company is told of, too, but it is not what is meant
            shares = [
                (min(share, AROUND) if self.base.entities[i].type in MADE else share, i)
                for share, i in shares
            ]
        share, best = max(shares, default=(0.0, ""))
        if share == AROUND and self._goes_elsewhere(word, best, profile):
            return Account(word, Verdict.CONFLICT, 0.0, "nobody goes there")
        if share:
            return Account(word, Verdict.EXPLAINED, share, f"entity {best}")
        if concept := max((profile.covers.get(i, 0.0) for i in word.ids), default=0.0):
            return Account(word, Verdict.EXPLAINED, concept, "concept")
        kinds = {self.base.entities[i].type for i in word.ids if i in self.base.entities}
        compared = bool(kinds & COMPARES) or EntityType.PLACE in kinds
        verdict = Verdict.CONFLICT if compared else Verdict.UNEXPLAINED
        return Account(word, verdict, 0.0, "another name than the fact's")

    def _goes_elsewhere(self, word: Word, place: str, profile: Profile) -> bool:
        """Whether somebody is said to go to what is only a company's country: 미국으로 건너가서."""
        if self.base.entities[place].type is not EntityType.PLACE or not _TOWARDS.match(word.token.tail):
            return False
        stand_there = (e for e in profile.entities if place in relations(self.base.entities, e))
        return all(self.base.entities[e].type in (*EMPLOYERS, EntityType.PERSON) for e in stand_there)

    def _concept(self, word: Word, profile: Profile) -> Account:
        if DOMESTIC in word.ids and profile.fact.places and not _is_domestic(profile):
            return Account(word, Verdict.CONFLICT, 0.0, "the fact names its place itself")
        if word.role in (Role.ACTION, Role.THING) and not word.denied and self._is_opposite(word, profile):
            return Account(word, Verdict.CONFLICT, 0.0, OPPOSITE)
        if word.role is Role.ACTION and set(word.ids) & profile.former and _TO_BE.match(word.token.tail):
            return Account(word, Verdict.CONFLICT, 0.0, FORMER)  # 분산돼 있던 조직을 쪼개기로
        if word.role is Role.ACTION and _is_denied(word, profile):
            return Account(word, Verdict.CONFLICT, 0.0, DENIES)
        if word.denied and word.role is Role.ACTION and set(word.ids) & profile.done:
            return Account(word, Verdict.CONFLICT, 0.0, DONE)
        shares = [(self._sense_share(word, i, profile), i) for i in word.ids]
        best, sense = max(shares, key=lambda found: found[0], default=(0.0, ""))
        how = f"concept {sense}" if best else "in no sentence of the fact"
        if best:
            return Account(word, Verdict.EXPLAINED, best, how)
        if word.role in (Role.TITLE, Role.ATTRIBUTE):
            return _misspelt(word, profile) or Account(word, Verdict.UNEXPLAINED, 0.0, how)
        literal = _literal(word, profile)
        if literal.share:
            return literal
        return _misspelt(word, profile) or Account(word, Verdict.UNEXPLAINED, 0.0, how)

    def _sense_share(self, word: Word, concept_id: str, profile: Profile) -> float:
        if word.role is Role.TITLE:
            return self._title_share(concept_id, profile)
        if word.role is Role.TOPIC:  # another subject is not told because a question touches on it
            return float(concept_id in profile.stated)
        return profile.covers.get(concept_id, 0.0)

    def _title_share(self, concept_id: str, profile: Profile) -> float:
        """An office must be somebody's in the fact; that the word occurs is not enough (대표 서비스)."""
        if concept_id in profile.descriptions or (concept_id in profile.stated and profile.fact.people):
            return 1.0
        concept = self.base.concepts.get(concept_id)
        return NEAR if concept and set(concept.near) & profile.descriptions else 0.0

    def _is_opposite(self, word: Word, profile: Profile) -> bool:
        """Whether the fact says the opposite of all that a word may mean."""
        opposite = (self._against(i) & profile.stated and i not in profile.stated for i in word.ids)
        return bool(word.ids) and all(opposite)

    def _against(self, concept_id: str) -> frozenset[str]:
        concept = self.base.concepts.get(concept_id)
        return frozenset(concept.against) if concept else frozenset()

    def _date(self, word: Word, profile: Profile) -> Account:
        day = word.token.value.value if word.token.value else None
        if not isinstance(day, Day):
            return Account(word, Verdict.UNEXPLAINED, 0.0, "no date")
        clashes = self._clashes(day, profile.fact.when, profile)
        vaguely = day.month is not None and all(w.date.grain == "year" for w in profile.fact.when)
        if clashes and vaguely and self._told_exactly(day, profile):
            return Account(word, Verdict.CONFLICT, 0.0, "another date than is told beside")
        if False in clashes:
            return Account(word, Verdict.EXPLAINED, 1.0, "date")
        if None in clashes or (not clashes and _literal(word, profile).share):
            return Account(word, Verdict.EXPLAINED, 0.6, "date, vaguely")
        vague = not (day.quarter or day.half or day.month or day.month_shift or day.day)
        if not clashes and (account := self._undated(word, profile, day, vague=vague)):
            return account
        if clashes and not (vague and day.shift is not None):
            return Account(word, Verdict.CONFLICT, 0.0, "another date than the fact's")
        return Account(word, Verdict.UNEXPLAINED, 0.0, "the fact has no such date")

    def _clashes(self, day: Day, told: Iterable[When], profile: Profile) -> list[bool | None]:
        """How a date clashes with each that is told, seen from when the fact's article came out."""
        published = self.base.articles[profile.fact.article].published.date
        return [day.clash(when.date, published.year, published.month) for when in told]

    def _told_exactly(self, day: Day, profile: Profile) -> bool:
        """Whether a fact beside tells another time, where this one tells a vaguer one: 작년 6월, 2024년."""
        told = self._clashes(day, self._dates_beside(profile), profile)
        return True in told and False not in told and None not in told

    def _undated(self, word: Word, profile: Profile, day: Day, *, vague: bool) -> Account | None:
        """A date in a question, held against a fact that tells none; None where that says nothing."""
        published = self.base.articles[profile.fact.article].published.date
        exact = day.month is not None or day.month_shift is not None or day.day is not None
        if exact and False in self._clashes(day, self._dates_beside(profile), profile):
            return Account(word, Verdict.EXPLAINED, 0.6, "when what it is about was")
        of_it = self.base.dates_of.get(profile.fact.subject, ())
        if vague and of_it and all(self._clashes(day, of_it, profile)):
            return Account(word, Verdict.UNEXPLAINED, 0.0, "what the fact is about has other dates")
        own_time = day.month == published.month and not day.day
        own_time = own_time or (
            day.day == published.day and day.month in (None, published.month) and not day.year
        )
        if own_time or (vague and (day.year == published.year or day.shift is not None)):
            return Account(word, Verdict.EXPLAINED, 0.6, "the source's own time")
        return None

    def _number(self, word: Word, profile: Profile) -> Account:
        """A number that a fact lacks may be told of the same by one that it points to: 300명짜리 센터."""
        account = _amount(word, profile)
        beside = (self.base.by_id[i] for i in profile.fact.see)
        told = (self.profiles.of(f) for f in beside if f.subject == profile.fact.subject)
        if account.verdict is Verdict.UNEXPLAINED and any(_amount(word, p).share == 1.0 for p in told):
            return Account(word, Verdict.EXPLAINED, 0.6, "a number of what it is about")
        return account

    def _dates_beside(self, profile: Profile) -> Iterator[When]:
        """Dates of the facts that a fact points to, as far as they are about one of its names."""
        for other in (self.base.by_id[i] for i in profile.fact.see):
            if other.subject in profile.entities:
                yield from other.when


def _amount(word: Word, profile: Profile) -> Account:
    amount = word.token.value.value if word.token.value else None
    if not isinstance(amount, Amount):
        return Account(word, Verdict.UNEXPLAINED, 0.0, "no number")
    same = [a for a in profile.amounts if a.unit == amount.unit]
    if any(a.value == amount.value for a in same) or _literal(word, profile).share:
        return Account(word, Verdict.EXPLAINED, 1.0, "number")
    if not amount.unit and any(a.value == amount.value for a in profile.amounts):
        return Account(word, Verdict.EXPLAINED, 0.8, "number without unit")
    if same:
        return Account(word, Verdict.CONFLICT, 0.0, f"another number than {same[0].value:g} {same[0].unit}")
    if (amount.unit == "개" and amount.value <= 5) or (
        amount.unit == "명" and amount.value <= 3
    ):  # 두 가지, 세 곳: counts what is asked for
        return Account(word, Verdict.EXPLAINED, 0.5, "counts the answers")
    return Account(word, Verdict.UNEXPLAINED, 0.0, "a number that the fact does not have")


def _literal(word: Word, profile: Profile) -> Account:
    letters = jamo(fold(word.text))
    least = LEAST_LETTERS if word.role is Role.THING else 3  # 집 is known, and not the 집 of 집중
    if len(letters) >= least and f" {letters}" in profile.text:
        return Account(word, Verdict.EXPLAINED, 0.9, "the same letters")
    return Account(word, Verdict.UNEXPLAINED, 0.0, "an unknown word")


def _is_domestic(profile: Profile) -> bool:
    """Whether a fact says that it is about Korea, or is about something Korean."""
    return DOMESTIC in profile.stated or DOMESTIC in profile.descriptions


def _is_denied(word: Word, profile: Profile) -> bool:
    """Whether the fact says only that what the question takes for done is not done, or the reverse."""
    if word.denied:
        return False
    return any(i in profile.denied and i not in profile.affirmed for i in word.ids)


def _misspelt(word: Word, profile: Profile) -> Account | None:
    """A word that was no word as typed, and is one letter from a word of the fact: 방항 for 방한."""
    typed = jamo(fold(word.text))
    if len(typed) < LEAST_LETTERS or (word.ids and not word.token.repaired):
        return None
    near = process.extractOne(typed, profile.beginnings(len(typed)), scorer=OSA.distance, score_cutoff=1)
    return Account(word, Verdict.EXPLAINED, MISSPELT, f"misspelt {near[0]}") if near else None
