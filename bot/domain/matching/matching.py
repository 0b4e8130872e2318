"""Ranks the facts of a shortlist for a question, by a score of few named features.

score = COVER * cover + FOCUS * focus + GRAMS * grams + SLOT * slot, each in 0…1:

cover   the share of the question's content that the fact accounts for (explaining.py)
focus   how much the question asks the same as the nearest of the fact's own questions: weighed Dice
        coefficient over the entities, concepts and slots of both
grams   the cosine of the phrase index, which sees what no lexicon does
slot    whether the fact fills the slot that is asked, for the predicate that is asked

The weights were set with ``python -m benchmarks.fit``; see there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.matching.doing import swapped
from bot.domain.matching.explaining import DIRECTIONS, OPPOSITE, Account, Explainer, Verdict
from bot.domain.matching.profiles import Profiles
from bot.domain.matching.shortlist import COVER, FOCUS, GRAMS, Candidate, Shortlist
from bot.domain.matching.slots import PERSONAL, slot_fits
from bot.domain.question.aside import AND
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word
from bot.domain.reading.vocabulary import fold
from bot.domain.text.layout import without_noise

SLOT = 0.15
LIKELY = 0.5
"""Cosine from which a question may be one of the fact's own, word for word."""
_OF_WHOM = frozenset({"ㄱㅏ", "ㅇㅣ", "ㄴㅡㄴ", "ㅇㅡㄴ", "ㅇㅢ", "ㄹㅡㄹ", "ㅇㅡㄹ"})
"""The particles of subject, topic and object, and 의."""
OTHERWISE = "the other choice"
"""How a word is accounted for that a fact says otherwise, where the question leaves that open."""
NO_SLOT = 0.7
"""The slot feature of a question that asks for no slot in particular."""


@dataclass(frozen=True)
class Match:
    """A fact with how it answers a question."""

    fact: Fact
    accounts: tuple[Account, ...]
    cover: float
    focus: float
    grams: float
    fits: tuple[float, ...]
    """For each word that asks for a slot: 1 where it is filled for the predicate, 0 where it is not."""
    swapped: Word | None = None
    """A word of the question that has the side of another in the fact."""

    @property
    def slot(self) -> float:
        return sum(self.fits) / len(self.fits) if self.fits else NO_SLOT

    @cached_property
    def score(self) -> float:
        return COVER * self.cover + FOCUS * self.focus + GRAMS * self.grams + SLOT * self.slot

    def failed(self, *verdicts: Verdict) -> list[Account]:
        return [account for account in self.accounts if account.verdict in verdicts]

    @cached_property
    def conflicts(self) -> list[Account]:
        return self.failed(Verdict.CONFLICT)

    @cached_property
    def unexplained(self) -> list[Account]:
        return self.failed(Verdict.UNEXPLAINED)


class Matcher:
    """Ranks the facts of one base."""

    def __init__(self, base: FactBase, profiles: Profiles) -> None:
        self.base = base
        self._profiles = profiles
        self._explainer = Explainer(base, profiles)

    @cached_property
    def _shortlist(self) -> Shortlist:
        return Shortlist([self._profiles.of(fact) for fact in self.base.facts])

    def warm(self) -> None:
        """Lay the facts out now, for a server that has the time before its first question."""
        _ = self._shortlist

    def rank(self, question: Question) -> list[Match]:
        """Facts that may answer, best first; ties in the order of the base's ids."""
        put = f"{typed(question)} {self._canonical(question)}"
        matches = [
            self._match(question, self.base.by_id[found.fact_id], self._grams(found, question), found.focus)
            for found in self._shortlist.near(question, put)
        ]
        if any(word.grain in PERSONAL for word in question.asked):
            matches += self.matches(question, self._offices_of_people_in(matches))
        return sorted(matches, key=lambda m: (-m.score, m.fact.id))

    def _offices_of_people_in(self, matches: Sequence[Match]) -> list[Fact]:
        """What tells the offices of people who are in the facts found: 그 말을 한 학계 인사의 소속."""
        people = {value.entity for match in matches for value in match.fact.people}
        found = {match.fact.id for match in matches}
        return [f for f in self.base.facts if f.subject in people and f.roles and f.id not in found]

    def matches(self, question: Question, facts: Iterable[Fact]) -> tuple[Match, ...]:
        """How each of the facts answers, in their order; the phrase index is not asked."""
        focus = self._shortlist.focus(question.marks)
        return tuple(self._match(question, fact, 0.0, focus[fact.id]) for fact in facts)

    def _match(self, question: Question, fact: Fact, grams: float, focus: float) -> Match:
        profile = self._profiles.of(fact)
        found = [self._explainer.account(word, profile) for word in question.content]
        accounts = alternatives(found, question)
        weight = sum(a.weight for a in accounts)
        cover = sum(a.weight * a.share for a in accounts) / weight if weight else 0.0
        fits = slot_fits(question, profile, self.base)
        return Match(fact, accounts, cover, focus, grams, fits, swapped(question, profile))

    def _grams(self, found: Candidate, question: Question) -> float:
        return 1.0 if found.grams >= LIKELY and self._asks_so(found.fact_id, question) else found.grams

    def _asks_so(self, fact_id: str, question: Question) -> bool:
        """Whether the question is one of the fact's own, word for word."""
        return fold(without_noise(question.text)) in self._profiles.of(self.base.by_id[fact_id]).own

    def _canonical(self, question: Question) -> str:
        """The question in the lexicon's own words, which find what synonyms and English hide."""
        return " ".join(self._surface(word) for word in question.content)

    def _surface(self, word: Word) -> str:
        for i in word.ids:
            if i in self.base.entities:
                return self.base.entities[i].name
            if (concept := self.base.concepts.get(i)) and concept.nouns:
                return concept.nouns[0]
        return word.text


