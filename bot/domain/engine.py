"""From a text to a reply: reads, ranks, decides and words it. Pure: the day is passed in.

    text → spelling/reader → question → matching (explaining) → deciding | premises | comparing → reply

A thread is folded from its first question on, so that each follow-up sees what the one before meant.
"""

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.answering import comparing, replying, wording
from bot.domain.answering.deciding import MOST_OFFERED, Outcome, decide
from bot.domain.answering.listing import listing
from bot.domain.answering.premises import correction, reversed_by
from bot.domain.answering.tables import Tables
from bot.domain.answering.threads import carried
from bot.domain.base import FactBase
from bot.domain.fact import SOURCE_TOPIC, Fact
from bot.domain.lexicon import EntityType
from bot.domain.matching.matching import Match, Matcher
from bot.domain.matching.profiles import Profiles
from bot.domain.question.parts import double, remark, without_instructions, without_preamble
from bot.domain.question.question import Question
from bot.domain.question.understanding import Understanding
from bot.domain.question.words import Role, Word
from bot.domain.reading.reader import Reader
from bot.domain.reading.spelling import Speller
from bot.domain.reading.vocabulary import build
from bot.domain.reply import Reply, Status
from bot.domain.text.layout import MOST_CHARACTERS, tidy

LAST_TOPICS = ("용어", "인물", SOURCE_TOPIC)
"""Topics of which a company's overview speaks last."""
_THERE = frozenset({"that-place", "this-that"})
"""Concepts of what points back at the turn before: 거기, 그거."""
SETTLED = 0.85
"""Score from which the first way to complete a follow-up needs no other beside it."""
CONTEXT = 0.05
"""Score by which a follow-up must do better alone than in its thread to be taken alone."""
MOST_TURNS = 6
"""Earlier questions of a thread that are looked at."""

_HELP = re.compile(r"^[\s/!?.]*(도움말?|도와\s?줘?|사용법|help|명령어?|how to use|메뉴얼|매뉴얼)?[\s?!.]*$")
_ALSO = re.compile("ㄷㅗ$")
"""The particle 도, which says that a question goes on from the one before."""
_SOURCES = re.compile(
    r"^[\s/]*(출처|소스|sources?|기사\s?목록|출처\s?목록)(\s?(보여\s?줘|알려\s?줘|목록))?[\s?!.]*$"
)


@dataclass(frozen=True)
class Turn:
    """One question of a thread as it was understood, with what was said to it."""

    question: Question
    outcome: Outcome
    reply: Reply


