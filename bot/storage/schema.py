"""The tables, as the newest migration leaves them."""

import datetime as dt

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class Utc(TypeDecorator[dt.datetime]):
    """An aware moment, kept in UTC; SQLite has no time zones, so it is stored without one there."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


metadata = MetaData()

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("at", Text, nullable=False),  # 08:30
    Column("days", Text, nullable=False),  # 01234 for Monday to Friday
    Column("zone", Text, nullable=False),
    Column("companies", JSON, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", Utc, nullable=False),
    Column("next_day", Date, nullable=False),
    Column("next_due", Utc),  # null once it has ended
    Column("ended_at", Utc),
    Column("ended_reason", Text),
    Index("ix_subscriptions_next_due", "next_due"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("day", Date, nullable=False),  # the channel's own date
    Column("about", Text, nullable=False, server_default=""),  # what a note is about
    Column("due", Utc, nullable=False),
    Column("state", Text, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("rounds", JSON, nullable=False),  # [[fact id, round], …] in the order shown
    Column("round", Integer, nullable=False, server_default="0"),  # the highest of them
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("token", BigInteger, nullable=False, server_default="0"),  # fencing: grows with each claim
    Column("owner", Text),
    Column("next_at", Utc),  # when it may next be taken, the end of a lease included; null when final
    Column("first_sent_at", Utc),
    Column("ts", Text),
    Column("posted_at", Utc),
    Column("reason", Text),
    Column("created_at", Utc, nullable=False),
    UniqueConstraint("team", "channel", "day", "about", name="uq_outbox_one_a_day"),
    Index("ix_outbox_next_at", "next_at"),
    Index("ix_outbox_due", "due"),
)

budgets = Table(
    "budgets",
    metadata,
    Column("scope", Text, primary_key=True),  # a team, or team/channel
    Column("next_at", Utc, nullable=False),  # when Slack's rate allows the next message
)

known_facts = Table(
    "known_facts",
    metadata,
    Column("fact_id", Text, primary_key=True),
    Column("joined_at", Utc, nullable=False),
    Index("ix_known_facts_joined_at", "joined_at"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("event_id", Text, primary_key=True),
    Column("message", Text, unique=True),  # team/channel/ts: a mention in a channel comes as two events
    Column("team", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("received_at", Utc, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="1"),
    Column("token", BigInteger, nullable=False, server_default="1"),
    Column("next_at", Utc),  # the end of the lease; null when done
    Column("done_at", Utc),
    Column("outcome", Text),
    Index("ix_inbox_next_at", "next_at"),
    Index("ix_inbox_received_at", "received_at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("ts", Text, primary_key=True),  # of the message it is about
    Column("user", Text, primary_key=True),
    Column("verdict", Text, nullable=False),  # good or bad
    Column("fact_id", Text),
    Column("question", Text),
    Column("comment", Text),
    Column("at", Utc, nullable=False),
    Index("ix_feedback_at", "at"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True),  # the event's id
    Column("team", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("status", Text, nullable=False),  # as in the reply contract
    Column("fact_ids", JSON, nullable=False),
    Column("at", Utc, nullable=False),
    Index("ix_questions_at", "at"),
)
