"""Faults that a person can mend, each with a message that says how."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a knowledge file: ``knowledge/facts/kt.yaml:41 kt-ms-investment: …``."""

    path: str
    line: int
    subject: str
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where} {self.subject}: {self.message}" if self.subject else f"{where}: {self.message}"


class TelcoError(Exception):
    """Base of the errors that end a command with a clear message instead of a traceback."""


class KnowledgeError(TelcoError):
    """The fact base cannot be used; ``faults`` lists every reason."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class SettingsError(TelcoError):
    """A setting is missing or wrong; the message names it and says what to do."""
