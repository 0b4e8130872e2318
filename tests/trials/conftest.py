"""The databases of the storage tests."""

from tests.storage.conftest import postgres, url

__all__ = ["postgres", "url"]
