"""What an operator can do about Slack's error codes."""

_ADVICE = {
    "invalid_auth": "Slack이 이 토큰을 모릅니다. 앱 설정에서 다시 복사하십시오.",
    "not_authed": "토큰이 전달되지 않았습니다. 값을 확인하십시오.",
    "account_inactive": "앱이 제거되었거나 계정이 꺼져 있습니다. 작업공간에 앱을 다시 설치하십시오.",
    "token_revoked": "취소된 토큰입니다. 작업공간에 앱을 다시 설치하고 새 토큰을 복사하십시오.",
    "token_expired": "만료된 토큰입니다. 새 토큰을 복사하십시오.",
    "not_allowed_token_type": "다른 종류의 토큰입니다. 봇 토큰은 xoxb-, 앱 토큰은 xapp-로 시작합니다.",
    "missing_scope": "범위가 모자랍니다. 앱 토큰에는 connections:write가 있어야 합니다.",
    "ratelimited": "잠시 요청이 제한되었습니다. 조금 뒤에 다시 해 보십시오.",
}

BAD_TOKEN = frozenset(_ADVICE) - {"missing_scope", "ratelimited"}
"""Errors that no waiting will mend."""


def advice(error: str) -> str:
    """What to do about an error code of Slack's."""
    return _ADVICE.get(error, f"Slack이 거절했습니다: {error}")
