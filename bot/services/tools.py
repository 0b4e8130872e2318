"""What the bot does with a base besides answering: suggest while one types, check a text, know a link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.factcheck import Checked, check
from bot.domain.links import Source, source_of
from bot.domain.reply import ShownFact
from bot.domain.shown import shown
from bot.domain.typeahead import Suggested, Typeahead
from bot.services.ports import Clock


@dataclass(frozen=True)
class Statement:
    """A checked statement with its fact as it is shown."""

    checked: Checked
    fact: ShownFact | None


class Suggest:
    """Suggestions for a typed piece; worked out once a base."""

    def __init__(self, base: Callable[[], FactBase]) -> None:
        self._base = base
        self._made: tuple[FactBase, Typeahead] | None = None

    def __call__(self, typed: str) -> Sequence[Suggested]:
        base = self._base()
        if self._made is None or self._made[0] is not base:
            self._made = base, Typeahead(base)
        return self._made[1](typed)


class Check:
    """The statements of a text, held against the base."""

    def __init__(self, engine: Callable[[], Engine], clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def __call__(self, text: str) -> Sequence[Statement]:
        engine, today = self._engine(), self._clock()
        return [
            Statement(checked, shown(checked.fact, engine.base, today) if checked.fact else None)
            for checked in check(text, engine)
        ]


class KnowLink:
    """The source that an address leads to, with its first facts; None for any other address."""

    def __init__(self, base: Callable[[], FactBase], clock: Clock) -> None:
        self._base = base
        self._clock = clock

    def __call__(self, url: str) -> Source | None:
        return source_of(url, self._base(), self._clock())


def _nothing(_typed: str) -> Sequence[Suggested]:
    return ()


def _unchecked(_text: str) -> Sequence[Statement]:
    return ()


def _unknown(_url: str) -> Source | None:
    return None


@dataclass(frozen=True)
class Tools:
    """The three together; without a base they find nothing."""

    suggest: Callable[[str], Sequence[Suggested]] = _nothing
    check: Callable[[str], Sequence[Statement]] = _unchecked
    know_link: Callable[[str], Source | None] = _unknown
