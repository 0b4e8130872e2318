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
NOTHING_ON_IT = "기사에 없음"
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

ASK_CURATORS = "담당자에게 묻기"
LEFT_FOR_CURATORS = "담당자에게 질문을 남겼습니다."
LEFT_ALREADY = "담당자에게 이미 남겨진 질문입니다."
SEE_QUOTE = "인용 보기"

GOOD = "도움이 되었습니다"
BAD = "도움이 되지 않았습니다"
WHY_TITLE = "의견 남기기"
WHY = "무엇이 아쉬웠습니까?"
REASONS = {
    "wrong": "틀린 사실입니다",
    "beside": "엉뚱한 답입니다",
    "outdated": "오래된 내용입니다",
    "other": "기타",
}
"""Why a reply was bad, by services.questions_port.Reason."""
COMMENT = "자세히 알려 주십시오"
COMMENT_HINT = "‘기타’를 고르셨다면 꼭 적어 주십시오."
COMMENT_MISSING = "‘기타’를 고르셨으니 무엇이 아쉬웠는지 적어 주십시오."
SEND = "보내기"
CANCEL = "취소"
CLOSE = "닫기"
THANKS = "의견 고맙습니다. 담당자가 살펴보겠습니다."

ELSEWHERE = "이 채널에서는 답하지 않도록 설정되어 있습니다. 저에게 보내는 메시지로 물어봐 주십시오."
TOO_FAST = "질문이 한꺼번에 많이 들어왔습니다. 1분쯤 뒤에 다시 물어봐 주시면 답해 드리겠습니다."

PROMPTS_TITLE = "이렇게 물어보실 수 있습니다"
AGENT_DESCRIPTION = (
    "통신 3사의 AI 소식을 물어보시면 기사 원문을 인용해 짧게 답합니다. 기사에 없으면 없다고 답합니다."
)

HOME_TITLE = "통신 AI 사실 봇"
HOME_GUIDE = (
    "SKT·KT·LG유플러스의 AI 계획을 기사 원문과 함께 알려 드립니다.\n"
    "기사에 없는 내용은 없다고 말씀드리고, 추측하지 않습니다."
)
HOME_SEARCH = "무엇이 궁금하십니까?"
HOME_SEARCH_EXAMPLE = "예: {}"
HOME_COMPANIES_HEAD = "회사별로 보기"
HOME_NEWS_HEAD = "새로 들어온 소식"
HOME_QUESTIONS_HEAD = "담당자에게 남겨진 질문"
HOME_NO_QUESTIONS = "남겨진 질문이 없습니다."
HOME_WAYS_HEAD = "물어보는 방법"
HOME_WAYS = (
    "채널에서 /telco KT: 나에게만 보이는 답",
    "채널에서 봇을 멘션: 그 글의 스레드에 답",
    "봇에게 보내는 메시지: 그 자리에 답",
)

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


def left_question(text: str, day: str) -> str:
    """A question on the curators' list, with the day when it was left."""
    return f"{text} ({day})"


def news_from(source: str, count: int) -> str:
    """The source of the newest facts, and how many it gave."""
    return f"{source} · 사실 {count}건"


def shared_by(user: str) -> str:
    """Who made an ephemeral answer public; ``user`` is Slack's own mention markup."""
    return f"{user} 님이 공유했습니다."
