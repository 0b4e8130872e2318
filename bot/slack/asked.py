"""What a button carries, so that pressing it asks the same question again."""

import json
from dataclasses import dataclass

VALUE_LIMIT = 400
"""Characters in a button's value. Slack takes 2,000 (reference/block-kit/block-elements/button-element);
but the values count among the characters of a message, which carries up to eight of them."""


@dataclass(frozen=True)
class Asked:
    """A question with the earlier questions of its thread (oldest first) and the page of the answer."""

    question: str
    history: tuple[str, ...] = ()
    page: int = 0

    def encode(self, limit: int = VALUE_LIMIT) -> str | None:
        """The value of a button; None where it would exceed ``limit``, and the button must be left out."""
        content: dict[str, object] = {"q": self.question}
        if self.history:
            content["h"] = self.history
        if self.page:
            content["p"] = self.page
        value = harmless(json.dumps(content, ensure_ascii=False, separators=(",", ":")))
        return value if len(value) <= limit else None

    @property
    def in_words(self) -> str:
        """The question as people who have not read its thread understand it: after the one before it."""
        return " → ".join((*self.history[-1:], self.question))

    @classmethod
    def decode(cls, value: str) -> "Asked":
        """The question in a button's value; a value of another form is taken for the question itself."""
        try:
            content = json.loads(value)
            return cls(
                str(content["q"]), tuple(map(str, content.get("h", ()))), max(0, int(content.get("p", 0)))
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls(value)


def harmless(value: str) -> str:
    """JSON without the characters that Slack escapes in what it sends back; as \\u escapes they return."""
    for mark in "&<>":
        value = value.replace(mark, f"\\u{ord(mark):04x}")
    return value
