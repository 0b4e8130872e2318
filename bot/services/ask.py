"""Answer a question: the engine with a clock."""

from collections.abc import Sequence

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.reply import Reply
from bot.services.ports import Clock


class Ask:
    """Answers from one fact base as of the clock's day; fulfils ``ports.Asks``."""

    def __init__(self, base: FactBase, clock: Clock, *, explaining: bool = False) -> None:
        """``explaining`` replies say why they say it, for ``telco ask --explain``."""
        self._engine = Engine(base, explaining=explaining)
        self._clock = clock

    def __call__(self, text: str, history: Sequence[str] = ()) -> Reply:
        return self._engine.reply(text, self._clock(), history)

    @property
    def engine(self) -> Engine:
        """What it answers with."""
        return self._engine

    @property
    def base(self) -> FactBase:
        """The facts that it answers from."""
        return self._engine.base

    def warm(self) -> None:
        """Read every fact now, so that the first question is as fast as the next."""
        self._engine.profiles.warm()
