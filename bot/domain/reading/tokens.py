"""What reading a text gives: its words, as far as they are known, and what reading them cost."""

from dataclasses import dataclass
from functools import cached_property

from bot.domain.reading.quantities import Mention
from bot.domain.reading.vocabulary import Entry, Sense


@dataclass(frozen=True)
class Token:
    """One word as read: where it stands (characters of the normalised text), and what it may mean."""

    start: int
    end: int
    surface: str
    senses: tuple[Sense, ...] = ()
    value: Mention | None = None
    tail: str = ""
    """The letters of the particles or endings behind it."""
    suffix: str = ""
    """The slot for which a suffix asks (투자액, 출시일, 합작사)."""
    verbal: bool = False
    asking: bool = False
    repaired: str = ""
    """For a word read in spite of a typing error: the vocabulary's spelling."""
    initials: bool = False
    eojeol: str = ""
    """The space-delimited word of the text in which it stands."""

    @property
    def unknown(self) -> bool:
        return not self.senses and self.value is None

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(sense.id for sense in self.senses)

    def has(self, *kinds: str) -> bool:
        return any(sense.kind in kinds for sense in self.senses)


@dataclass(frozen=True)
class Reading:
    """A text as read: its tokens in order and what the reading cost (lower reads more cleanly)."""

    text: str
    tokens: tuple[Token, ...]
    cost: float
    swapped: tuple[tuple[str, str], ...] = ()
    """(typed, meant) for words that were typed on the other keyboard layout."""

    @property
    def unknown(self) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.unknown)


@dataclass(frozen=True)
class Edge:
    """A word that may stand from one letter to another, besides those of the vocabulary."""

    start: int
    end: int
    entry: Entry | None
    cost: float
    value: Mention | None = None
    repaired: str = ""
    initials: bool = False
