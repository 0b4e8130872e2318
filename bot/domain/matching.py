"""Ranks facts for a question: retrieval by grams and names, then a score of few named features.

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
from bot.domain.explaining import Account, Explainer, Verdict
from bot.domain.fact import Fact
from bot.domain.layout import without_noise
from bot.domain.phrases import PhraseIndex
from bot.domain.profiles import Profile, Profiles
from bot.domain.question import Question
from bot.domain.slots import slot_fits
from bot.domain.vocabulary import fold
from bot.domain.words import Role, Word

COVER, FOCUS, GRAMS, SLOT = 0.40, 0.30, 0.15, 0.15
CANDIDATES = 14
"""Facts taken from the phrase index; those that share the question's rarer names come on top."""

LIKELY = 0.5
"""Cosine from which a question may be one of the fact's own, word for word."""
RARE = 25
"""Facts that a name may have to be looked up by it; KT has too many for that to narrow anything."""
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
        self._index = PhraseIndex({f.id: (f.summary, f.quote, *f.questions) for f in base.facts})
        self._by_entity: dict[str, list[str]] = {}
        for fact in base.facts:
            for entity in dict.fromkeys((fact.subject, *fact.entities)):
                self._by_entity.setdefault(entity, []).append(fact.id)

    def rank(self, question: Question) -> list[Match]:
        """Facts that may answer, best first; ties in the order of the base's ids."""
        found = dict(self._index.search(typed(question), limit=CANDIDATES))
        for fact_id, grams in self._index.search(self._canonical(question), limit=CANDIDATES // 2):
            found[fact_id] = max(grams, found.get(fact_id, 0.0))
        for fact_id in self._named(question):
            found.setdefault(fact_id, 0.0)
        for fact_id, grams in found.items():
            if grams >= LIKELY and self._asks_so(fact_id, question):
                found[fact_id] = 1.0
        matches = [self.match(question, self.base.by_id[i], grams) for i, grams in found.items()]
        return sorted(matches, key=lambda m: (-m.score, m.fact.id))

    def match(self, question: Question, fact: Fact, grams: float = 0.0) -> Match:
        profile = self._profiles.of(fact)
        found = [self._explainer.account(word, profile) for word in question.content]
        accounts = alternatives(found, question)
        weight = sum(a.weight for a in accounts)
        cover = sum(a.weight * a.share for a in accounts) / weight if weight else 0.0
        return Match(
            fact, accounts, cover, focus(question, profile), grams, slot_fits(question, profile, self.base)
        )

    def _asks_so(self, fact_id: str, question: Question) -> bool:
        """Whether the question is one of the fact's own, word for word."""
        return fold(without_noise(question.text)) in self._profiles.of(self.base.by_id[fact_id]).own

    def _canonical(self, question: Question) -> str:
        """The question in the lexicon's own words, which finds what synonyms and English hide."""
        return " ".join(self._surface(word) for word in question.content)

    def _surface(self, word: Word) -> str:
        for i in word.ids:
            if i in self.base.entities:
                return self.base.entities[i].name
            if (concept := self.base.concepts.get(i)) and concept.nouns:
                return concept.nouns[0]
        return word.text

    def _named(self, question: Question) -> Iterable[str]:
        """Facts about the names in the question that are not in every other fact."""
        for entity in question.entities:
            ids = self._by_entity.get(entity, [])
            if len(ids) <= RARE:
                yield from ids


def alternatives(accounts: Sequence[Account], question: Question) -> tuple[Account, ...]:
    """Conflicts that are none.

    Of two names, dates or numbers offered for choice the one that fits excuses the other. To a
    yes/no question a fact that says the opposite (확정된 이름인가: 가칭) is the answer.
    """
    fits = {a.word.role for a in accounts if a.verdict is Verdict.EXPLAINED and a.share == 1.0}
    excused = {Role.DATE, Role.AMOUNT} & fits
    if question.is_choice:
        excused |= {Role.ENTITY} & fits
    if question.is_yes_no:
        excused |= {Role.ACTION, Role.QUALITY}
    return tuple(
        replace(a, verdict=Verdict.EXPLAINED, share=0.8, how="the other choice")
        if a.verdict is Verdict.CONFLICT and a.word.role in excused
        else a
        for a in accounts
    )


def typed(question: Question) -> str:
    """The question as read, for the phrase index: repaired words in their right spelling."""
    return " ".join(w.token.repaired or w.token.surface for w in question.words) or question.text


def focus(question: Question, profile: Profile) -> float:
    """How nearly the question asks what one of the fact's own questions asks (0…1)."""
    return profile.phrasings.nearest(question.marks)
