"""A direct message to the bot: answered where it was written."""

from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import history
from bot.slack.asked import Asked
from bot.slack.desk import Desk
from bot.slack.incoming import direct_message
from bot.slack.pictures import show_picture


async def answer_direct_message(
    event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient, desk: Desk
) -> None:
    question, ticket = direct_message(event), context["ticket"]
    if question and await desk.takes_message(body.get("event_id"), question.channel, question.ts, ticket):
        message = None
        async with desk.answering(ticket):
            if refusal := desk.refusal(question.user, question.channel):
                if refusal.text:
                    await desk.post(client, ticket, question.channel, question.thread, refusal)
                return
            earlier = await history.of_direct_message(client, question)
            answer = desk.answer(Asked(question.text, earlier))
            await desk.post(client, ticket, question.channel, question.thread, answer)
            message = answer
        if message:
            await show_picture(client, desk.draws, message, question.channel, question.thread)
