"""Reads a question as the cheapest sequence of known words, numbers, unknown stems and inflection.

The text is laid out as letters (jamo, Latin letters, digits) in which spaces are only hints: a word
may be read across a space at a cost, and a word may start without one at a cost. Over these letters a
shortest-path search (Viterbi) chains words of the vocabulary, numbers and dates, and stems that nobody
knows, each followed by particles or endings. Spacing errors and stems so fall out of one search.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.domain.korean import is_hangul, is_syllable
from bot.domain.reading.quantities import mentions
from bot.domain.reading.tokens import Edge, Reading, Token
from bot.domain.reading.vocabulary import Entry, Vocabulary
from bot.domain.text.layout import Layout, lay_out
from bot.domain.text.morphology import ENDING, INFINITIVE, LAST, OPEN_TAIL, PARTICLE, STEM, Tail

JOIN = 0.4
"""Cost of starting a word where no space stands."""
CROSS = 0.5
"""Cost of a space inside a word."""
TORN = 0.7
"""What the same costs more for a word of two syllables: 연 도시 is rarely 연도."""
DETACHED = 1.3
"""Cost of a space between a word and its particle: more than reading the particle as a short word."""
AGAIN = 0.8
"""Added where some of the inflection stands before the space already (맺은 게)."""
UNKNOWN = 2.2
"""Cost of an unknown stem; UNKNOWN_SYLLABLE and UNKNOWN_LETTER are added for its length."""
UNKNOWN_SYLLABLE = 0.8
UNKNOWN_LETTER = 0.25
NUMBER = 0.9
LONGEST_STEM = 10
"""Syllables that one unknown stem may have: longer ones are split, which costs nothing but time."""

_CLOSED = "closed"
_STATES = (OPEN_TAIL, PARTICLE, STEM, ENDING)
_BARE = (OPEN_TAIL, STEM)


class Reader:
    """Reads texts over one vocabulary. Stateless between calls and safe to share."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def read(self, text: str) -> Reading:
        """The cheapest reading of a text that went through ``clean``."""
        layout = lay_out(text)
        return self.search(layout, self.numbers(layout))

    def search(self, layout: Layout, edges: Sequence[Edge]) -> Reading:
        """The cheapest reading of a text laid out, in which ``edges`` may stand beside the known words."""
        return _Search(layout, self.vocabulary, edges).run()

    def numbers(self, layout: Layout) -> list[Edge]:
        """The numbers and dates of a text."""
        starts = {c: i for i, c in reversed(list(enumerate(layout.char)))}
        found = []
        for mention in mentions(layout.text):
            inside = [starts[c] for c in range(mention.start, mention.end) if c in starts]
            if inside:
                last = max(i for i, c in enumerate(layout.char) if c < mention.end)
                found.append(Edge(inside[0], last + 1, None, NUMBER, value=mention))
        return found


class _Unknown(NamedTuple):
    """Marks a stem that nobody knows."""


_UNKNOWN = _Unknown()
_Item = Entry | Edge | _Unknown | Tail
_Step = tuple[float, int, str, _Item | None]
"""(cost so far, letter and state before, what was passed); kept bare, for there are thousands."""


