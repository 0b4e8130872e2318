"""The step of the Workflow Builder: a question in, the fact that answers it out."""

from typing import Any

from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail

from bot.domain.reply import Status
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.desk import Desk
from bot.slack.incoming import plain_text

ASSERTED = (Status.ANSWER, Status.CORRECTION)


async def find_fact(inputs: dict[str, Any], complete: AsyncComplete, fail: AsyncFail, desk: Desk) -> None:
    """Completes with the answer; fails where no fact answers: no workflow shall go on with a guess."""
    reply = desk.reply(Asked(plain_text(str(inputs.get("question") or ""))))
    if reply.status not in ASSERTED or not reply.facts:
        await fail(error=texts.STEP_NOT_FOUND)
        return
    fact = reply.facts[0]
    source = "\n".join([fact.article.source_line, *fact.notes])
    await complete(outputs={"summary": fact.summary, "quote": fact.quote, "source": source})
