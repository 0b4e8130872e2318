"""The ``telco`` command. Each module here adds the commands of one area to the same app."""

import gc
import importlib
import os
import sys

import typer

from bot.domain.errors import TelcoError

app = typer.Typer(
    name="telco",
    help="통신사 AI 사실을 출처와 함께 알려 주는 봇입니다.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


AREAS = ("answers", "digest", "knowledge", "serve")
"""The modules that add commands; each registers its own when it is imported."""
QUICK = {"ask": "answers", "eval": "answers"}
"""Commands that are waited for: only their own module is imported."""


def main() -> None:
    """Run the command line; a fault that a person can mend ends in one clear message, not a traceback."""
    # Asks every installed package whether it plugs into pydantic: none here does, and ask is waited for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    quick = QUICK.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if quick:
        gc.disable()  # the process ends before there is anything to collect
    for area in (quick,) if quick else AREAS:
        importlib.import_module(f"bot.cli.{area}")
    try:
        app()
    except TelcoError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
