"""What every listener works with: the services, and the memory of what has been taken up."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.reply import Reply
from bot.domain.showcase import Showcase
from bot.services.access import Access, Entry
from bot.services.curate import Curate
from bot.services.digest_values import StoreUnavailableError
from bot.services.inbox_port import Ticket
from bot.services.ports import Asks, Browses, Draws
from bot.services.subscribe import Subscribe
from bot.services.tools import Tools
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import IN_THREAD, Frame, Message, render
from bot.slack.blocks.digest_settings import in_home
from bot.slack.blocks.home import HomeContent
from bot.slack.blocks.parts import section
from bot.slack.durable import Durable
from bot.slack.inbox import Inbox, MemoryInbox
from bot.slack.messenger import post
from bot.slack.texts import HELP_QUESTION

Reword = Callable[[str, Reply], Reply]


@dataclass(frozen=True)
class Desk:
    """Takes a question once and answers it; without more than ``asks`` it remembers in memory alone."""

    asks: Asks
    inbox: Inbox = field(default_factory=MemoryInbox)
    draws: Draws | None = None
    curate: Curate = field(default_factory=Curate)
    browse: Browses = Showcase
    access: Access = field(default_factory=Access)
    tools: Tools = field(default_factory=Tools)
    digests: Subscribe | None = None
    durable: Durable | None = None

    def reply(self, asked: Asked) -> Reply:
        """The reply; who says nothing (``/telco``, a bare mention) gets help."""
        return self.asks(asked.question or HELP_QUESTION, asked.history)

    def answer(self, asked: Asked, frame: Frame = IN_THREAD, reword: Reword | None = None) -> Message:
        """The reply as a message; ``reword`` may put another reply in its place."""
        reply = self.reply(asked)
        return render(reword(asked.question, reply) if reword else reply, asked, frame)

    def refusal(self, user: str, channel: str = "") -> Message | None:
        """What to say in place of an answer; None where the question is taken.

        The message is empty where the person has been told already.
        """
        entry = self.access.enter(user, channel)
        if entry is Entry.WELCOME:
            return None
        text = {Entry.ELSEWHERE: texts.ELSEWHERE, Entry.TOO_FAST: texts.TOO_FAST}.get(entry)
        return Message(text, (section(text),)) if text else Message("", ())

    async def home(self, team: str, user: str, answer: tuple[Block, ...] = ()) -> HomeContent:
        """What the user's Home shows; ``answer`` holds the blocks of a reply in the HOME frame."""
        questions = await self.curate.open_questions(team, user) if self.curate.is_curator(user) else None
        mine = await self._digests(self.digests, team, user) if self.digests else ()
        return HomeContent(showcase=self.browse(), answer=answer, open_questions=questions, settings=mine)

    async def _digests(self, digests: Subscribe, team: str, user: str) -> tuple[Block, ...]:
        try:
            return in_home(await digests.of_person(team, user))
        except StoreUnavailableError:
            return (section(texts.DIGEST_LATER),)

    async def takes_message(
        self, event_id: str | None, channel: str, ts: str, ticket: Ticket | None = None
    ) -> bool:
        """True the first time; Slack sends retries and, for a mention, two kinds of event.

        A ``ticket`` is from the store, which knows: also that an earlier try came to nothing.
        """
        keys = [f"message:{channel}:{ts}", *([f"event:{event_id}"] if event_id else [])]
        return await self.inbox.claim(*keys) or ticket is not None

    @asynccontextmanager
    async def answering(self, ticket: Ticket | None) -> AsyncIterator[None]:
        """What is done about a question; with a ticket it is done again where it came to nothing."""
        if self.durable is None or ticket is None:
            yield
            return
        async with self.durable.answering(ticket):
            yield

    async def post(
        self,
        client: AsyncWebClient,
        ticket: Ticket | None,
        channel: str,
        thread: str | None,
        message: Message,
    ) -> None:
        """Posts a reply; with a ticket once, however often the question is taken up."""
        if self.durable is None or ticket is None:
            await post(client, channel, thread, message)
        else:
            await self.durable.post(ticket, channel, thread, message)

    async def takes_trigger(self, trigger_id: str | None) -> bool:
        """True the first time for a command or a pressed button, which Slack may deliver again."""
        return trigger_id is None or await self.inbox.claim(f"trigger:{trigger_id}")
