"""What people asked and how they liked the answers: what curators work from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.schema import feedback, questions


@dataclass(frozen=True)
class Feedback:
    """One person's verdict on one message; a second verdict takes the place of the first."""

    team: str
    channel: str
    ts: str
    user: str
    verdict: Literal["good", "bad"]
    at: dt.datetime
    fact_id: str | None = None
    question: str | None = None
    comment: str | None = None


@dataclass(frozen=True)
class Question:
    """A question as asked, without who asked it."""

    id: str
    team: str
    channel: str
    text: str
    status: str
    fact_ids: tuple[str, ...]
    at: dt.datetime


class FeedbackTable:
    """Verdicts on answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, one: Feedback) -> None:
        values = {**one.__dict__}
        statement = self._database.insert(feedback).values(values)
        statement = statement.on_conflict_do_update(
            index_elements=["team", "channel", "ts", "user"], set_=values
        )
        await self._database.write(lambda connection: connection.execute(statement))

    async def since(self, moment: dt.datetime) -> list[Feedback]:
        query = select(feedback).where(feedback.c.at >= moment).order_by(feedback.c.at, feedback.c.ts)
        return await self._database.read(
            lambda connection: [Feedback(**row) for row in connection.execute(query).mappings()]
        )


class QuestionTable:
    """The log of questions; those without an answer show what the base lacks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, one: Question) -> None:
        values = {**one.__dict__, "fact_ids": list(one.fact_ids)}
        statement = self._database.insert(questions).values(values).on_conflict_do_nothing()
        await self._database.write(lambda connection: connection.execute(statement))

    async def since(self, moment: dt.datetime, statuses: Sequence[str] = ()) -> list[Question]:
        query = select(questions).where(questions.c.at >= moment).order_by(questions.c.at, questions.c.id)
        if statuses:
            query = query.where(questions.c.status.in_(statuses))
        return await self._database.read(
            lambda connection: [
                Question(**{**row, "fact_ids": tuple(row["fact_ids"])})
                for row in connection.execute(query).mappings()
            ]
        )
