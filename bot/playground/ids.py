"""Ids and timestamps in Slack's forms."""

import secrets
import string
from collections.abc import Callable

_ALPHABET = string.ascii_uppercase + string.digits


def new_id(prefix: str, length: int = 10) -> str:
    """Return a random id such as ``Ev0ABCDEFGHI``."""
    return prefix + "0" + "".join(secrets.choice(_ALPHABET) for _ in range(length - 1))


def short_id() -> str:
    """Return a random id as Slack gives to blocks and actions that name none."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(5))


class Timestamps:
    """Hands out message timestamps: strings such as ``1730000000.000100``, unique and increasing."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        """Return a timestamp after every earlier one."""
        now = int(self._clock() * 1_000_000)
        self._last = max(now - now % 100, self._last + 100)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"
