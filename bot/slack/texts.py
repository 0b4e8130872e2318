"""Every word that the Slack surface itself says; answers come from the domain."""

from bot.domain.korean_particles import with_particle

COMPANIES = {"skt": "SKT", "kt": "KT", "lguplus": "LG유플러스", "industry": "업계"}
"""What the companies of a fact base are called in a heading."""

EXAMPLES = ("KT", "SKT vs KT 데이터센터", "LG유플러스 AI 에이전트", "출처")
"""Questions to begin with, shown where a reply brings none of its own."""

HELP_QUESTION = "도움말"
"""What a bare /telco or mention asks."""
RELATED_HEAD = "함께 볼 질문"
OFFER_HEAD = "혹시 이것을 찾으셨습니까?"
EXAMPLES_HEAD = "눌러서 물어보실 수 있습니다."
OPEN_SOURCE = "기사 열기"
MORE = "더 보기"
BACK = "이전"
SHARE = "채널에 공유"
DISMISS = "지우기"
TOPIC_COLUMN = "주제"
TOPICS = "주제 고르기"
EMPTY_CELL = "–"
"""An empty cell says nothing: that a fact was not chosen does not mean that the articles have none."""
NOTE_MARK = "※"
TIMELINE_COLUMNS = ("때", "회사", "내용", "상태")
MOMENTS = {
    "past": "● 지난 일",
    "overdue": "○ 기사 당시 계획 · 시점 지남",
    "now": "◐ 기사 당시 계획 · 지금",
    "coming": "◇ 기사 당시 계획 · 예정",
}
"""Where a milestone stands, by the value of its ``Moment``."""
PICTURE_TITLE = "일정 그림"

FAILED = "죄송합니다. 답을 준비하다가 문제가 생겼습니다. 잠시 뒤에 다시 물어봐 주십시오."
"""Said when something broke inside; what it was is in the log alone."""

HOME_TITLE = "통신 AI 사실 봇"
HOME_GUIDE = (
    "SKT·KT·LG유플러스의 AI 계획을 기사 원문과 함께 알려 드립니다.\n"
    "기사에 없는 내용은 없다고 말씀드리고, 추측하지 않습니다."
)
HOME_WAYS_HEAD = "물어보는 방법"
HOME_WAYS = (
    "채널에서 /telco KT: 나에게만 보이는 답",
    "채널에서 봇을 멘션: 그 글의 스레드에 답",
    "봇에게 보내는 메시지: 그 자리에 답",
)
HOME_ANSWER_HEAD = "방금 물어보신 것"

COMMAND_DESCRIPTION = "통신사 AI 사실을 출처와 함께 찾습니다"
COMMAND_HINT = "KT | SKT vs KT 데이터센터 | 질문 | 도움말"
APP_DESCRIPTION = "통신 3사의 AI 사실을 기사 원문과 함께 알려 드립니다."


def read_as(typed: str, read: str) -> str:
    """How a mistyped, English or abbreviated piece was read: 'dptmxj'를 '에스터'로 읽었습니다."""
    left = with_particle(f"'{typed}'", "을/를")
    right = with_particle(f"'{read}'", "으로/로")
    return f"{left} {right} 읽었습니다."


def page(shown_from: int, shown_to: int, total: int) -> str:
    """Which of the facts are on this page."""
    return f"{total}건 가운데 {shown_from}~{shown_to}번째"


def not_shown(count: int) -> str:
    """Said where facts are left out."""
    return f"이 밖에 {count}건이 더 있습니다."


def asked(question: str) -> str:
    """Names the question where no message of the user stands above the answer."""
    return f"질문: {question}"


def shared_by(user: str) -> str:
    """Who made an ephemeral answer public; ``user`` is Slack's own mention markup."""
    return f"{user} 님이 공유했습니다."
