"""What a thumb below a reply carries: the question and what was replied, to be kept with the verdict."""

import json
from dataclasses import dataclass

from bot.domain.reply import Reply
from bot.services.questions_port import Verdict
from bot.slack.asked import Asked, harmless

QUESTION_KEPT = 120
FACTS_KEPT = 3
"""Of question and facts, what a thumb carries: two thumbs' values count among a message's characters."""


@dataclass(frozen=True)
class Judged:
    """A verdict on a reply, shortened to what a button can carry."""

    verdict: Verdict
    question: str
    status: str
    fact_ids: tuple[str, ...]

    @classmethod
    def on(cls, verdict: Verdict, asked: Asked, reply: Reply) -> "Judged":
        """The verdict on ``reply``, which was given to ``asked``."""
        ids = tuple(fact.id for fact in reply.facts[:FACTS_KEPT])
        return cls(verdict, asked.in_words[-QUESTION_KEPT:], reply.status, ids)

    def encode(self) -> str:
        """The value of a thumb."""
        content = {"v": self.verdict, "q": self.question, "s": self.status, "f": self.fact_ids}
        return harmless(json.dumps(content, ensure_ascii=False, separators=(",", ":")))

    @classmethod
    def decode(cls, value: str) -> "Judged | None":
        """What a thumb carries; None for a value of another form."""
        try:
            read = json.loads(value)
            return cls(Verdict(read["v"]), str(read["q"]), str(read["s"]), tuple(map(str, read["f"])))
        except (ValueError, TypeError, KeyError):
            return None
