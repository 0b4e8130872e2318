"""Every word that the Slack surface itself says; answers come from the domain."""

from bot.domain.text.particles import with_particle

COMPANIES = {"skt": "SKT", "kt": "KT", "lguplus": "LG유플러스", "industry": "업계"}
"""What the companies of a fact base are called in a heading."""

EXAMPLES = ("KT", "SKT vs KT 데이터센터", "에이닷 비즈 출시 시기", "일정", "인물", "출처")
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
COMMAND_HINT = "KT | SKT vs KT 데이터센터 | 질문 | 다이제스트 | 도움말"
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


FIND_SHORTCUT = "통신 AI 사실 찾기"
FIND_SHORTCUT_DESCRIPTION = "회사·서비스·궁금한 점을 적으면 기사에서 찾아 드립니다."
FIND_TITLE = "통신 AI 사실 찾기"
FIND = "찾기"
FIND_LABEL = "무엇을 찾으십니까?"
FIND_HINT = "초성(ㅇㅇㄷ)이나 틀린 글자로 적으셔도 찾습니다."
FIND_EXAMPLE = "예: 에이닷 비즈 출시 시기"
SEND_TO_ME = "메시지로 받기"
SENT_TO_YOU = "답을 메시지로 보내 드렸습니다."

CHECK_SHORTCUT = "사실 확인"
CHECK_SHORTCUT_DESCRIPTION = "이 글의 내용을 기사와 견주어 봅니다."
CHECK_TITLE = "사실 확인"
FINDINGS = {"agrees": "✓ 기사와 같음", "differs": "✗ 기사와 다름", "unknown": "? 기사에 없음"}
"""What the sources say to a statement, by the value of its ``Finding``."""
SOURCE_SAYS = "기사 내용"
NOT_KNOWN = "이 내용을 확인할 수 있는 사실이 기사에 없습니다."
NOTHING_TO_CHECK = "확인할 수 있는 문장을 찾지 못했습니다. 회사나 서비스를 두고 서술한 문장만 확인합니다."
CHECK_LIMITS = (
    "가지고 있는 기사와 낱말까지 맞는 문장만 ‘같음’으로 봅니다. ‘기사에 없음’은 틀렸다는 뜻이 아닙니다."
)
_DIFFERENCES = {
    "number": "숫자가 다릅니다",
    "date": "때가 다릅니다",
    "company": "회사나 기관이 다릅니다",
    "person": "사람이 다릅니다",
    "place": "곳이 다릅니다",
    "name": "이름이 다릅니다",
    "plan": "기사에서는 계획이었습니다",
}

UNFURL_MORE = "봇에게 물어보시면 이 기사의 사실을 더 알려 드립니다."

STEP_TITLE = "telco 사실 찾기"
STEP_DESCRIPTION = "질문에 맞는 사실을 기사에서 찾아 요약, 인용, 출처로 나누어 줍니다."
STEP_QUESTION = "질문"
STEP_QUESTION_HINT = "예: KT가 MS와 손잡고 얼마를 투자하나요?"
STEP_OUTPUTS = {"summary": "요약", "quote": "인용", "source": "출처"}
STEP_NOT_FOUND = "질문에 꼭 맞는 사실이 기사에 없습니다."


def as_typed(typed: str) -> str:
    """Offers to ask just what was typed."""
    return f"‘{typed}’ 그대로 묻기"


def checked(count: int, findings: list[str]) -> str:
    """How the statements of a message came out."""
    return f"문장 {count}개를 기사와 견주었습니다. {' · '.join(findings)}"


def differs(wrong: str, difference: str) -> str:
    """Names the words of a statement that the source has otherwise."""
    return f"‘{wrong}’: {_DIFFERENCES[difference]}"


def facts_of_article(count: int) -> str:
    """How much of an article the bot knows."""
    return f"이 기사에서 확인한 사실 {count}건"


DIGEST_SETTINGS = "다이제스트 설정"
DIGEST_TITLE = "다이제스트 설정"
DIGEST_PREVIEW = "미리보기"
DIGEST_OFF = "끄기"
DIGEST_ON = "다이제스트 받기"
DIGEST_CHANGE = "설정 바꾸기"
DIGEST_SAVE = "저장"
DIGEST_CHANNEL = "받을 채널"
DIGEST_TIME = "시각"
DIGEST_DAYS = "요일"
DIGEST_ZONE = "시간대"
DIGEST_ZONE_HINT = "예: Asia/Seoul, America/New_York"
DIGEST_NO_ZONE = "없는 시간대입니다. Asia/Seoul처럼 적어 주십시오."
DIGEST_COMPANIES = "회사"
DIGEST_TOPICS = "주제"
DIGEST_ALL_HINT = "고르지 않으시면 모두 보내 드립니다."
DIGEST_HERE = "이 대화"
DIGEST_IN_HOME = "내가 켠 다이제스트"
DIGEST_NONE_IN_HOME = "켜 두신 다이제스트가 없습니다. 채널을 골라 매일 통신사 AI 소식을 받아 보십시오."
DIGEST_NO_BOT = "이 대화에 봇이 없습니다. `/invite @telco`로 봇을 초대한 뒤 다시 해 주십시오."
DIGEST_UNREACHABLE = "Slack에서 채널의 멤버를 확인하지 못했습니다. 잠시 뒤에 다시 해 주십시오."
DIGEST_LATER = "지금은 설정을 읽거나 저장할 수 없습니다. 잠시 뒤에 다시 해 주십시오."
DIGEST_HELP = (
    "`/telco 다이제스트 켜기 08:30 평일 KT`처럼 적으시면 이 채널에 때맞춰 보내 드립니다. "
    "순서는 아무래도 좋습니다.\n"
    "시각(아침 8시 반), 요일(매일·평일·월수금), 회사(KT), 주제(투자), 시간대(뉴욕)를 고르실 수 있습니다.\n"
    "`/telco 다이제스트 끄기` · `상태` · `미리보기` · `지금`"
)
HELP_DIGEST = "매일 받기: /telco 다이제스트 켜기"
