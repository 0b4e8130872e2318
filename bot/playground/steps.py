"""Steps of workflows under way: what the Workflow Builder waits for."""

import asyncio
from dataclasses import dataclass, field

from bot.playground.app import Step
from bot.playground.errors import SlackError
from bot.playground.ids import new_id
from bot.playground.model import Json


@dataclass
class Run:
    """One step under way; ``result`` holds ``outputs`` or an ``error`` once the app has ended it."""

    step: Step
    id: str
    result: Json | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)


class Steps:
    """The runs by their function_execution_id."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}

    def start(self, step: Step) -> Run:
        """Begin a run."""
        run = Run(step, new_id("Fx"))
        self._runs[run.id] = run
        return run

    def running(self, execution: str) -> Run:
        """Return a run; raises SlackError where there is none, or the app has ended it."""
        run = self._runs.get(execution)
        if run is None:
            raise SlackError("function_execution_not_found")
        if run.result is not None:
            raise SlackError("function_execution_not_in_running_state")
        return run

    def end(self, run: Run, result: Json) -> None:
        """Take what the app says of a run."""
        run.result = result
        run.ended.set()

    def clear(self) -> None:
        """Forget every run."""
        self._runs.clear()
