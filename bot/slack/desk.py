"""What every listener works with: the service that answers, and the memory of what has been taken up."""

from dataclasses import dataclass

from bot.services.ports import Asks
from bot.slack.asked import Asked
from bot.slack.blocks import IN_THREAD, Frame, Message, render
from bot.slack.inbox import Inbox
from bot.slack.texts import HELP_QUESTION


@dataclass(frozen=True)
class Desk:
    """Takes a question once and answers it."""

    asks: Asks
    inbox: Inbox

    def answer(self, asked: Asked, frame: Frame = IN_THREAD) -> Message:
        """The reply as a message; who says nothing (``/telco``, a bare mention) gets help."""
        return render(self.asks(asked.question or HELP_QUESTION, asked.history), asked, frame)

    async def takes_message(self, event_id: str | None, channel: str, ts: str) -> bool:
        """True the first time; Slack sends retries and, for a mention, two kinds of event."""
        keys = [f"message:{channel}:{ts}", *([f"event:{event_id}"] if event_id else [])]
        return await self.inbox.claim(*keys)

    async def takes_trigger(self, trigger_id: str | None) -> bool:
        """True the first time for a command or a pressed button, which Slack may deliver again."""
        return trigger_id is None or await self.inbox.claim(f"trigger:{trigger_id}")
