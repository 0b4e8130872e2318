"""Subscriptions, outbox, rate budgets, known facts, inbox, feedback and questions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("team", sa.Text, primary_key=True),
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("days", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("companies", sa.JSON, nullable=False),
        sa.Column("topics", sa.JSON, nullable=False),
        sa.Column("set_by", sa.Text, nullable=False),
        _moment("set_at", nullable=False),
        sa.Column("next_day", sa.Date, nullable=False),
        _moment("next_due"),
        _moment("ended_at"),
        sa.Column("ended_reason", sa.Text),
    )
    op.create_index("ix_subscriptions_next_due", "subscriptions", ["next_due"])
    op.create_table(
        "outbox",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("about", sa.Text, nullable=False, server_default=""),
        _moment("due", nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("rounds", sa.JSON, nullable=False),
        sa.Column("round", sa.Integer, nullable=False, server_default="0"),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("token", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("owner", sa.Text),
        _moment("next_at"),
        _moment("first_sent_at"),
        sa.Column("ts", sa.Text),
        _moment("posted_at"),
        sa.Column("reason", sa.Text),
        _moment("created_at", nullable=False),
        sa.UniqueConstraint("team", "channel", "day", "about", name="uq_outbox_one_a_day"),
    )
    op.create_index("ix_outbox_next_at", "outbox", ["next_at"])
    op.create_index("ix_outbox_due", "outbox", ["due"])
    op.create_table(
        "budgets", sa.Column("scope", sa.Text, primary_key=True), _moment("next_at", nullable=False)
    )
    op.create_table(
        "known_facts", sa.Column("fact_id", sa.Text, primary_key=True), _moment("joined_at", nullable=False)
    )
    op.create_index("ix_known_facts_joined_at", "known_facts", ["joined_at"])
    op.create_table(
        "inbox",
        sa.Column("event_id", sa.Text, primary_key=True),
        sa.Column("message", sa.Text, unique=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        _moment("received_at", nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="1"),
        sa.Column("token", sa.BigInteger, nullable=False, server_default="1"),
        _moment("next_at"),
        _moment("done_at"),
        sa.Column("outcome", sa.Text),
    )
    op.create_index("ix_inbox_next_at", "inbox", ["next_at"])
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])
    op.create_table(
        "feedback",
        sa.Column("team", sa.Text, primary_key=True),
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("ts", sa.Text, primary_key=True),
        sa.Column("user", sa.Text, primary_key=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("fact_id", sa.Text),
        sa.Column("question", sa.Text),
        sa.Column("comment", sa.Text),
        _moment("at", nullable=False),
    )
    op.create_index("ix_feedback_at", "feedback", ["at"])
    op.create_table(
        "questions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("fact_ids", sa.JSON, nullable=False),
        _moment("at", nullable=False),
    )
    op.create_index("ix_questions_at", "questions", ["at"])
