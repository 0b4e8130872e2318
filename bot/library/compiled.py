"""The engine as compiled from a fact base, kept between starts.

Reading a base into an engine takes about a second: every question that its curators wrote is parsed. The
result is kept in the user's cache folder under a fingerprint of the base and of the code that reads it,
so that a later start takes a tenth of that, and a changed base or program is compiled anew. What cannot
be read or written is compiled as if it had never been kept.
"""

import gc
import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path

from bot.domain.engine import Engine

KEPT = 4
"""Compiled bases that stay in the folder: this one, and those of other versions or bases in use."""
_UNREADABLE = (OSError, EOFError, pickle.PickleError, AttributeError, ImportError, TypeError, ValueError)


def read(knowledge: Path) -> Engine | None:
    """The engine kept for this state of the base and of the program; None where there is none."""
    gc.disable()  # it would look through all that is being made, and halve the speed
    try:
        with _place(knowledge).open("rb") as file:
            engine = pickle.load(file)  # noqa: S301 (written by this module into the user's own folder)
    except _UNREADABLE:
        return None
    finally:
        gc.enable()
    return engine if isinstance(engine, Engine) else None


def keep(knowledge: Path, engine: Engine) -> None:
    """Keep the engine for the next start, with everything read; quietly not where that is impossible."""
    place = _place(knowledge)
    if place.exists():
        return
    engine.warm()
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            pickle.dump(engine, file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(name, place)
        for old in sorted(place.parent.glob("*.pickle"), key=lambda p: p.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _place(knowledge: Path) -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 (only where a base is opened)

    return user_cache_path("telco-bot", appauthor=False) / f"{fingerprint(knowledge)}.pickle"


def fingerprint(knowledge: Path) -> str:
    """A name for this state of a base, of the code that reads it and of the Python that runs it."""
    digest = hashlib.sha256(f"{sys.version} {knowledge}".encode())
    code = Path(__file__).resolve().parents[1]
    sources = sorted((*(code / "domain").rglob("*.py"), *(code / "library").rglob("*.py")))
    for file in (*sources, *sorted(knowledge.rglob("*.yaml"))):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]
