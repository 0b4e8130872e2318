"""Uploaded files: an upload URL first, then the bytes, then a message that shares them.

Source: https://docs.slack.dev/messaging/working-with-files
"""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass

from bot.playground.errors import SlackError
from bot.playground.ids import new_id
from bot.playground.model import Json

MAX_BYTES = 50_000_000  # Slack takes 1 GB; here it all stays in memory
INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""What the page may show; anything else is only downloaded, so that nothing runs in our origin."""


@dataclass
class File:
    """A file; ``content`` is None until it is uploaded."""

    id: str
    name: str
    length: int
    title: str = ""
    content: bytes | None = None

    @property
    def mimetype(self) -> str:
        """The type by the file's name."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def to_slack(self, base_url: str) -> Json:
        """Return the file object (https://docs.slack.dev/reference/objects/file-object)."""
        address = f"{base_url}/files/{self.id}"
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": self.name.rpartition(".")[2],
            "size": self.length,
            "url_private": address,
            "permalink": address,
        }


class Files:
    """The files of a workspace by id."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def expect(self, name: str, length: int) -> File:
        """Make room for a file that is to be uploaded."""
        if not 0 < length <= MAX_BYTES:
            raise SlackError(
                "invalid_arguments", [f"[ERROR] must be from 1 to {MAX_BYTES} [json-pointer:/length]"]
            )
        file = File(new_id("F"), name, length)
        self._files[file.id] = file
        return file

    def get(self, file_id: str) -> File:
        """Return a file; raises SlackError ``file_not_found``."""
        if file_id not in self._files:
            raise SlackError("file_not_found")
        return self._files[file_id]

    def complete(self, wanted: Mapping[str, str]) -> File:
        """Take an uploaded file into use, with the title it is given."""
        file = self.get(wanted.get("id", ""))
        if file.content is None:
            raise SlackError("file_not_found")
        file.title = wanted.get("title") or file.name
        return file

    def clear(self) -> None:
        """Forget every file."""
        self._files.clear()
