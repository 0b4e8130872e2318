"""Finds a font with Hangul; matplotlib's own fonts have none."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

FONTS = (
    "NanumGothic.ttf",
    "NanumBarunGothic.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKkr-Regular.otf",
    "NotoSansKR-Regular.otf",
    "NotoSansKR-Regular.ttf",
    "NotoSansKR[wght].ttf",
    "NotoSansKR-VariableFont_wght.ttf",
    "AppleSDGothicNeo.ttc",
    "malgun.ttf",
)
"""Files that hold the regular face, the preferred first: Nanum, Noto, macOS, Windows."""


def places() -> Iterator[Path]:
    """The folders in which Linux, macOS and Windows keep fonts."""
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    yield from (data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    for variable, below in (("LOCALAPPDATA", "Microsoft/Windows/Fonts"), ("WINDIR", "Fonts")):
        if folder := os.environ.get(variable):
            yield Path(folder) / below


def find_font(folders: Iterable[Path] | None = None) -> Path | None:
    """The best of FONTS in the folders (None: those of this system) and below; None where there is none."""
    rank = {name.casefold(): number for number, name in enumerate(FONTS)}
    found = [
        path
        for folder in (places() if folders is None else folders)
        for path in sorted(folder.rglob("*"))
        if path.name.casefold() in rank
    ]
    return min(found, key=lambda path: rank[path.name.casefold()], default=None)
