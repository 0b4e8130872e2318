"""What a digest says, in Korean."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from bot.domain.schedule import date_label

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
