"""What a question asks: who and what it names, which slot it wants, which words must be accounted for."""

import itertools
import re
from dataclasses import dataclass
from functools import cached_property

from bot.domain.question import asking, choosing, doubting, others, predicates
from bot.domain.question.aside import is_adnominal
from bot.domain.question.asking import ASK_WHAT, INTERROGATIVE, REQUEST
from bot.domain.question.marks import Marks
from bot.domain.question.others import MEMBER, THAT_COMPANY
from bot.domain.question.words import SLOT_WEIGHT, WEIGHTS, Role, Word
from bot.domain.reading.values import Amount

ASK_WHICH = "ask-which"
"""The concept of 어떤, 어느, 무슨."""
ALREADY = frozenset({"이미", "벌써"})
"""Words that take something for done."""
_OR = "ㄱㅓㄴㅏ"
"""The ending -거나."""
_OF_DEEDS = frozenset(
    {"when", "reasons", "methods", "people", "orgs", "places", "amounts", "counts", "durations"}
)
"""Slots of what is asked of something that is done."""
_COMPANIES = frozenset({"company-word", THAT_COMPANY})
ASKS_FOR = frozenset({ASK_WHICH, "ask-which-company"})
"""Concepts of what stands before the noun that is asked for: 어느 회사 그래픽카드."""
_ADVERBIAL = re.compile("ㅇㅔ|ㄲㅏㅈㅣ|ㅂㅜㅌㅓ|ㅇㅢ|ㄹㅗ|ㅇㅡㄹㅗ")
"""How the particles 에, 에서, 까지, 부터, 의, 로 begin."""


