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
                f"{explicit}: 사실 자료가 없는 폴더입니다. articles/, facts/, lexicon/이 든 폴더를 "
                "--knowledge나 TELCO_KNOWLEDGE로 알려 주십시오. 비워 두면 함께 설치된 자료를 씁니다."
            )
        return explicit
    for folder in (package / "_knowledge", package.parent / "knowledge"):
        if (folder / "facts").is_dir():
            return folder
    raise TelcoError(
        f"사실 자료를 찾을 수 없습니다: {package / '_knowledge'}, {package.parent / 'knowledge'}. "
        "telco-bot을 다시 설치하거나 --knowledge나 TELCO_KNOWLEDGE로 폴더를 알려 주십시오."
    )
