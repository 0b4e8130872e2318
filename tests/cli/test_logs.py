"""The log: as text or JSON, and never with a secret."""

import json
import logging
from collections.abc import Iterator

import pytest

from bot.cli.logs import set_up

# Put together here, so that no tool takes them for real ones.
BOT_TOKEN = "-".join(["xoxb", "1234", "abcDEF"])
APP_TOKEN = "-".join(["xapp", "1", "A1", "99", "ff"])


@pytest.fixture(autouse=True)
def root_logger_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


@pytest.mark.parametrize("form", ["text", "json"])
def test_tokens_and_secrets_are_hidden_in_messages_and_tracebacks(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    set_up("INFO", form, ["hush-hush"])
    try:
        raise ValueError(f"{APP_TOKEN} hush-hush")
    except ValueError:
        logging.getLogger("t").exception("%s wss://x/?ticket=%s&a=1", BOT_TOKEN, "12-ab")
    written = capsys.readouterr().err
    assert "ValueError" in written
    for secret in ("1234", "xapp-1", "hush", "12-ab"):
        assert secret not in written
    assert "&a=1" in written


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", "json", [])
    logging.getLogger("t").info("첫 줄\n%s", "둘째")
    logging.getLogger("t").debug("too detailed")
    (line,) = capsys.readouterr().err.splitlines()
    entry = json.loads(line)
    assert (entry["level"], entry["logger"], entry["message"]) == ("INFO", "t", "첫 줄\n둘째")
    assert entry["time"].endswith("+00:00")