def alternatives(accounts: Sequence[Account], question: Question) -> tuple[Account, ...]:
    """Conflicts that are none.

    Of two names, actions, dates or numbers offered for choice the one that fits excuses the other. To a
    yes/no question a fact that says the opposite (확정된 이름인가: 가칭) is the answer, unless it may be
    of an earlier time.
    """
    offered = question.offered
    fits = {
        a.word.role
        for a in accounts
        if a.verdict is Verdict.EXPLAINED and a.share == 1.0 and _may_be_chosen(a.word, offered)
    }
    excused = {Role.DATE, Role.AMOUNT} & fits
    chosen = {Role.DATE} if question.is_choice else set()
    if question.is_choice:
        excused |= {Role.ENTITY, Role.ACTION, Role.THING} & fits
    if "definitions" in question.slots:
        excused |= {Role.THING} & fits  # B2B B2C 의미
    if question.is_yes_no or question.asks_opinion:
        excused |= {Role.ACTION, Role.QUALITY}
    return tuple(
        replace(a, verdict=Verdict.EXPLAINED, share=0.8, how=OTHERWISE)
        if (a.verdict is Verdict.CONFLICT or a.word.role in chosen or _is_the_other(a, question))
        and a.word.role in excused
        and _may_be_chosen(a.word, offered)
        and not (a.share or _is_no_choice(a.word, question) or _is_of_later(a, question))
        else a
        for a in accounts
    )


def _is_the_other(account: Account, question: Question) -> bool:
    """Whether it is a name that a fact does not tell, of two of which one is asked for or offered."""
    other = account.word.role is Role.ENTITY and account.verdict is Verdict.UNEXPLAINED
    return other and (question.is_of_named or account.word in question.offered)


def _is_of_later(account: Account, question: Question) -> bool:
    """Whether yes or no is asked of what may have come after what a fact tells: 익시오 중단했어?"""
    opposite = account.how == OPPOSITE and account.word.role is Role.ACTION
    return opposite and not question.is_choice and not DIRECTIONS & set(account.word.ids)


def _may_be_chosen(word: Word, offered: Sequence[Word]) -> bool:
    """Whether a word may be one of the answers offered: not KT SPC of KT SPC 서버는 백석이야, 가산이야?"""
    return not offered or word in offered or word.role is not Role.ENTITY


def _is_no_choice(word: Word, question: Question) -> bool:
    """Whether a name says of what or whom something is asked (LG유플러스의 X는 A야 B야)."""
    at = question.words.index(word)
    one_of_two = at > 0 and question.words[at - 1].token.tail in AND  # 백석과 평촌의 센터 중
    # KT SPC 서버가 있는 건 백석이야, 가산이야
    bare = not word.token.verbal and any(w.token.verbal for w in question.roles(Role.ENTITY))
    return word.role is Role.ENTITY and (word.token.tail in _OF_WHOM or bare) and not one_of_two


def typed(question: Question) -> str:
    """The question as read, for the phrase index: repaired words in their right spelling."""
    return " ".join(w.token.repaired or w.token.surface for w in question.words) or question.text
