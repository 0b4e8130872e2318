"""Leave something for the curators: a question without an answer, a verdict on a reply."""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection

from bot.domain.korean import normalise
from bot.domain.reply import Reply
from bot.services.curate_memory import MemoryJudgements, MemoryQuestions
from bot.services.questions_port import (
    Asker,
    Judgement,
    Judgements,
    OpenQuestion,
    OpenQuestions,
    Reason,
    Verdict,
)

MOST_LISTED = 10
"""Open questions shown at once."""

Now = Callable[[], dt.datetime]


class Curate:
    """The curators' desk; ``curators`` are the ids of the users who see what was left for them.

    Without adapters it remembers for as long as the process lives.
    """

    def __init__(
        self,
        questions: OpenQuestions | None = None,
        judgements: Judgements | None = None,
        *,
        curators: Collection[str] = (),
        now: Now = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self._questions = questions or MemoryQuestions()
        self._judgements = judgements or MemoryJudgements()
        self._curators = frozenset(curators)
        self._now = now

    async def file(self, asker: Asker, question: str, reply: Reply) -> bool:
        """Put the question on the curators' list; False where it stands there already."""
        return await self._questions.file(
            OpenQuestion(
                id=_id(asker.team, question),
                team=asker.team,
                channel=asker.channel,
                text=question,
                status=reply.status,
                fact_ids=tuple(fact.id for fact in reply.facts),
                at=self._now(),
            )
        )

    async def judge(
        self,
        asker: Asker,
        verdict: Verdict,
        question: str,
        *,
        status: str,
        fact_ids: tuple[str, ...],
        reasons: tuple[Reason, ...] = (),
        comment: str = "",
    ) -> None:
        """Keep what somebody thought of a reply; a later verdict on the same message replaces it."""
        await self._judgements.keep(
            Judgement(asker, verdict, question, status, fact_ids, self._now(), reasons, comment.strip())
        )

    def is_curator(self, user: str) -> bool:
        return user in self._curators

    async def open_questions(self, team: str, user: str) -> tuple[OpenQuestion, ...]:
        """The newest open questions; none for whoever is no curator."""
        return await self._questions.newest(team, MOST_LISTED) if self.is_curator(user) else ()


def _id(team: str, question: str) -> str:
    words = " ".join(normalise(question).casefold().split())
    return hashlib.sha256(f"{team}\n{words}".encode()).hexdigest()[:32]
