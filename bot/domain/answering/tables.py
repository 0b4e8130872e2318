"""The facts on each name that a question compares: the best ones on every side, or one that tells of all."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.answering import comparing
from bot.domain.answering.deciding import decide
from bot.domain.answering.objecting import objections
from bot.domain.answering.weighing import FIRST
from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.lexicon import EntityType
from bot.domain.matching.matching import Match, Matcher
from bot.domain.matching.profiles import Profiles
from bot.domain.matching.slots import VALUE_SLOTS
from bot.domain.question.question import Question
from bot.domain.question.words import Role

COMPARED = 0.45
"""Score from which a fact that nothing speaks against stands for a name that is compared."""
MOST_COMPARED = 3
"""Facts shown for each name of a comparison that asks for no value in particular."""
COMPARED_ALREADY = 0.8
"""Focus from which one fact about all three is the comparison asked for."""
_SERVICES = re.compile("서비스|제품|상품|모델")
"""Words for what a company makes."""
_MADE = (EntityType.PRODUCT, EntityType.MODEL)
_TOPMOST = re.compile("제일|가장|맨")

Row = tuple[str, tuple[Match, ...]]
"""A name and what is told of it."""


@dataclass(frozen=True)
class Tables:
    """Lays the facts of one base side by side."""

    base: FactBase
    matcher: Matcher
    profiles: Profiles

    def rows(self, question: Question, names: Sequence[str], matches: Sequence[Match]) -> list[Row]:
        """What is told of each name; empty where it is no comparison, or one fact tells it.

        ``matches`` are the facts ranked for the whole question.
        """
        if any(not word.excluded for word in question.roles(Role.OUTSIDER)):
            return []  # 메타 라마와 익시젠
        whole = decide(question, matches)
        chosen = question.offers_answers or (question.is_of_named and not comparing.asks_for_more(question))
        only_names = comparing.sets_apart(question) and not question.slots and _is_of_names(question)
        if whole.best and not only_names and (_tells_of_all(whole.best, names, question) or chosen):
            return []
        if whole.best is None and FIRST in question.ids and _TOPMOST.search(question.text):
            return []  # who was first is not told by what each did
        rows = [(name, self._best_on(name, names, question)) for name in names]
        asserted = [m for _, found in rows for m in found]
        if whole.best and whole.best.fact.company == "industry" and not all(found for _, found in rows):
            return []  # one fact about all three, and none about each
        if not asserted or len({m.fact.id for m in asserted}) < len(asserted):
            return []  # nothing to compare, or one fact that speaks of both
        if comparing.measures_untold(question, asserted):
            return []  # 어디가 더 넓어
        return rows

    def _best_on(self, name: str, names: Sequence[str], question: Question) -> tuple[Match, ...]:
        """What is asked of one of the names that are compared: the best facts, or none."""
        found: list[tuple[Match, ...]] = []
        for sub in comparing.sub_questions(question, name, names, self.base.entities):
            ranked = [
                m
                for m in self.matcher.rank(sub)
                if name in (m.fact.company, m.fact.subject, *m.fact.entities) or self._is_at(name, m.fact)
            ]
            if own := self._of_its_kind(sub, ranked) or self._all_about(name, sub, ranked):
                found.append(tuple(own[:MOST_COMPARED]))
                continue
            passing = (m for m in ranked if m.score >= COMPARED and not objections(m, sub))
            if asserted := decide(sub, ranked).asserted or tuple(itertools.islice(passing, 1)):
                valued = sub.slots & VALUE_SLOTS and not sub.wants_list
                found.append(asserted[: 1 if valued else MOST_COMPARED])
        return max(found, key=lambda matches: matches[0].score, default=())

    def _of_its_kind(self, sub: Question, ranked: Sequence[Match]) -> list[Match]:
        """Where a list of things is asked for, the best fact about each such thing: 데이터센터를 모두."""
        kinds = set(sub.head.ids) if sub.head and sub.wants_list else set()
        of_kind = (m for m in ranked if kinds & self.profiles.of(m.fact).kinds and not objections(m, sub))
        return _one_a_subject(of_kind)

    def _all_about(self, name: str, sub: Question, ranked: Sequence[Match]) -> list[Match]:
        """The best facts about a name of which nothing is asked but itself: 둘이 뭐가 달라."""
        if sub.slots or not _is_of_names(sub):
            return []
        if any(_SERVICES.search(word.text) for word in sub.roles(Role.SHELL)):
            return self._made_by(name, sub)
        return [m for m in ranked if m.fact.subject == name and not objections(m, sub)]

    def _made_by(self, name: str, sub: Question) -> list[Match]:
        """The best fact about each thing that a company makes: SKT와 KT의 AI 서비스."""
        entities = self.base.entities
        made = {i for i, entity in entities.items() if entity.owner == name and entity.type in _MADE}
        facts = [fact for fact in self.base.facts if fact.subject in made]
        return _one_a_subject(sorted(self.matcher.matches(sub, facts), key=lambda m: -m.score))

    def _is_at(self, name: str, fact: Fact) -> bool:
        """Whether a fact is about something at a place: KT's centre at 가산."""
        place = self.base.entities[name].type is EntityType.PLACE
        return place and name in self.profiles.of(fact).around


def _one_a_subject(matches: Iterable[Match]) -> list[Match]:
    """The first match about each subject."""
    first: dict[str, Match] = {}
    for match in matches:
        first.setdefault(match.fact.subject, match)
    return list(first.values())


def _is_of_names(question: Question) -> bool:
    """Whether nothing is asked of the names but how they compare: SKT KT LG유플러스 비교해줘."""
    return all(word.role is Role.ENTITY for word in question.content)


def _tells_of_all(match: Match, names: Sequence[str], question: Question) -> bool:
    """Whether one fact speaks of all that is to be compared, or is just what is asked."""
    fact = match.fact
    each = set(fact.entities) | {value.entity for value in (*fact.orgs, *fact.items)}
    apart = comparing.sets_apart(question)
    together = set(names) <= each or (fact.company == "industry" and not apart)
    one = question.slots & {"orgs"} and any(w.denied for w in question.words)  # 아직 안 내놓은 곳은
    return bool(one) or (together and (match.focus >= COMPARED_ALREADY or not apart))