@dataclass(frozen=True)
class Question:
    """A question as understood. Two questions with the same words are equal in effect."""

    text: str
    words: tuple[Word, ...]
    cost: float = 0.0
    read_as: tuple[tuple[str, str], ...] = ()
    """(typed, read) for every piece that was not read as typed."""

    @cached_property
    def marks(self) -> Marks:
        """What the question is made of: word senses and asked slots, each with its weight."""
        found = [(w.marks, WEIGHTS[w.role]) for w in self.content]
        found += [(frozenset([f"?{s}" for s in w.slots]), SLOT_WEIGHT) for w in self.asked]
        found += [
            (frozenset(w.ids), WEIGHTS[Role.SHELL]) for w in self.roles(Role.SHELL) if w not in self.content
        ]
        return Marks.of(found)

    def roles(self, *roles: Role) -> list[Word]:
        return [word for word in self.words if word.role in roles]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of all that its words may mean, set aside or not."""
        return frozenset(i for w in self.words for i in w.ids)

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """Ids of the entities named, in order, each once."""
        named = (w for w in self.roles(Role.ENTITY) if not w.excluded)
        return tuple(dict.fromkeys(s.id for w in named for s in w.token.senses if s.kind == Role.ENTITY))

    @cached_property
    def excluded(self) -> frozenset[str]:
        """Ids of what is set aside, unless it is named again: 익시젠 말고, 익시젠의 바탕이 된 모델."""
        again = {i for w in self.roles(Role.ENTITY) if not w.excluded for i in w.ids}
        return frozenset(i for w in self.words if w.excluded for i in w.ids) - again

    @cached_property
    def content(self) -> tuple[Word, ...]:
        found = tuple(word for word in self.words if word.role.content and not word.excluded)
        # "AI는 무슨 뜻이야", "AI가 뭐야": where nothing else is asked about, the common word is.
        defined = "definitions" in self.slots or self._only_what
        return found or tuple(w for w in self.roles(Role.SHELL) if defined)

    @cached_property
    def head(self) -> Word | None:
        """The last content word: what a question is after stands at its end."""
        return self.content[-1] if self.content else None

    @cached_property
    def asked(self) -> tuple[Word, ...]:
        """The words that ask for a slot: 언제, 얼마, 시기; not those that fit any (뭐).

        A noun (시점, 이름) asks only where no interrogative does ("몇 달" in "발표 시점까지 몇 달"), and
        not as an adverbial ("기사 시점에 KT는 …" asks for no date). What may be just a word (말, 돈) asks
        only at the end. Behind 무슨 and the like both ask (무슨 방식으로).
        """
        found = [w for w in self.words if w.slots and not w.excluded]
        found = [
            w
            for w in found
            if not asking.is_reported(self.words, w) and not asking.only_frames(self.words, w)
        ]
        sharp = tuple(word for word in found if INTERROGATIVE.match(word.text))
        if not sharp and self.is_yes_no:
            return ()
        sure = tuple(
            w
            for w in found
            if (w in self.wanted and w.token.tail != "ㅇㅢ") or not (w.weak or _ADVERBIAL.match(w.token.tail))
        )
        if not sharp:
            said_what = ASK_WHAT in self.ids  # said a CEO must do what
            return sure or tuple(
                w
                for w in found
                if w is self.words[-1]
                or (said_what and "statements" in w.slots)
                or asking.is_what(self.words, w)
            )
        nouns = tuple(w for w in sure if w not in sharp and self.words.index(w) < self.words.index(sharp[0]))
        if nouns and all(asking.is_told(self.words, w) for w in sharp):
            return nouns
        # "위치가 어디야" asks for a place, not for a company as 어디 alone may; "인력 규모는 얼마" for a
        # count; "소속은 어디" and "성함이 어떻게 되죠" for what the noun says.
        return tuple(
            next((n for n in sure if asking.narrows(n, w) or asking.is_put_by(self.words, n, w)), w)
            for w in sharp
        )

    @cached_property
    def is_yes_no(self) -> bool:
        """True where an ending asks and no question word does: "이름은 확정된 명칭입니까"."""
        words = [word for word in self.words if word.role in (Role.ASKS, Role.THING)]  # 어떤 규모의 회사
        return doubting.ends_in_doubt(self.words, self.text) and not any(
            INTERROGATIVE.match(w.text) for w in words
        )

    @cached_property
    def asks_what_it_is(self) -> bool:
        """True where it asks of a common noun what it is, and nothing else: GPU가 뭐야."""
        thing = [w.role for w in self.content] == [Role.THING] and self.words[0] in self.content
        return thing and self._only_what

    @cached_property
    def asks_what_it_does(self) -> bool:
        """True where it asks of a name what it does, and nothing else: 센터는 뭐 하는 곳이야."""
        alone = [w.role for w in self.content] == [Role.ENTITY]
        return alone and any(asking.DOES.match(word.text) for word in self.asked)

    @property
    def _only_what(self) -> bool:
        """Whether nothing but 뭐 stands behind the first word."""
        return [w.ids for w in self.words[1:]] == [(ASK_WHAT,)]

    @cached_property
    def asks_opinion(self) -> bool:
        """True where it asks what somebody thinks of what may or may not be done: 접는 거 어떻게 생각해."""
        return {"ask-how", "claim-opinion"} <= self.ids

    @cached_property
    def takes_for_done(self) -> bool:
        """True where it takes something for done, and does not ask whether it is: 이미 연 센터는.

        Where something is set aside, that may be what is done: 이미 온 사람 말고.
        """
        at = next((n for n, w in enumerate(self.words) if w.text in ALREADY), None)
        if at is None or self.is_choice or any(w.excluded for w in self.words):
            return False
        done = next((w for w in self.words[at + 1 :] if w.role is Role.ACTION), None)
        if done is not None and done.token.tail.endswith(_OR):
            return False  # 이미 출시했거나 출시할
        return not self.is_yes_no or (done is not None and done.token.verbal and is_adnominal(done))

    @cached_property
    def is_choice(self) -> bool:
        """True where the question names the answers to choose from: 가산과 백석 중 어디, 9월이야 11월이야."""
        of_each = choosing.asks_of_each(self.words, self.text)
        return self.is_of_named or self.offers_answers or of_each or choosing.says_so(self.text)

    @cached_property
    def is_of_named(self) -> bool:
        """True where it asks which of two that it names: GPT-4o와 Phi 3.5 가운데 어느 것."""
        asks_which = not self.slots or bool(self.slots & {"orgs", "places", "people", "names"})
        return asks_which and choosing.of_the_named(self.words, self.text)

    @cached_property
    def is_of_these(self) -> bool:
        """True where it asks which of several: 두 센터 중에 먼저 연 쪽은."""
        return choosing.is_of_these(self.text)

    @cached_property
    def offers_answers(self) -> bool:
        """True where it names whole answers to choose from: 에스터예요, 에이닷이에요?"""
        return choosing.offers_answers(self.words, self.text)

    @cached_property
    def offered(self) -> tuple[Word, ...]:
        """The names that it offers as answers: 백석이야, 가산이야."""
        return choosing.offered(self.words)

    @cached_property
    def is_of_naming(self) -> bool:
        """True where it asks how a name came about, which no fact tells."""
        return asking.is_of_naming(self.text)

    @cached_property
    def wanted(self) -> tuple[Word, ...]:
        """What 어떤, 어느, 무슨 asks for: 어떤 언어모델로 돌아가."""
        pairs = itertools.pairwise(self.words)
        return tuple(after for w, after in pairs if ASKS_FOR & set(w.ids) and not after.token.verbal)

    @cached_property
    def asks_of_a_name(self) -> bool:
        """True where a noun right behind a name is all that it asks: 나델라의 강연료는 어떻게 돼요."""
        if self.head is None or self.head.token.verbal or self.slots - {"methods"}:
            return False
        at = self.words.index(self.head)
        before = self.words[at - 1] if at else None
        named = before is not None and before.role is Role.ENTITY and before.token.tail in ("", "ㅇㅢ")
        return named and not any(w.role.content for w in self.words[at + 1 :])

    @cached_property
    def is_of_one_deed(self) -> bool:
        """True where it asks when, why, who … did one thing, and says no more: KT는 언제 이사했어."""
        head = self.head
        if head is None or not head.ids or not self.slots or not self.slots <= _OF_DEEDS:
            return False
        if predicates.FRAMES & set(head.ids) or self.excluded:
            return False  # 투자액은 얼마로 알려졌나
        deeds = [w for w in self.content if w.role not in (Role.ENTITY, Role.TITLE)]
        return deeds == [head] and head.role in (Role.ACTION, Role.UNKNOWN_VERB, Role.UNKNOWN)

    @cached_property
    def asks_for_others(self) -> bool:
        """True where it asks who else (다른 기업은 어디): the one that is known is not the answer."""
        return others.asks_for_others(self.words)

    @cached_property
    def asks_for_members(self) -> bool:
        """True where it asks for others of a group (다른 창립 멤버), or to be told another company."""
        told = REQUEST in self.ids and not self.asked and bool(_COMPANIES & self.ids)
        return self.asks_for_others and (told or MEMBER in self.ids)

    @cached_property
    def wants_list(self) -> bool:
        """True where more than one answer is wanted: 목록, 다 알려줘, 세 개."""
        listed = any("items" in w.slots for w in self.words) or "whole" in self.ids
        listed = listed or any(w.text == "다" and REQUEST in v.ids for w, v in itertools.pairwise(self.words))
        counted = any(
            isinstance(w.token.value.value, Amount)
            and w.token.value.value.value >= 2
            and w.token.value.value.unit == "개"
            for w in self.roles(Role.AMOUNT)
            if w.token.value
        )
        return listed or counted

    @cached_property
    def slots(self) -> frozenset[str]:
        return frozenset(slot for word in self.asked for slot in word.slots)

    @cached_property
    def asks(self) -> bool:
        """True where there is a question word, an asking ending or a request at all."""
        return any((w.role is Role.ASKS and not w.excluded) or w.token.asking for w in self.words)

    @cached_property
    def predicate_ids(self) -> frozenset[str]:
        """Concepts of the main predicate; empty where an unknown verb stands at its place."""
        return predicates.predicate_ids(self.words)

    @cached_property
    def predicate_is_unknown(self) -> bool:
        """Whether the main verb is one that means nothing here: 어느 회사에 다녔어."""
        verbs = [w for w in self.words if w.role in (Role.UNKNOWN_VERB, Role.ACTION)]
        return bool(verbs) and verbs[-1].role is Role.UNKNOWN_VERB

    @cached_property
    def is_keyword(self) -> bool:
        """True for bare nouns (에이닷 비즈 출시): no question word, no verb."""
        return not any(w.role is Role.ASKS or w.token.verbal for w in self.words)
