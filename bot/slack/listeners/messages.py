"""A direct message to the bot: answered where it was written."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import history
from bot.slack.asked import Asked
from bot.slack.desk import Desk
from bot.slack.incoming import direct_message
from bot.slack.messenger import post
from bot.slack.pictures import show_picture


async def answer_direct_message(
    event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    question = direct_message(event)
    if question and await desk.takes_message(body.get("event_id"), question.channel, question.ts):
        if refusal := desk.refusal(question.user, question.channel):
            if refusal.text:
                await post(client, question.channel, question.thread, refusal)
            return
        earlier = await history.of_direct_message(client, question)
        message = desk.answer(Asked(question.text, earlier))
        await post(client, question.channel, question.thread, message)
        await show_picture(client, desk.draws, message, question.channel, question.thread)
