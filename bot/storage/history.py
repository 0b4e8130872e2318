"""What a channel has been told, from the digests that were planned or posted for it."""

from typing import Any

from sqlalchemy import Connection, Select, select

from bot.domain.digest.digest import Seen
from bot.services.digest_values import State
from bot.storage.schema import known_facts, outbox

_UNSEEN = (State.SKIPPED, State.FAILED)
_SKIPPED_AT_MOST = 31


def seen_by(connection: Connection, team: str, channel: str) -> Seen:
    """What the channel has seen in the round of facts under way, and what happened since its last digest."""
    latest = connection.execute(_digests(team, channel).limit(1)).mappings().first()
    if latest is None:
        return Seen(skipped=_skipped(connection, team, channel))
    rounds: dict[str, int] = {}
    query = _digests(team, channel).where(outbox.c.round >= latest["round"])
    for row in reversed(connection.execute(query).mappings().all()):
        rounds |= dict(row["rounds"])
    new = connection.execute(
        select(known_facts.c.fact_id).where(known_facts.c.joined_at > latest["created_at"])
    ).scalars()
    return Seen(
        rounds=rounds,
        last=latest["rounds"][-1][0] if latest["rounds"] else None,
        previous=latest["day"],
        new=frozenset(new),
        skipped=_skipped(connection, team, channel, outbox.c.day > latest["day"]),
    )


def _digests(team: str, channel: str) -> Select[Any]:
    """The digests that the channel saw, or is about to see, the newest first."""
    return (
        select(outbox.c.day, outbox.c.rounds, outbox.c.round, outbox.c.created_at)
        .where(
            outbox.c.team == team,
            outbox.c.channel == channel,
            outbox.c.about == "",
            outbox.c.state.not_in(_UNSEEN),
        )
        .order_by(outbox.c.day.desc())
    )


def _skipped(connection: Connection, team: str, channel: str, *also: Any) -> tuple[Any, ...]:
    query = (
        select(outbox.c.day)
        .where(outbox.c.team == team, outbox.c.channel == channel, outbox.c.state == State.SKIPPED, *also)
        .order_by(outbox.c.day.desc())
        .limit(_SKIPPED_AT_MOST)
    )
    return tuple(reversed(connection.execute(query).scalars().all()))