class _Search:
    """One shortest-path search over the letters of one text."""

    def __init__(self, layout: Layout, vocabulary: Vocabulary, edges: Sequence[Edge]) -> None:
        self.layout = layout
        self.vocabulary = vocabulary
        self.letters = "".join(layout.letters)
        self.size = len(layout.letters)
        self.stops = [0, *itertools.accumulate(layout.stop)]
        self.gaps = [0, *itertools.accumulate(layout.gap)]
        """How many gaps stand before the first n letters' ends."""
        self.hangul = [is_hangul(layout.text[c]) for c in layout.char]
        self.best: list[dict[str, _Step]] = [{} for _ in range(self.size + 1)]
        self.extra: dict[int, list[Edge]] = {}
        for edge in edges:
            self.extra.setdefault(edge.start, []).append(edge)

    def run(self) -> Reading:
        if not self.size:
            return Reading(self.layout.text, (), 0.0)
        self.best[0][_CLOSED] = (0.0, 0, _CLOSED, None)
        for at in range(self.size):
            here = self.best[at]
            if not here:
                continue
            if self.layout.first[at]:
                self._close(at)
                if _CLOSED in here:
                    self._words(at, here[_CLOSED][0])
            self._tails(at, here)
        self._close(self.size)
        return self._trace()

    def _relax(self, at: int, state: str, step: _Step) -> None:
        known = self.best[at].get(state)
        if known is None or step[0] < known[0]:
            self.best[at][state] = step

    def _close(self, at: int) -> None:
        """End the word before a boundary of syllables."""
        cost = 0.0 if at == self.size or self.layout.gap[at] else JOIN
        for state in (OPEN_TAIL, PARTICLE, ENDING, LAST):
            if state in self.best[at]:
                self._relax(at, _CLOSED, (self.best[at][state][0] + cost, at, state, None))

    def _words(self, at: int, cost: float) -> None:
        for entry in self.vocabulary.starting(self.letters, at, self.layout.text[self.layout.char[at]]):
            end = at + len(entry.letters)
            if self._may_end(end):
                if self.stops[end] > self.stops[at + 1]:
                    continue
                gaps = self.gaps[end] - self.gaps[at + 1]
                if gaps and entry.state == OPEN_TAIL and not self._ends_a_syllable(end):
                    continue  # 한국 언제: no 한국어
                state = ENDING if entry.state == INFINITIVE else entry.state
                torn = TORN if gaps and len(entry.surface) == 2 else 0.0
                self._relax(end, state, (cost + entry.cost + CROSS * gaps + torn, at, _CLOSED, entry))
        for edge in self.extra.get(at, ()):
            state = edge.entry.state if edge.entry else OPEN_TAIL
            state = ENDING if state == INFINITIVE else state
            self._relax(edge.end, state, (cost + edge.cost, at, _CLOSED, edge))
        self._unknown(at, cost)

    def _ends_a_syllable(self, end: int) -> bool:
        return end >= self.size or bool(self.layout.first[end])

    def _may_end(self, end: int) -> bool:
        """A Latin word does not end inside a Latin word: KT is not in SKT."""
        if end >= self.size or self.layout.gap[end]:
            return True
        last, following = self.layout.letters[end - 1], self.layout.letters[end]
        return not (last.isascii() and last.isalpha() and following.isascii() and following.isalpha())

    def _unknown(self, at: int, cost: float) -> None:
        """Offer a stem that nobody knows: some syllables of Hangul, or a whole run of other letters."""
        if self.hangul[at]:
            for syllables, end in enumerate(self._syllable_ends(at), 1):
                self._stem(at, end, cost + UNKNOWN + UNKNOWN_SYLLABLE * syllables)
        elif at == 0 or self.layout.gap[at] or self.hangul[at - 1]:
            end = at + 1
            while end < self.size and not self.layout.gap[end] and not self.hangul[end]:
                end += 1
            self._stem(at, end, cost + UNKNOWN + UNKNOWN_LETTER * (end - at))

    def _stem(self, start: int, end: int, cost: float) -> None:
        self._relax(end, OPEN_TAIL, (cost, start, _CLOSED, _UNKNOWN))

    def _syllable_ends(self, at: int) -> Iterator[int]:
        """Where the first, second … syllable of the word from ``at`` on ends."""
        end = at
        for _ in range(LONGEST_STEM):
            if end >= self.size or (self.layout.gap[end] and end > at) or not self.hangul[end]:
                return
            end += 1
            while end < self.size and not self.layout.first[end]:
                end += 1
            yield end

    def _tails(self, at: int, here: dict[str, _Step]) -> None:
        """Pass particles and endings, from every state that wants or allows one."""
        gap = self.layout.gap
        again = AGAIN if gap[at] else 0.0
        states = [(s, here[s][0] + (0.0 if s in _BARE else again)) for s in _STATES if s in here]
        if not states:
            return
        detached = DETACHED if gap[at] else 0.0
        known, heads, letters = self.vocabulary.tails, self.vocabulary.tail_heads, self.letters
        for end in range(at + 1, self.size + 1):
            piece = letters[at:end]
            if piece not in heads or (end > at + 1 and gap[end - 1]):
                break
            for tail in known.get(piece, ()):
                if detached and (tail.slot or tail.mark == "close" or self._comes(at, end)):
                    continue  # 뭘 내고, 언제 와: verbs
                apart = detached + again if again and tail.copular else detached
                for state, cost in states:
                    if state in tail.after:
                        self._relax(end, tail.to, (cost + apart + tail.cost, at, state, tail))

    def _comes(self, at: int, end: int) -> bool:
        """Whether 와 stands apart at the end of the text, where it is no particle."""
        return self.letters[at:end] == "ㅇㅘ" and self.letters[end:] in ("", "ㅇㅛ")

    def _trace(self) -> Reading:
        at, state = self.size, _CLOSED
        if state not in self.best[at]:
            return Reading(self.layout.text, (), 1e9)
        total = self.best[at][state][0]
        tokens: list[Token] = []
        inflection: list[Tail] = []
        while at > 0 or state != _CLOSED:
            _, before, previous, item = self.best[at][state]
            if isinstance(item, Tail):
                inflection.append(item)
            elif item is not None:
                tokens.append(self._token(item, before, at, inflection))
                inflection = []
            at, state = before, previous
        return Reading(self.layout.text, tuple(reversed(tokens)), total)

    def _token(self, item: Entry | Edge | _Unknown, first: int, last: int, inflection: list[Tail]) -> Token:
        layout = self.layout
        start, end = layout.char[first], layout.char[last - 1] + 1
        edge = item if isinstance(item, Edge) else None
        entry = item if isinstance(item, Entry) else edge.entry if edge else None
        return Token(
            start=start,
            end=end,
            surface=layout.text[start:end],
            senses=entry.senses if entry else (),
            value=edge.value if edge else None,
            tail="".join([tail.letters for tail in reversed(inflection)]),
            suffix=next((tail.slot for tail in inflection if tail.slot), ""),
            verbal=(entry is not None and entry.state != OPEN_TAIL)
            or any(t.mark == "verb" for t in inflection),
            asking=any(tail.mark == "ask" for tail in inflection[:1]),
            repaired=edge.repaired if edge else "",
            initials=edge.initials if edge else False,
            eojeol=self._eojeol(start, end),
        )

    def _eojeol(self, start: int, end: int) -> str:
        text = self.layout.text
        while start > 0 and is_syllable(text[start - 1]):
            start -= 1
        while end < len(text) and is_syllable(text[end]):
            end += 1
        return text[start:end]
