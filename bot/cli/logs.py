"""Logging for the running bot: text for people or JSON lines for collectors, never with secrets."""

import json
import logging
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

_TOKENS = re.compile(r"\b(xox[a-z]+|xapp)-[\w.-]+|(?<=ticket=)[\w-]+")
"""Slack's tokens and the ticket in a Socket Mode address."""
_HIDDEN = "[가림]"


class Redacting(logging.Formatter):
    """Formats an entry, traceback included, and hides tokens and the given secrets in the result."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        return self._hide(self._compose(record))

    def _compose(self, record: logging.LogRecord) -> str:
        return super().format(record)

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKENS.sub(_HIDDEN, text)


class RedactingJson(Redacting):
    """One JSON object a line: time (ISO, UTC), level, logger, message, and error where there is one."""

    def _compose(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def set_up(level: str, form: str, secrets: Sequence[str]) -> None:
    """Sends the log to standard error, as ``form`` text or json, with ``secrets`` hidden."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingJson(secrets) if form == "json" else Redacting(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    if level != "DEBUG":
        logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of each start and plugin
