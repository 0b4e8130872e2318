"""What the local workspace itself says, in Korean; its page's own labels stand in ``static/texts.js``."""

TEAM_NAME = "연습 워크스페이스"
APP_DESCRIPTION = "국내 통신 3사의 AI 소식을 기사 원문과 함께 답합니다."
COMMAND_DESCRIPTION = "통신 3사의 AI 계획을 묻습니다"
COMMAND_USAGE = "[회사] [주제] 또는 질문"

PEOPLE = (("strategy", "전략 담당"), ("press", "홍보 담당"))
"""Two made-up roles to switch between: (name, display name)."""

CHANNELS = (
    ("통신-ai", "통신 3사의 AI 소식", True),
    ("일반", "모두를 위한 채널", True),
    ("임원-보고", "앱이 아직 초대되지 않은 채널", False),
)
"""(name, topic, whether the app is in it)."""

EXAMPLES = (
    "/telco KT",
    "@telco KT가 MS와 손잡고 얼마를 투자해?",
    "/telco SKT vs KT 데이터센터",
)
"""What a new visitor may try with one click; each is sent as if it had been typed."""

HINTS = (
    ("/telco KT", "한 회사의 계획을 주제별로"),
    ("/telco SKT 데이터센터", "회사와 주제로 좁혀서"),
    ("/telco SKT vs KT 데이터센터", "두 회사를 나란히"),
    ("/telco LG유플러스 익시오가 뭐야?", "자유롭게 묻기"),
    ("/telco 출처", "근거가 된 기사 보기"),
    ("/telco 다이제스트 지금", "매일 받는 소식을 지금 이 채널에"),
    ("/telco 도움말", "쓸 수 있는 말 모두 보기"),
)
"""Lines that complete the command: (text, what it gives)."""

SLACKBOT = "Slackbot"
NOT_A_COMMAND = (
    "`{command}`은(는) 올바른 명령어가 아닙니다. Slack에서는 “/”로 시작하는 메시지를 모두 명령어로 읽습니다. "
    "명령이 아니라 메시지를 보내려면 “/” 앞에 빈칸을 하나 두세요."
)
NOT_IN_THREADS = "`{command}` 명령은 스레드에서 쓸 수 없습니다. 스레드에서는 @{app}을(를) 멘션해 물어보세요."
NO_ANSWER = "`{command}` 명령이 실패했습니다. 앱이 3초 안에 응답하지 않았습니다. (operation_timeout)"
NO_APP = "`{command}` 명령이 실패했습니다. 앱이 연결되어 있지 않습니다. (dispatch_failed)"
APP_NOT_HERE = "@{app}은(는) 이 채널에 없습니다. `/invite @{app}`을(를) 입력하면 초대합니다."
INVITED = "@{app}을(를) #{channel} 채널에 초대했습니다."
INVITE_USAGE = "`/invite @{app}`처럼 초대할 앱을 적어 주세요."
STEP_TITLE = "워크플로 단계"
STEP_RUN = "실행"
STEP_FAILED = "단계가 실패했습니다."
CLOSE = "닫기"
STEP_NOT_ENDED = "앱이 단계를 끝내지 않았습니다."
ACTION_FAILED = "앱이 3초 안에 응답하지 않았습니다. 다시 시도해 주세요."
ACTION_NO_APP = "앱이 연결되어 있지 않아 전하지 못했습니다."
