"""The words of a question: what part each plays, and how much it counts."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot.domain.reading.tokens import Token


class Role(StrEnum):
    """How a word of a question counts."""

    ENTITY = "entity"
    OUTSIDER = "outsider"
    ACTION = "action"
    THING = "thing"
    ATTRIBUTE = "attribute"
    QUALITY = "quality"
    TITLE = "title"
    UNKNOWN = "unknown"
    UNKNOWN_VERB = "unknown verb"
    AMOUNT = "amount"
    DATE = "date"
    ASKS = "asks"
    SHELL = "shell"
    FORM = "form"
    CHAT = "chat"
    TOPIC = "topic"

    @property
    def content(self) -> bool:
        """True for words that a fact has to account for."""
        return self not in (Role.ASKS, Role.SHELL, Role.FORM, Role.CHAT)


WEIGHTS = {
    Role.ENTITY: 3.0,
    Role.OUTSIDER: 3.0,
    Role.ATTRIBUTE: 3.0,
    Role.UNKNOWN: 2.5,
    Role.TOPIC: 2.5,
    Role.AMOUNT: 2.0,
    Role.THING: 1.6,
    Role.ACTION: 1.5,
    Role.TITLE: 1.5,
    Role.DATE: 1.2,
    Role.UNKNOWN_VERB: 1.0,
    Role.QUALITY: 0.8,
    Role.SHELL: 0.5,
}
"""How much each kind of word must be accounted for: names and attributes most, modifiers least.

A shell noun (분야) needs no account, but tells one question from another.
"""
SLOT_WEIGHT = 1.5
"""The same for a word that asks for a slot."""

COMPARES = frozenset(
    {"telco", "company", "organisation", "person", "product", "model", "facility", "programme"}
)
"""Types of entity of which a question about one is not answered by a fact about another."""


@dataclass(frozen=True, eq=False)  # compared thousands of times a question, and never with an equal one
class Word:
    """A token with the part that it plays in the question."""

    token: Token
    role: Role
    slots: tuple[str, ...] = ()
    grain: str | None = None
    weak: bool = False
    """True for a word that may ask (말, 돈) but may also just be a word."""
    implied: bool = False
    """True for what was not typed but carried over from an earlier turn."""
    excluded: bool = False
    """True for what the question sets aside (X 말고, X가 아니라)."""
    holder: str | None = None
    """For a title, employer or maker, the person or product whose it is said to be."""
    denied: bool = False
    """True for an action that is said not to be (거치지 않는, 포기해선 안 될)."""
    category: bool = False
    """True for a noun that only says what kind of answer is wanted (어떤 모델, 두 업무가 뭐죠)."""
    maker: bool = False
    """True for a product that stands for who made it (챗GPT를 만든 회사)."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return self.token.ids

    @property
    def marks(self) -> frozenset[str]:
        """By what the word is held against another: its senses, or its letters where it has none."""
        unknown = self.role in (Role.UNKNOWN, Role.UNKNOWN_VERB) or not self.ids
        return frozenset({self.text}) if unknown else frozenset(self.ids)

    @property
    def text(self) -> str:
        return self.token.surface
