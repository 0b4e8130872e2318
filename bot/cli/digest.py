"""Commands about digests and stored state: ``telco digest …``, ``telco export`` and ``telco import``."""

import asyncio
import datetime as dt
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from bot.cli import app
from bot.cli.knowledge import Knowledge
from bot.domain.errors import TelcoError

if TYPE_CHECKING:
    from bot.domain.digest.digest import Digest
    from bot.services.digest_values import Run, Subscription
    from bot.storage.store import Store

T = TypeVar("T")

digest = typer.Typer(
    help="매일 보내는 다이제스트를 미리 보고, 구독과 보낸 기록을 봅니다.", no_args_is_help=True
)
app.add_typer(digest, name="digest")

Json = Annotated[bool, typer.Option("--json", help="JSON으로 냅니다.")]


@digest.command()
def preview(
    channel: Annotated[
        str, typer.Option(help="채널 ID. 채널마다 사실이 나오는 차례가 다릅니다.")
    ] = "C0000000000",
    date: Annotated[
        str | None, typer.Option(help="날짜 (예: 2026-11-23). 없으면 오늘입니다.", show_default=False)
    ] = None,
    as_json: Json = False,
    knowledge: Knowledge = None,
) -> None:
    """그날까지 매일 받아 온 채널이 볼 다이제스트를 Slack 없이 보여 줍니다."""
    from bot.library.loader import load
    from bot.library.place import find_knowledge
    from bot.services.plan_digests import digest_of
    from bot.settings import load_settings

    day = _day(date) if date else dt.datetime.now(load_settings().timezone).date()
    found = digest_of(load(find_knowledge(knowledge)), channel, day)
    print(json.dumps(_as_json(found), ensure_ascii=False) if as_json else found.text())


@digest.command("list")
def list_(as_json: Json = False) -> None:
    """다이제스트를 받는 채널을 보여 줍니다."""
    subscriptions = _with_store(lambda store: store.subscriptions.active())
    for one in subscriptions:
        print(json.dumps(_subscription(one), ensure_ascii=False) if as_json else _subscription_line(one))
    if not subscriptions and not as_json:
        print("다이제스트를 받는 채널이 없습니다.")


@digest.command()
def runs(
    channel: Annotated[str | None, typer.Option(help="이 채널만", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, help="최근 몇 건")] = 50,
    as_json: Json = False,
) -> None:
    """언제 무엇을 보냈는지, 최근 것부터 보여 줍니다."""
    found = _with_store(lambda store: store.plans.runs(channel=channel, limit=limit))
    for one in found:
        print(json.dumps(_run(one), ensure_ascii=False) if as_json else _run_line(one))
    if not found and not as_json:
        print("보냈거나 보낼 다이제스트가 없습니다.")


@app.command("export")
def export_state(
    file: Annotated[
        Path | None, typer.Argument(help="쓸 파일. 없으면 화면에 냅니다.", show_default=False)
    ] = None,
) -> None:
    """구독, 의견, 질문, 다이제스트 기록을 JSON Lines로 내보냅니다. 봇을 멈춘 뒤에 하십시오."""
    lines = _with_store(lambda store: store.export())
    if file is None:
        print("\n".join(lines))
        return
    try:
        file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    except OSError as error:
        raise TelcoError(f"{file}: 쓸 수 없습니다 ({error}).") from error
    print(f"{file}에 {len(lines) - 1}줄을 썼습니다.")


@app.command("import")
def import_state(
    file: Annotated[
        Path, typer.Argument(help="telco export가 쓴 파일. -는 표준 입력입니다.", show_default=False)
    ],
) -> None:
    """telco export가 쓴 파일을 DATABASE_URL의 데이터베이스로 들여옵니다. 봇을 멈춘 뒤에 하십시오."""
    try:
        lines = (sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TelcoError(f"{file}: 읽을 수 없습니다 ({error}).") from error
    counts = _with_store(lambda store: store.load(lines))
    labels = {
        "subscription": "구독", "digest": "다이제스트", "feedback": "의견", "question": "질문",
        "known_fact": "사실",
    }  # fmt: skip
    shown = ", ".join(f"{label} {counts[name]}건" for name, label in labels.items())
    print(f"들여왔습니다: {shown}.")


def _with_store(use: "Callable[[Store], Awaitable[T]]") -> T:
    from bot.settings import load_settings
    from bot.storage.store import open_store

    setting = load_settings().database_url

    async def work() -> T:
        store = open_store(setting.get_secret_value() if setting else None)
        try:
            return await use(store)
        finally:
            await store.close()

    return asyncio.run(work())


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise TelcoError(f"--date '{text}': 2026-11-23처럼 적으십시오.") from None
    if not 1900 <= day.year < 3000:
        raise TelcoError(f"--date '{text}': 1900년부터 2999년까지의 날짜를 적으십시오.")
    return day


def _as_json(found: "Digest") -> dict[str, Any]:
    body = found.model_dump(mode="json", exclude={"rounds"})
    return {**body, "text": found.text()}


def _subscription(one: "Subscription") -> dict[str, Any]:
    schedule = one.schedule
    return {
        "team": one.team,
        "channel": one.channel,
        "at": schedule.at.strftime("%H:%M"),
        "days": sorted(schedule.days),
        "zone": schedule.zone,
        "companies": one.wanted.companies,
        "topics": one.wanted.topics,
        "set_by": one.set_by,
        "next_due": one.next_due.isoformat(),
    }


def _subscription_line(one: "Subscription") -> str:
    from bot.domain.digest.schedule import date_label, schedule_label
    from bot.domain.digest.texts import about

    wanted = about(one.wanted.companies, one.wanted.topics)
    return (
        f"{one.team}/{one.channel}  {schedule_label(one.schedule)} · {wanted} · "
        f"다음 {date_label(one.next_day)} · 설정 {one.set_by}"
    )


def _run(one: "Run") -> dict[str, Any]:
    return {
        "id": one.id,
        "team": one.team,
        "channel": one.channel,
        "date": one.day.isoformat(),
        "due": one.due.isoformat(),
        "state": one.state.value,
        "ts": one.ts,
        "posted_at": one.posted_at.isoformat() if one.posted_at else None,
        "attempts": one.attempts,
        "reason": one.reason,
    }


def _run_line(one: "Run") -> str:
    from bot.domain.digest.texts import STATES

    parts = [f"{one.day}  {one.team}/{one.channel}  {STATES[one.state]}"]
    if one.posted_at:
        parts.append(f"{one.posted_at.astimezone():%Y-%m-%d %H:%M:%S} · ts {one.ts} · 시도 {one.attempts}회")
    elif one.reason:
        parts.append(one.reason)
    return "  ".join(parts)
