"""Every word that a picture itself says."""

COMPANIES = {"skt": "SKT", "kt": "KT", "lguplus": "LG유플러스", "industry": "업계"}
TODAY = "오늘"
MOMENTS = {
    "past": "지난 일",
    "overdue": "기사 당시 계획 · 시점 지남",
    "now": "기사 당시 계획 · 지금",
    "coming": "기사 당시 계획 · 예정",
}
"""What the bars mean, by the value of a ``Moment``."""
