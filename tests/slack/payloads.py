"""What Slack sends, as its reference documents it (https://docs.slack.dev/reference/events,
/reference/interaction-payloads, /interactivity/implementing-slash-commands)."""

import itertools
from typing import Any

from bot.slack.asked import Asked
from tests.slack.fake_slack import BOT, FakeSlack

Payload = dict[str, Any]
_serial = itertools.count(1)


def event(kind: str, *, event_id: str | None = None, **fields: Any) -> Payload:
    return {
        "type": "event_callback",
        "team_id": "T1",
        "api_app_id": "A1",
        "event_id": event_id or f"Ev{next(_serial):08d}",
        "event": {"type": kind, "user": "U1", "ts": "100.000100", "channel": "C1", **fields},
    }


def mention(text: str = "KT 투자", **fields: Any) -> Payload:
    return event("app_mention", text=f"<@{BOT}> {text}", **fields)


def direct(text: str = "KT 투자", **fields: Any) -> Payload:
    return event("message", **{"text": text, "channel": "D1", "channel_type": "im", **fields})


def command(slack: FakeSlack, text: str, **fields: Any) -> Payload:
    return {
        "command": "/telco",
        "text": text,
        "user_id": "U1",
        "channel_id": "C1",
        "team_id": "T1",
        "response_url": slack.response_url,
        "trigger_id": f"trigger-{next(_serial)}",
        **fields,
    }


def pressed(slack: FakeSlack, action_id: str, asked: Asked | str, **container: Any) -> Payload:
    """A button pressed on a message in C1, or where ``container`` says."""
    value = asked if isinstance(asked, str) else asked.encode()
    return {
        "type": "block_actions",
        "user": {"id": "U1", "team_id": "T1"},
        "team": {"id": "T1"},
        "channel": {"id": "C1"},
        "container": {"type": "message", "channel_id": "C1", "message_ts": "200.000100", **container},
        "actions": [
            {"type": "button", "action_id": action_id, "block_id": "b", "value": value, "action_ts": "1"}
        ],
        "response_url": slack.response_url,
        "trigger_id": f"trigger-{next(_serial)}",
    }


def submitted(callback_id: str, view: Payload, values: Payload) -> Payload:
    """A modal sent in by U1 with what was filled in."""
    return {
        "type": "view_submission",
        "user": {"id": "U1", "team_id": "T1"},
        "team": {"id": "T1"},
        "view": {**view, "id": "V2", "callback_id": callback_id, "state": {"values": values}},
        "trigger_id": f"trigger-{next(_serial)}",
    }


def pressed_in_home(action_id: str, asked: Asked) -> Payload:
    return {
        "type": "block_actions",
        "user": {"id": "U1", "team_id": "T1"},
        "team": {"id": "T1"},
        "container": {"type": "view", "view_id": "V1"},
        "view": {"id": "V1", "type": "home"},
        "actions": [
            {
                "type": "button",
                "action_id": action_id,
                "block_id": "b",
                "value": asked.encode(),
                "action_ts": "1",
            }
        ],
        "trigger_id": f"trigger-{next(_serial)}",
    }
