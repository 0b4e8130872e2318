"""Where the fact base lies."""

from pathlib import Path

from bot.domain.errors import TelcoError

_PACKAGE = Path(__file__).resolve().parent.parent


def find_knowledge(explicit: Path | None, package: Path = _PACKAGE) -> Path:
    """The folder of the fact base.

    ``explicit`` if given, else the folder that the wheel ships (``bot/_knowledge``), else the
    repository's ``knowledge/`` beside the package. Raises TelcoError where there is none.
    """
    if explicit is not None:
        if not (explicit / "facts").is_dir():
            raise TelcoError(
                f"{explicit}: no fact base here. Name a folder that holds articles/, facts/ and lexicon/ "
                "(--knowledge or TELCO_KNOWLEDGE), or leave it out to use the one that ships with telco."
            )
        return explicit
    for folder in (package / "_knowledge", package.parent / "knowledge"):
        if (folder / "facts").is_dir():
            return folder
    raise TelcoError(
        f"The fact base is missing: neither {package / '_knowledge'} nor {package.parent / 'knowledge'} "
        "is there. "
        "Install telco-bot again, or name a folder with --knowledge or TELCO_KNOWLEDGE."
    )
