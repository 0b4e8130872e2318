"""Parts that a machine may lack: tests skip without them, or fail where everything must be there."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "knowledge"
SHARED = ROOT.parent / "shared"
"""The articles and sample questions, beside the repository where they are at hand."""


def missing(reason: str) -> NoReturn:
    """Skip the test, saying what to install; fail it where TELCO_TEST_ALL=1 says that nothing may lack."""
    if os.environ.get("TELCO_TEST_ALL") == "1":
        pytest.fail(f"TELCO_TEST_ALL=1, but {reason}", pytrace=False)
    pytest.skip(reason)
