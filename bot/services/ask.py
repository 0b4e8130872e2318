"""Answer a question: the engine with a clock."""

from collections.abc import Sequence

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.reply import Reply
from bot.services.ports import Clock


class Ask:
    """Answers from one fact base as of the clock's day; fulfils ``ports.Asks``."""

    def __init__(self, base: FactBase | Engine, clock: Clock, *, explaining: bool = False) -> None:
        """Over a base, or an engine that was made from one before.

        ``explaining`` replies say why they say it, for ``telco ask --explain``.
        """
        self.engine = base if isinstance(base, Engine) else Engine(base)
        self.engine.explaining = explaining
        self._clock = clock

    def __call__(self, text: str, history: Sequence[str] = ()) -> Reply:
        return self.engine.reply(text, self._clock(), history)

    @property
    def base(self) -> FactBase:
        """The facts that it answers from."""
        return self.engine.base

    def warm(self) -> None:
        """Read every fact now, so that the first question is as fast as the next."""
        self.engine.warm()
