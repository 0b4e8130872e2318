"""The errors that Slack's Web API answers with."""

from collections.abc import Sequence
from typing import Any


class SlackError(Exception):
    """A refused call: ``{"ok": false, "error": code}``, with the details Slack adds.

    ``messages`` become ``response_metadata.messages``, as in ``invalid_blocks``; ``extra`` becomes further
    top-level fields, as ``needed`` and ``provided`` of ``missing_scope``.
    """

    def __init__(self, code: str, messages: Sequence[str] = (), **extra: Any) -> None:
        super().__init__(code, *messages)
        self.code = code
        self.messages = tuple(messages)
        self.extra = extra

    def to_json(self) -> dict[str, Any]:
        """Return the body of the answer."""
        body: dict[str, Any] = {"ok": False, "error": self.code, **self.extra}
        if self.messages:
            body["errors"] = [message.removeprefix("[ERROR] ") for message in self.messages]
            body["response_metadata"] = {"messages": list(self.messages)}
        return body
