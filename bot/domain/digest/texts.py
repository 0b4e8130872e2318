"""What a digest says, in Korean."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from bot.domain.digest.schedule import date_label

COMPANY_LABELS = {"skt": "SKT", "kt": "KT", "lguplus": "LG유플러스", "industry": "업계"}

FACTS = "오늘의 사실"
COMING = "다가오는 시점"
PASSED = "기사 당시 계획 · 시점 지남"
TRY = "물어보세요"
NOTHING = "오늘은 새로 전할 사실이 없습니다."
WHOLE_BASE = "고른 회사와 주제의 사실이 없어 전체에서 골랐습니다."


def head(day: dt.date) -> str:
    return f"{date_label(day)} 통신사 AI 다이제스트"


def new_facts(companies: Iterable[str]) -> str:
    """새로 들어온 사실 3건 (SKT 2 · KT 1), from the company of each new fact."""
    count = Counter(companies)
    shares = " · ".join(f"{label} {count[name]}" for name, label in COMPANY_LABELS.items() if count[name])
    return f"새로 들어온 사실 {count.total()}건 ({shares})"


def days_left(due: dt.date, today: dt.date) -> str:
    left = (due - today).days
    return f"{due.month}월 {due.day}일까지" + (f" · {left}일 남음" if left else " · 오늘")


def days_past(due: dt.date, today: dt.date) -> str:
    return f"{due.month}월 {due.day}일 시점이 {(today - due).days}일 지났습니다."


def more(count: int) -> str:
    return f" (외 {count}건)" if count else ""


def skipped(days: Iterable[dt.date]) -> str:
    """One line for the digests that could not be sent in time."""
    dates = list(days)
    shown = ", ".join(f"{day.month}월 {day.day}일" for day in dates[-3:])
    several = f" 등 {len(dates)}일" if len(dates) > 3 else ""
    return f"{shown}{several} 다이제스트는 제때 보내지 못해 건너뛰었습니다."


def turned_on(user: str, when: str, about: str, first: dt.date) -> str:
    return (
        f"<@{user}> 님이 이 채널의 다이제스트를 켰습니다: {when} · {about}\n"
        f"다음 다이제스트는 {date_label(first)}입니다. 끄려면 `/telco 다이제스트 끄기`를 입력하십시오."
    )


def turned_off(user: str) -> str:
    return f"<@{user}> 님이 이 채널의 다이제스트를 껐습니다."


def about(companies: Iterable[str], topics: Iterable[str]) -> str:
    """KT, SKT · AI 전략, or 모든 회사와 주제."""
    parts = [", ".join(COMPANY_LABELS.get(name, name) for name in companies), ", ".join(topics)]
    return " · ".join(part for part in parts if part) or "모든 회사와 주제"


def status(when: str, about_what: str, first: dt.date, last: str | None) -> str:
    lines = [
        f"다이제스트가 켜져 있습니다: {when} · {about_what}",
        f"다음 다이제스트는 {date_label(first)}입니다.",
    ]
    return "\n".join([*lines, *([last] if last else [])])


OFF = "이 채널에는 다이제스트가 꺼져 있습니다. 켜려면 `/telco 다이제스트 켜기 08:30 평일`처럼 입력하십시오."
NOT_A_MEMBER = "이 채널의 멤버만 다이제스트를 바꿀 수 있습니다. 채널에 들어온 뒤 다시 해 주십시오."
NO_FACTS = "그 회사와 주제에 맞는 사실이 없습니다. 회사나 주제를 줄여 주십시오."
ON_ITS_WAY = "오늘의 다이제스트를 곧 보냅니다."

STATES = {
    "planned": "보낼 예정입니다",
    "sending": "보내는 중입니다",
    "unsure": "보냈는지 확인하는 중입니다",
    "posted": "보냈습니다",
    "ambiguous": "보냈는지 확인하지 못했습니다 (두 번 보내지 않으려고 멈췄습니다)",
    "skipped": "3시간 넘게 늦어져 건너뛰었습니다",
    "failed": "보내지 못했습니다 (채널이 없거나 봇이 빠졌습니다)",
}


def last_run(day: dt.date, state: str) -> str:
    return f"{date_label(day)} 다이제스트: {STATES[state]}."


def already(day: dt.date, state: str) -> str:
    """Why nothing more is sent on a day."""
    return (
        f"{last_run(day, state)} 하루에 한 번만 보냅니다.\n"
        "내용을 보려면 `/telco 다이제스트 미리보기`를 입력하십시오."
    )


def channel_gone(channel: str) -> str:
    return (
        f"<#{channel}> 채널에 다이제스트를 보낼 수 없어 구독을 끝냈습니다 "
        "(채널이 없거나, 보관되었거나, 봇이 빠졌습니다).\n"
        "다시 받으려면 봇을 채널에 초대하고 `/telco 다이제스트 켜기`를 입력하십시오."
    )


def cannot_tell(channel: str, day: dt.date) -> str:
    return (
        f"<#{channel}> 채널의 {date_label(day)} 다이제스트가 올라갔는지 확인하지 못했습니다. "
        "두 번 올리지 않으려고 다시 보내지 않습니다."
    )
