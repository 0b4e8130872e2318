"""App Home, and the agent's suggested prompts in its Messages tab."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.commands import with_nearest
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import HOME
from bot.slack.blocks.home import home
from bot.slack.desk import Desk
from bot.slack.incoming import plain_text
from bot.slack.messenger import update_home
from bot.slack.pressed import Pressed, team_of


async def open_app(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient, desk: Desk) -> None:
    """Shows the Home tab, or what may be asked in the Messages tab (the agent pane)."""
    if event.get("tab", "home") == "home":
        content = await desk.home(team_of(body), event["user"])
        await update_home(client, event["user"], home(content))
    elif event.get("tab") == "messages" and (prompts := desk.browse().prompts):
        # No thread_ts: the agent view takes a call with one and shows nothing.
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=event["channel"],
            title=texts.PROMPTS_TITLE,
            prompts=[{"title": prompt, "message": prompt} for prompt in prompts],
        )


async def search(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, desk: Desk) -> None:
    """Answers what was typed into Home's search box, below it."""
    await ack()
    pressed = Pressed.of(body)
    asked = Asked(plain_text(pressed.value))
    if not await desk.takes_trigger(body.get("trigger_id")):
        return
    message = desk.refusal(pressed.user) or desk.answer(asked, HOME, with_nearest)
    if message.text:
        await show(client, desk, pressed, message.blocks)


async def show(client: AsyncWebClient, desk: Desk, pressed: Pressed, answer: tuple[Block, ...]) -> None:
    """Shows the person's Home with an answer in it."""
    content = await desk.home(pressed.team, pressed.user, answer)
    await update_home(client, pressed.user, home(content))
