"""Takes the state out as JSON Lines, and in again, into either kind of database."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import JSON, Connection, Date, Table, select

from bot.domain.errors import TelcoError
from bot.storage.database import Database
from bot.storage.schema import Utc, feedback, known_facts, outbox, questions, subscriptions

FORMAT = 1
KINDS: dict[str, Table] = {
    "subscription": subscriptions,
    "feedback": feedback,
    "question": questions,
    "digest": outbox,
    "known_fact": known_facts,
}
"""What a line may hold. Digests go along, finished or not: none is lost, and no channel gets one twice."""


class TransferError(TelcoError):
    """Lines that are no export of this program; the message is Korean and names the line."""


def export_lines(connection: Connection) -> Iterator[str]:
    """A header, then one object a row, in the order of the keys."""
    yield json.dumps({"record": "telco-export", "format": FORMAT})
    for kind, table in KINDS.items():
        query = select(table).order_by(*table.primary_key.columns)
        for row in connection.execute(query).mappings():
            fields = {name: _plain(value) for name, value in row.items()}
            yield json.dumps({"record": kind, **fields}, ensure_ascii=False)


def import_lines(database: Database, connection: Connection, lines: Iterable[str]) -> Counter[str]:
    """Read an export back, whole or not at all; returns how many rows of each kind it held.

    A row that is there already is replaced, so that the same file may be read twice. Raises
    TransferError.
    """
    counts: Counter[str] = Counter()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        fields = _parsed(line, number)
        kind = fields.pop("record", None)
        if number == 1:
            if kind != "telco-export" or fields.get("format") != FORMAT:
                raise TransferError(
                    f"1번째 줄: telco export가 쓴 파일이 아니거나 다른 판(format)입니다: {line[:60]}"
                )
            continue
        if kind not in KINDS:
            raise TransferError(f"{number}번째 줄: 모르는 record '{kind}'입니다.")
        values = _values(KINDS[kind], fields, number)
        statement = database.insert(KINDS[kind]).values(values)
        keys = [column.name for column in KINDS[kind].primary_key.columns]
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))
        counts[kind] += 1
    return counts


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise TransferError(f"{number}번째 줄: JSON이 아닙니다 ({error}).") from None
    if not isinstance(fields, dict):
        raise TransferError(f"{number}번째 줄: JSON 객체가 아닙니다.")
    return fields


def _values(table: Table, fields: dict[str, Any], number: int) -> dict[str, Any]:
    """The row of a line. Unknown fields, missing ones and values of another type are refused."""
    names = {column.name for column in table.columns}
    if wrong := sorted(fields.keys() ^ names):
        raise TransferError(f"{number}번째 줄: 필드가 맞지 않습니다: {', '.join(wrong)}")
    values = {}
    for column in table.columns:
        value = fields[column.name]
        try:
            values[column.name] = _typed(column.type, value)
        except (TypeError, ValueError):
            raise TransferError(
                f"{number}번째 줄: {column.name}의 값을 읽을 수 없습니다: {value!r}"
            ) from None
        if value is None and not column.nullable:
            raise TransferError(f"{number}번째 줄: {column.name}의 값이 없습니다.")
    return values


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value


def _typed(kind: Any, value: Any) -> Any:
    if value is None or isinstance(kind, JSON):
        return value
    if isinstance(kind, Utc):
        moment = dt.datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    if isinstance(kind, Date):
        return dt.date.fromisoformat(value)
    if not isinstance(value, kind.python_type):
        raise TypeError
    return value
