"""A mention of the bot: answered in the thread of the question, with the thread's earlier ones in mind."""

from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import history
from bot.slack.asked import Asked
from bot.slack.desk import Desk
from bot.slack.incoming import mention
from bot.slack.messenger import post_privately
from bot.slack.pictures import show_picture


async def answer_mention(
    event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient, desk: Desk
) -> None:
    question, ticket = mention(event), context["ticket"]
    if question and await desk.takes_message(body.get("event_id"), question.channel, question.ts, ticket):
        thread = question.thread or question.ts
        message = None
        async with desk.answering(ticket):
            if refusal := desk.refusal(question.user, question.channel):
                if refusal.text:
                    await post_privately(client, question.channel, question.user, question.thread, refusal)
                return
            earlier = await history.of_mention(client, question, context.bot_user_id or "")
            answer = desk.answer(Asked(question.text, earlier))
            await desk.post(client, ticket, question.channel, thread, answer)
            message = answer
        if message:
            await show_picture(client, desk.draws, message, question.channel, thread)
