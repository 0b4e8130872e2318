"""The ``telco`` command. Each module here adds the commands of one area to the same app."""

import importlib
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


def main() -> None:
    """Run the command line; a fault that a person can mend ends in one clear message, not a traceback."""
    for area in AREAS:
        importlib.import_module(f"bot.cli.{area}")
    try:
        app()
    except TelcoError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
