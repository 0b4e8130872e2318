"""Words a decision: the reply's message, its facts, and the questions to try next."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from bot.domain.answering import wording
from bot.domain.answering.deciding import Outcome
from bot.domain.answering.objecting import objections
from bot.domain.answering.weighing import VETO
from bot.domain.base import FactBase
from bot.domain.fact import Fact
from bot.domain.matching.explaining import Verdict
from bot.domain.matching.matching import Match
from bot.domain.question.question import Question
from bot.domain.question.words import Role, Word
from bot.domain.reply import Column, ReadAs, Reply, ShownFact, Status, Suggestion
from bot.domain.shown import shown, source_line

MOST_ANSWERS = 3
MOST_LISTED = 5
MOST_SUGGESTIONS = 3
_GREETINGS = frozenset({"greeting", "greet", "hello", "bot-identity"})
_IS_NO_NOUN = re.compile(r"(^|\s)(어[느떤디떻때]|누[가구]|몇|무슨|왜|이름은|이름을)|\s(전|좋|지|있)$")
"""What makes an expression of the lexicon a phrase: 어느 건물, 평이 어때, 수장이 되기 전."""
_THANKS = frozenset({"thanks", "thank", "praise"})


@dataclass(frozen=True)
class Replier:
    """Makes replies to one question on one day."""

    base: FactBase
    today: dt.date
    question: Question
    explaining: bool = False
    """Whether replies carry their explanation."""

    def answer(self, outcome: Outcome, matches: Sequence[Match]) -> Reply:
        asserted = outcome.asserted
        denied = {m.fact.id for m in matches if m.conflicts}
        facts = self._with_updates([m.fact for m in asserted], denied)
        facts = facts[: MOST_LISTED if self.question.wants_list else MOST_ANSWERS]
        scores = {m.fact.id: m.score for m in matches}
        return self._reply(
            Status.ANSWER,
            "\n".join(f.summary for f in facts[:MOST_ANSWERS]),
            [self._shown(f, scores.get(f.id, asserted[0].score)) for f in facts],
            self._suggest([m.fact for m in outcome.offered], facts),
            matches,
        )

    def _with_updates(self, facts: Sequence[Fact], denied: Set[str]) -> list[Fact]:
        """The facts, the first one beside the fact that it updates or that updates it.

        The newer leads, unless the question names what it does not speak of (GPT-4o 기반의 한국형 AI).
        """
        best = facts[0]
        newer = self.base.updated_by.get(best.id, best)
        older = self.base.by_id[newer.updates] if newer.updates else best
        pair = (older, newer) if newer.id in denied else (newer, older)
        return list({fact.id: fact for fact in (*pair, *facts)}.values())

    def overview(self, matches: Sequence[Match]) -> Reply:
        name = self._name()
        facts = [self._shown(m.fact, m.score) for m in matches]
        return self._reply(Status.OVERVIEW, wording.overview(name, len(facts)), facts, (), matches)

    def comparison(self, rows: Sequence[tuple[str, Sequence[Match]]]) -> Reply:
        lines = [wording.COMPARISON]
        lines += [
            wording.nothing_on(self.base.entities[company].name) for company, matches in rows if not matches
        ]
        # The best of each name first, so that whoever reads only the top sees all of them.
        ranks = itertools.zip_longest(*(matches for _, matches in rows))
        found = [match for rank in ranks for match in rank if match]
        shown_facts = [self._shown(m.fact, m.score) for m in found]
        columns = [
            Column(name=self.base.entities[name].name, fact_ids=tuple(m.fact.id for m in matches))
            for name, matches in rows
        ]
        reply = self._reply(Status.COMPARISON, "\n".join(lines), shown_facts, (), found)
        return reply.model_copy(update={"columns": tuple(columns)})

    def correction(self, match: Match, wrong: Word, outcome: Outcome, matches: Sequence[Match]) -> Reply:
        return self._reply(
            Status.CORRECTION,
            wording.corrected(self._called(wrong), match.fact.summary),
            [self._shown(match.fact, match.score)],
            self._suggest([m.fact for m in outcome.offered], [match.fact]),
            matches,
        )

    def related(self, outcome: Outcome, matches: Sequence[Match]) -> Reply:
        if not outcome.offered:
            said = {i for word in self.question.roles(Role.CHAT) for i in word.ids}
            if said & (_THANKS | _GREETINGS) and not self.question.roles(Role.TOPIC):
                return self.small_talk()
            chat = any(w.role in (Role.CHAT, Role.TOPIC) for w in self.question.words)
            return self._reply(
                Status.UNKNOWN, wording.SMALL_TALK if chat else wording.UNKNOWN, (), (), matches
            )
        left = list(dict.fromkeys(self._called(word) for word in _left_over(outcome.offered)))
        message = wording.not_told(left) if left else wording.RELATED
        facts = [self._shown(m.fact, m.score) for m in outcome.offered]
        return self._reply(
            Status.RELATED, message, facts, self._suggest([m.fact for m in outcome.offered], ()), matches
        )

    def small_talk(self) -> Reply:
        said = self.question.ids
        if said & _THANKS:
            return self._reply(Status.GREETING, wording.THANKS, (), (), ())
        if said & _GREETINGS or not said:
            return self._reply(Status.GREETING, wording.GREETING if said else wording.SMALL_TALK, (), (), ())
        message = wording.NO_SUBJECT if self.question.asked else wording.SMALL_TALK
        return self._reply(Status.UNKNOWN, message, (), (), ())

    def _called(self, word: Word) -> str:
        """A word as it is properly written: names in their own spelling, others as typed.

        Of a verb the whole form, or what it is about (지난번에 왔을 때: 지난번 방한), as of a phrase that is
        no noun (평이 어때: 후기; 몇 살: 나이).
        """
        names = [self.base.entities[i].name for i in word.ids if i in self.base.entities]
        if word.holder and not names:
            return self._office(word)
        if names:
            return names[0]
        concepts = [self.base.concepts[i] for i in word.ids if i in self.base.concepts]
        nouns = [c.nouns[0] for c in concepts if c.nouns and word.role in (Role.ATTRIBUTE, Role.TOPIC)]
        plain = not word.token.verbal or any(word.text in c.nouns for c in concepts)  # 접속하지: 접속
        if nouns and (not plain or _IS_NO_NOUN.search(word.text)):
            return nouns[0]
        spelt = (noun for c in concepts for noun in c.nouns if noun.lower() == word.text)  # 시리즈 B
        return word.token.repaired or next(spelt, word.text if plain else word.token.eojeol)

    def _office(self, word: Word) -> str:
        """A whole title of which a word is part: 경영지원부문장."""
        parts = [w for w in self.question.words if w.holder == word.holder and w.role is not Role.ENTITY]
        return self.question.text[parts[0].token.start : parts[-1].token.end]

    def _name(self) -> str:
        names = [self.base.entities[i].name for i in self.question.entities if i in self.base.entities]
        return "·".join(names[:2])

    def _shown(self, fact: Fact, score: float) -> ShownFact:
        return shown(fact, self.base, self.today, score)

    def _suggest(self, near: Iterable[Fact], shown_facts: Iterable[Fact]) -> tuple[Suggestion, ...]:
        taken = {f.id for f in shown_facts}
        found = [Suggestion(fact_id=f.id, question=f.questions[0]) for f in near if f.id not in taken]
        return tuple(found[:MOST_SUGGESTIONS])

    def _reply(
        self,
        status: Status,
        message: str,
        facts: Sequence[ShownFact],
        suggestions: tuple[Suggestion, ...],
        matches: Sequence[Match],
    ) -> Reply:
        read_as = self.question.read_as if facts or self.question.entities else ()  # small talk is not read
        return Reply(
            status=status,
            message=message,
            facts=tuple(facts),
            read_as=tuple(ReadAs(typed=t, read=r) for t, r in read_as),
            suggestions=suggestions,
            explanation=tuple(explain(self.question, matches)) if self.explaining else (),
        )


def sources(base: FactBase) -> Reply:
    lines = [wording.SOURCES]
    lines += [
        f"• {a.title} — {source_line(a)}" if a.title else f"• {source_line(a)}"
        for a in base.articles.values()
    ]
    return Reply(status=Status.OVERVIEW, message="\n".join(lines))


def _left_over(offered: Sequence[Match]) -> list[Word]:
    """Nouns that none of the offered facts accounts for.

    Not a name that the sources have: there are facts about KT, if none about KT in this matter.
    """
    missing = [{a.word for a in m.accounts if a.verdict is not Verdict.EXPLAINED} for m in offered]
    common = set.intersection(*missing) if missing else set()
    words = (a.word for a in offered[0].accounts if a.word in common)
    said = (w for w in words if not w.implied or w.role is Role.ATTRIBUTE)  # SKT 요금은? KT는?
    untold = (w for w in said if w.role in VETO and w.role is not Role.ENTITY and not w.holder)
    return list(itertools.islice(untold, 3))


def explain(question: Question, matches: Sequence[Match]) -> Iterable[str]:
    """Why this reply: the words as understood, then the nearest facts with features and objections."""
    for word in question.words:
        meaning = "/".join(word.ids) or (str(word.token.value.value) if word.token.value else "?")
        slots = f" asks {'/'.join(word.slots)}" if word.slots else ""
        yield f"{word.text} [{word.role}] {meaning}{slots}{' (carried over)' if word.implied else ''}"
    for match in matches[:MOST_LISTED]:
        yield (
            f"{match.fact.id}: score {match.score:.2f} = cover {match.cover:.2f}, focus {match.focus:.2f},"
            f" grams {match.grams:.2f}, slot {match.slot:.2f}"
        )
        if all(account.word in question.words for account in match.accounts):  # else it answers a half alone
            yield from (f"  not asserted: {objection.text}" for objection in objections(match, question))
