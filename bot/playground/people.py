"""What a person does in the page, and what the app hears of it."""

import asyncio
from typing import Any

from bot.playground import interactions, step_views, texts
from bot.playground.app import Step
from bot.playground.blocks import find_element
from bot.playground.delivery import Delivery, NoConnectionError, NotAckedError
from bot.playground.errors import SlackError
from bot.playground.events import app_home_opened, event_callback, events_of, function_executed
from bot.playground.model import Channel, Json, Message, View
from bot.playground.responses import respond
from bot.playground.typed import escape
from bot.playground.workspace import Change, Workspace

STEP_SECONDS = (
    15.0  # docs.slack.dev/tools/deno-slack-sdk: of a step that runs locally; a remote one has longer
)


class UnansweredError(Exception):
    """The app did not take an interaction; the message says so in Korean."""


class People:
    """Acts for the people of the workspace.

    ``base_url`` is where response URLs lead, ``step_token`` the token with which an app ends a step.
    """

    def __init__(self, workspace: Workspace, delivery: Delivery) -> None:
        self.base_url = self.step_token = ""
        self._workspace = workspace
        self._delivery = delivery
        workspace.listeners.append(self._hear)

    def _hear(self, change: Change) -> None:
        for event in events_of(self._workspace, change):
            self._delivery.event(event_callback(self._workspace, event))

    async def enter(self, user: str, channel: str, raw: str, thread_ts: str | None = None) -> None:
        """Take what was typed in a composer: a slash command where it starts with "/", else a message."""
        place = self._workspace.channel(channel)
        if raw.startswith("/"):
            await self._command(user, place, raw, thread_ts)
            return
        typed = self._workspace.typed(raw.strip())
        if not typed.text:
            raise SlackError("no_text")
        workspace = self._workspace
        workspace.post(place, user, typed.text, blocks=typed.blocks, thread_ts=thread_ts)
        bot = workspace.app.bot_user_id
        if f"<@{bot}>" in typed.text and bot not in place.members:
            workspace.notice(place, user, texts.APP_NOT_HERE.format(app=workspace.app.name), thread_ts)

    async def _command(self, user: str, channel: Channel, raw: str, thread_ts: str | None) -> None:
        name, _, rest = raw.strip().partition(" ")
        if name == "/invite":
            self._invite(user, channel, rest)
            return
        workspace = self._workspace
        command = workspace.app.command(name)
        if command is None:
            workspace.notice(channel, user, texts.NOT_A_COMMAND.format(command=escape(name)), thread_ts)
            return
        if thread_ts:  # docs.slack.dev/interactivity/implementing-slash-commands: not in threads
            told = texts.NOT_IN_THREADS.format(command=command.command, app=workspace.app.name)
            workspace.notice(channel, user, told, thread_ts)
            return
        rest = rest.strip()
        payload = interactions.slash_command(
            workspace,
            workspace.user(user),
            channel,
            command=command.command,
            text=workspace.typed(rest).text if command.should_escape else escape(rest),
            response_url=self._response_url("commands", channel=channel.id, user=user),
        )
        try:
            ack = await self._delivery.ask("slash_commands", payload)
        except NoConnectionError:
            workspace.notice(channel, user, texts.NO_APP.format(command=command.command))
        except NotAckedError:
            workspace.notice(channel, user, texts.NO_ANSWER.format(command=command.command))
        else:
            if ack.get("text") or ack.get("blocks"):
                respond(workspace, {"channel": channel.id, "user": user}, ack)

    def _invite(self, user: str, channel: Channel, rest: str) -> None:
        workspace = self._workspace
        app = workspace.app
        if f"<@{app.bot_user_id}>" not in workspace.typed(rest).text or channel.kind == "im":
            workspace.notice(channel, user, texts.INVITE_USAGE.format(app=app.name))
            return
        workspace.join(channel, app.bot_user_id)
        workspace.notice(channel, user, texts.INVITED.format(app=app.name, channel=channel.name))

    async def act(self, user: str, source: Json, block_id: str, action_id: str, chosen: Json) -> None:
        """Use a button, menu or picker of a message or view; see ``interactions.action_of``.

        ``source`` names the message (channel, ts) or the view (view_id), with the ``values`` of its inputs.
        Raises UnansweredError.
        """
        origin, values = self._source(source), source.get("values", {})
        blocks = origin.blocks if isinstance(origin, Message) else origin.content["blocks"]
        element = find_element(blocks, block_id, action_id)
        if element is None:
            raise SlackError("action_not_found")
        url = ""
        if isinstance(origin, Message):
            url = self._response_url("actions", channel=origin.channel, user=user, message_ts=origin.ts)
        else:
            origin.values = values
        payload = interactions.block_actions(
            self._workspace,
            self._workspace.user(user),
            origin,
            action=interactions.action_of(element, block_id, chosen),
            values=values,
            response_url=url,
        )
        await self._ask(payload)

    async def options(self, user: str, source: Json, block_id: str, action_id: str, value: str) -> Json:
        """Return the app's options for what was typed into an external select. Raises UnansweredError."""
        payload = interactions.block_suggestion(
            self._workspace,
            self._workspace.user(user),
            self._source(source),
            block_id=block_id,
            action_id=action_id,
            value=value,
        )
        return await self._ask(payload)

    async def submit(self, user: str, view_id: str, values: Json) -> None:
        """Submit a modal and do what the app's ack says. Raises UnansweredError."""
        workspace = self._workspace
        view = workspace.views.find(view_id)
        view.values, view.errors = values, {}
        if name := step_views.step_of(view):
            found = await self.run_step(name, step_views.inputs_of(values))
            workspace.views.update(view, step_views.result(self._step(name), found))
            return
        ack = await self._ask(interactions.view_submission(workspace, workspace.user(user), view))
        workspace.views.answer(view, ack)

    async def close_view(self, user: str, view_id: str, *, everything: bool = False) -> None:
        """Close the top modal, or all; the app hears of it where the view asked for it."""
        workspace = self._workspace
        view = workspace.views.find(view_id)
        payload = interactions.view_closed(workspace, workspace.user(user), view, cleared=everything)
        workspace.views.close(user, everything=everything)
        if view.content.get("notify_on_close"):
            await self._ask(payload)

    async def shortcut(self, user: str, callback_id: str, message: Json | None = None) -> None:
        """Use a global shortcut, or one on ``message`` (channel, ts). Raises UnansweredError."""
        workspace = self._workspace
        person = workspace.user(user)
        if message is None:
            await self._ask(interactions.shortcut(workspace, person, callback_id))
            return
        found = workspace.message(workspace.channel(message["channel"]), message["ts"])
        url = self._response_url("app", channel=found.channel, user=user, message_ts=found.ts)
        await self._ask(interactions.message_action(workspace, person, found, callback_id, url))

    def try_step(self, user: str, callback_id: str) -> None:
        """Open the form in which a person fills in a step's inputs and runs it."""
        self._workspace.views.open(user, step_views.form(self._step(callback_id)))

    async def run_step(self, callback_id: str, inputs: Json) -> Json:
        """Run one step of a workflow and return its ``outputs``, or the ``error`` that the app gives.

        Raises SlackError for a step that the app does not have, UnansweredError where it is not ended.
        """
        workspace, step = self._workspace, self._step(callback_id)
        run = workspace.steps.start(step)
        event = function_executed(workspace, step, run.id, inputs, self.step_token)
        self._delivery.event(event_callback(workspace, event))
        try:
            async with asyncio.timeout(STEP_SECONDS):
                await run.ended.wait()
        except TimeoutError:
            raise UnansweredError(texts.STEP_NOT_ENDED) from None
        return dict(run.result or {})

    def open_app(self, user: str, tab: str) -> None:
        """Open the app's Home or Messages tab."""
        workspace = self._workspace
        if workspace.app.subscribes("app_home_opened"):
            event = app_home_opened(workspace, user, workspace.channel(user), tab)
            self._delivery.event(event_callback(workspace, event))

    def edit(self, user: str, channel: str, ts: str, raw: str) -> None:
        """Edit one's own message; raises SlackError ``cant_update_message``."""
        message = self._own(user, channel, ts, "cant_update_message")
        typed = self._workspace.typed(raw.strip())
        self._workspace.edit(message, by=user, text=typed.text, blocks=typed.blocks)

    def delete(self, user: str, channel: str, ts: str) -> None:
        """Delete one's own message, or dismiss an ephemeral one; raises ``cant_delete_message``."""
        self._workspace.delete(self._own(user, channel, ts, "cant_delete_message"))

    def react(self, user: str, channel: str, ts: str, name: str) -> None:
        """Add a reaction, or take one's own back."""
        workspace = self._workspace
        message = workspace.message(workspace.channel(channel), ts)
        if user in message.reactions.get(name, ()):
            workspace.unreact(message, name, user)
        else:
            workspace.react(message, name, user)

    def _step(self, callback_id: str) -> Step:
        for step in self._workspace.app.steps:
            if step.callback_id == callback_id:
                return step
        raise SlackError("function_not_found")

    def _own(self, user: str, channel: str, ts: str, refusal: str) -> Message:
        message = self._workspace.shown(self._workspace.channel(channel), ts)
        if message is None:
            raise SlackError("message_not_found")
        if user not in (message.user, message.ephemeral_for):
            raise SlackError(refusal)
        return message

    def _source(self, source: Json) -> Message | View:
        if source.get("view_id"):
            return self._workspace.views.find(source["view_id"])
        message = self._workspace.shown(self._workspace.channel(source["channel"]), source["ts"])
        if message is None:
            raise SlackError("message_not_found")
        return message

    async def _ask(self, payload: Json) -> Json:
        try:
            return await self._delivery.ask("interactive", payload)
        except NoConnectionError:
            raise UnansweredError(texts.ACTION_NO_APP) from None
        except NotAckedError:
            raise UnansweredError(texts.ACTION_FAILED) from None

    def _response_url(self, kind: str, **origin: Any) -> str:
        ticket = self._workspace.response_urls.issue(**origin)
        return f"{self.base_url}/{kind}/{self._workspace.team_id}/{ticket}"
