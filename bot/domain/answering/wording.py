"""What the bot says, in Korean: every sentence of a reply that is not a fact's own summary."""

from bot.domain.text.particles import particle

HELP = (
    "통신 3사의 AI 소식을 기사 두 편에서 찾아 인용과 함께 알려 드립니다.\n"
    "회사나 서비스 이름, 또는 궁금한 점을 적어 주세요.\n"
    "명령: 도움말 · 출처 · 일정 [회사] · 인물 · 회사 vs 회사 [주제]"
)
GREETING = "안녕하세요. 통신 3사의 AI 소식을 기사에서 찾아 드립니다. 궁금한 점을 물어봐 주세요."
THANKS = "도움이 되었다니 다행입니다. 더 궁금한 점이 있으면 물어봐 주세요."
SMALL_TALK = (
    "그 내용은 알지 못합니다. 저는 통신 3사의 AI 기사에서만 답을 찾아 드립니다.\n"
    "‘도움말’이라고 적으시면 사용법을 알려 드립니다."
)
NO_SUBJECT = "무엇에 관한 질문인지 알 수 없습니다. 회사나 서비스 이름을 함께 적어 주세요."
UNKNOWN = "기사에 없는 내용이라 답해 드릴 수 없습니다. 통신 3사의 AI에 관해 물어봐 주세요."
TOO_LONG = "글이 너무 길어 질문을 찾지 못했습니다. 궁금한 점만 한두 문장으로 적어 주세요."
RELATED = "질문에 꼭 맞는 내용은 기사에 없습니다. 가까운 사실을 보여 드립니다."
SOURCES = "다음 기사에서 답을 찾습니다."
HOW_TO_COMPARE = "두 회사의 이름 사이에 vs를 넣고, 원하시면 주제를 덧붙여 주세요."
COMPARISON = "각각 나누어 정리했습니다."
ALSO = "함께 보실 만한 사실도 있습니다."
UPDATED = "다만 먼저 나온 기사와 다른 내용입니다."


def overview(name: str, count: int) -> str:
    return f"{name} 관련 사실 {count}건입니다."


def not_told(words: list[str]) -> str:
    """For a known subject with words that no fact accounts for."""
    listed = ", ".join(f"‘{word}’" for word in words)
    return f"{listed}에 관한 내용은 기사에 없습니다. 가까운 사실을 보여 드립니다."


def corrected(wrong: str, summary: str) -> str:
    return f"질문의 ‘{wrong}’{particle(wrong, '은/는')} 기사 내용과 다릅니다.\n{summary}"


def nothing_on(name: str) -> str:
    return f"{name}: 이에 관한 내용은 기사에 없습니다."


def no_command(typed: str, nearest: str) -> str:
    """For a word after /telco that is nearly a command."""
    return f"‘{typed}’{particle(typed, '이라는/라는')} 명령은 없습니다. 가장 가까운 명령은 ‘{nearest}’입니다."


def timeline(of: str, count: int, coming: int) -> str:
    """``of`` names whose milestones they are, empty for everybody's; ``coming`` counts those still ahead."""
    ahead = f"이 가운데 {coming}건이 남아 있습니다." if coming else "모두 시점이 지났습니다."
    return f"{of + ' ' if of else ''}일정 {count}건을 시간 순서로 정리했습니다. {ahead}"


def people(of: str, count: int) -> str:
    """``of`` names whose people they are, empty for everybody's."""
    return f"기사에 나오는 {of + ' ' if of else ''}인물과 직함입니다. 모두 {count}명입니다."