class Engine:
    """Answers from one fact base. Building it costs some tens of milliseconds; replying one or two."""

    def __init__(self, base: FactBase, *, explaining: bool = False) -> None:
        self.base = base
        self.explaining = explaining
        """Whether replies say why they say it."""
        vocabulary = build(base.entities, base.concepts)
        self._speller = Speller(vocabulary)
        self._understanding = Understanding(base.concepts, base.entities)
        self.profiles = Profiles(base, Reader(vocabulary), self._understanding)
        self.matcher = Matcher(base, self.profiles)
        self._tables = Tables(base, self.matcher, self.profiles)

    def reply(self, text: str, today: dt.date, history: Sequence[str] = ()) -> Reply:
        """The reply to a text; ``history`` holds the earlier questions of its thread, oldest first."""
        before: Turn | None = None
        for earlier in history[-MOST_TURNS:]:
            turn = self._turn(earlier, today, before)
            before = turn if turn and not _is_chat(turn.question) else before
        turn = self._turn(text, today, before)
        return turn.reply if turn else self._no_question(text)

    def warm(self) -> None:
        """Read and lay out every fact now, so that the first question is as fast as the next."""
        self.profiles.warm()
        self.matcher.warm()

    def understand(self, text: str) -> Question:
        return self._understanding.question(self._speller.read(without_instructions(tidy(text))))

    def _no_question(self, text: str) -> Reply:
        if _HELP.match(text.casefold()):
            return Reply(status=Status.HELP, message=wording.HELP)
        return replying.sources(self.base)

    def _turn(self, text: str, today: dt.date, before: Turn | None) -> Turn | None:
        """None for a command, which leaves no mark on the thread."""
        if _HELP.match(text.casefold()) or _SOURCES.match(text.casefold()):
            return None
        if len(text) > MOST_CHARACTERS:
            reply = Reply(status=Status.UNKNOWN, message=wording.TOO_LONG)
            return Turn(Question("", ()), Outcome((), ()), reply)
        question = without_preamble(self.understand(text))
        halves = None if self._compares_apart(question) else double(question)
        if halves and (both := self._both(question, halves, today)):
            return both
        if before:
            return self._completed(question, before, today)
        return self._answer(question, today)

    def _compares_apart(self, question: Question) -> bool:
        """Whether a question is a comparison: 각각 몇 분기. 뭐가 먼저 is no double one."""
        return comparing.sets_apart(question) and len(comparing.compared(question, self.base.entities)) == 2

    def _completed(self, question: Question, before: Turn, today: dt.date) -> Turn:
        """A follow-up with what it leaves out taken from the turn before, if that gives more sense."""
        if question.words and _is_chat(question):
            return self._answer(question, today)
        if question.roles(Role.ENTITY) and listing(question, self.matcher, today):
            return self._answer(question, today)  # KT 일정 says whose
        fact = before.outcome.best.fact if before.outcome.best else None
        ways = {_said(q): q for q in carried(question, before.question, fact, self.base.entities)}
        turns: list[Turn] = []
        for way in ways.values():
            turns.append(self._answer(way, today))
            if _certainty(turns[-1]) >= SETTLED and not (question.content and _takes_the_slot(way)):
                break
        sure = [turn for turn in turns if turn.outcome.best]
        if not sure:
            offering = [turn for turn in turns if turn.reply.facts]
            alone = self._answer(question, today)
            said = [w for w in question.words if w.role is not Role.FORM]
            goes_on = len(said) == 1 and bool(said[0].token.tail)  # 그럼 KT는?
            return offering[0] if offering and (goes_on or not alone.reply.facts) else alone
        best = max(sure, key=_certainty)  # of equal scores the likelier, which comes first
        also = any(_ALSO.search(w.token.tail) for w in question.roles(Role.ENTITY))  # MS도 들어가?
        says_more = len(question.content) > 1 or bool(question.asked)  # 그럼 딥엑스랑은 뭘 해?
        stands_alone = (
            bool(question.roles(Role.ENTITY)) and not question.is_keyword and not also and says_more
        )
        if stands_alone:
            alone = self._answer(question, today)
            return alone if _certainty(alone) > _certainty(best) + CONTEXT else best
        return best

    def _both(self, whole: Question, halves: tuple[Question, Question], today: dt.date) -> Turn | None:
        """A double question as a thread of two; None where not both halves can be asserted."""
        first = self._answer(halves[0], today)
        if first.reply.status is Status.CORRECTION:
            return first
        if not first.outcome.asserted:
            return None
        second = self._completed(halves[1], first, today)
        if not second.outcome.asserted:
            return None
        in_turn = itertools.zip_longest(first.outcome.asserted[:2], second.outcome.asserted[:2])
        asserted = tuple({m.fact.id: m for pair in in_turn for m in pair if m}.values())
        outcome = Outcome(asserted, second.outcome.offered)
        say = replying.Replier(self.base, today, whole, self.explaining)
        return Turn(whole, outcome, say.answer(outcome, asserted))

    def _answer(self, question: Question, today: dt.date) -> Turn:
        say = replying.Replier(self.base, today, question, self.explaining)
        if listed := listing(question, self.matcher, today):
            return Turn(question, Outcome(listed.matches, ()), listed.reply)
        names = comparing.compared(question, self.base.entities)
        matches = self.matcher.rank(question) if names else []
        if names and (rows := self._tables.rows(question, names, matches)):
            side_by_side = tuple(match for _, of_one in rows for match in of_one)
            return Turn(question, Outcome(side_by_side, ()), say.comparison(rows))
        if not question.content:
            return Turn(question, Outcome((), ()), say.small_talk())
        is_name = self._is_name(question)
        if is_name and (found := self._overview(question)):
            return Turn(question, Outcome(tuple(found), ()), say.overview(found))
        matches = matches or self.matcher.rank(question)
        decided = decide(question, matches)
        outcome = _only_offered(decided) if is_name else decided
        if outcome.best and (wrong_word := self._reversed(question, outcome.best)):
            return Turn(question, outcome, say.correction(outcome.best, wrong_word, outcome, matches))
        if outcome.asserted:
            return Turn(question, outcome, say.answer(outcome, matches))
        if (parts := remark(question)) and (turn := self._without_remark(*parts, today)):
            return turn
        if question.asks_what_it_does and (found := self._overview(question)):
            told = sorted(found, key=lambda match: -match.score)
            return Turn(question, Outcome(tuple(told), ()), say.overview(told))
        if wrong := correction(question, matches, self.base):
            outcome = Outcome((wrong[0],), outcome.offered)
            return Turn(question, outcome, say.correction(wrong[0], wrong[1].word, outcome, matches))
        return Turn(question, outcome, say.related(outcome, matches))

    def _is_name(self, question: Question) -> bool:
        """Whether a question is a name and no more: 에이닷, 이성엽 교수."""
        names = question.roles(Role.ENTITY)
        rest = [w for w in question.content if w not in names and not self._is_own_office(w)]
        asks = any(word.slots for word in question.words) or question.is_yes_no
        bare = question.is_keyword or not question.roles(Role.SHELL)
        return len(names) == 1 and not rest and bare and not asks

    def _is_own_office(self, word: Word) -> bool:
        """Whether a bare title is that of the person beside it."""
        if word.holder is None or word.token.tail:
            return False
        return bool(set(word.ids) & self.profiles.describe(word.holder))

    def _reversed(self, question: Question, best: Match) -> Word | None:
        return reversed_by(question, best, self.profiles.of(best.fact))

    def _without_remark(self, asking: Question, remarked: Question, today: dt.date) -> Turn | None:
        """The answer to what asks alone; None where what is remarked besides may be wrong."""
        if remarked.content and any(m.conflicts or m.swapped for m in self.matcher.rank(remarked)[:1]):
            return None
        turn = self._answer(asking, today)
        return turn if turn.outcome.asserted and turn.reply.status is Status.ANSWER else None

    def _overview(self, question: Question) -> list[Match]:
        """All facts about the names of a question that holds nothing else."""
        names = {i for i in question.entities if i in self.base.entities}  # 경기 is a place and a concept
        found = [f for f in self.base.facts if _about(f, names)]
        matches = self.matcher.matches(question, found)
        if any(self.base.entities[name].type is EntityType.TELCO for name in names):
            return sorted(matches, key=lambda m: m.fact.topic in LAST_TOPICS)
        return sorted(matches, key=lambda m: (m.fact.subject not in names, not m.fact.definitions))


def _only_offered(outcome: Outcome) -> Outcome:
    """For a bare name of which no fact tells: what is near is not asserted."""
    return Outcome((), (*outcome.asserted, *outcome.offered)[:MOST_OFFERED])


def _takes_the_slot(way: Question) -> bool:
    """Whether a follow-up asks what the turn before asked; it may mean something else: 성과의 예는요."""
    return any(word.implied for word in way.asked)


def _certainty(turn: Turn) -> float:
    return turn.outcome.best.score if turn.outcome.best else 0.0


def _said(question: Question) -> frozenset[tuple[str, ...]]:
    """What a question says, in whatever order: two ways to complete it may be one."""
    return frozenset(word.ids or (word.text,) for word in question.words)


def _is_chat(question: Question) -> bool:
    """Whether a turn says nothing that a thread could go on from: thanks, a laugh, 아하."""
    refers = _THERE & question.ids and question.roles(Role.ASKS)  # 거기서는 뭘 해
    return not (question.content or question.asked or question.roles(Role.SHELL) or refers)


def _about(fact: Fact, names: set[str]) -> bool:
    return bool(names & {fact.subject, fact.company, *fact.entities})
