"""Keeps what people leave for the curators in the database."""

import datetime as dt
import json

from bot.services.questions_port import Judgement, OpenQuestion
from bot.storage.feedback import Feedback, Question
from bot.storage.store import Store

KEEP = dt.timedelta(days=400)
"""How far back the curators' list goes."""


class StoredQuestions:
    """Fulfils ``questions_port.OpenQuestions``."""

    def __init__(self, store: Store) -> None:
        self._table = store.questions

    async def file(self, question: OpenQuestion) -> bool:
        known = any(one.id == question.id for one in await self._table.since(question.at - KEEP))
        await self._table.put(
            Question(
                id=question.id,
                team=question.team,
                channel=question.channel,
                text=question.text,
                status=question.status,
                fact_ids=question.fact_ids,
                at=question.at,
            )
        )
        return not known

    async def newest(self, team: str, most: int) -> tuple[OpenQuestion, ...]:
        kept = await self._table.since(dt.datetime.now(dt.UTC) - KEEP)
        return tuple(OpenQuestion(**one.__dict__) for one in reversed(kept) if one.team == team)[:most]


class StoredJudgements:
    """Fulfils ``questions_port.Judgements``; what has no column of its own is kept as JSON in the comment."""

    def __init__(self, store: Store) -> None:
        self._table = store.feedback

    async def keep(self, judgement: Judgement) -> None:
        more = {
            "reasons": judgement.reasons,
            "text": judgement.comment,
            "status": judgement.status,
            "fact_ids": judgement.fact_ids,
        }
        await self._table.put(
            Feedback(
                team=judgement.asker.team,
                channel=judgement.asker.channel,
                ts=judgement.asker.ts,
                user=judgement.asker.user,
                verdict=judgement.verdict.value,
                at=judgement.at,
                fact_id=next(iter(judgement.fact_ids), None),
                question=judgement.question,
                comment=json.dumps(more, ensure_ascii=False),
            )
        )
