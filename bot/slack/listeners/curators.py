"""What people leave for the curators: questions without an answer, and verdicts on replies."""

import json
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.services.questions_port import Asker, Reason, Verdict
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import Message
from bot.slack.blocks.feedback import thanks, why
from bot.slack.blocks.modals import search as modal
from bot.slack.blocks.parts import section
from bot.slack.desk import Desk
from bot.slack.judged import Judged
from bot.slack.listeners.home import show
from bot.slack.messenger import respond
from bot.slack.pressed import Pressed

Payload = dict[str, Any]


async def ask_curators(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Files the question whose reply did not help, and says so to the person alone."""
    await ack()
    pressed = Pressed.of(body)
    asked = Asked.decode(pressed.value)
    if not await desk.takes_trigger(body.get("trigger_id")):
        return
    is_new = await desk.curate.file(pressed.asker, asked.in_words, desk.reply(asked))
    text = texts.LEFT_FOR_CURATORS if is_new else texts.LEFT_ALREADY
    message = Message(text, (section(text),))
    if pressed.modal:
        await client.views_update(view_id=pressed.modal, view=modal(asked, message.blocks))
    elif pressed.in_home:
        await show(client, desk, pressed, message.blocks)
    elif pressed.response_url:
        await respond(client, pressed.response_url, message, thread=pressed.own_thread)


async def judge(ack: AsyncAck, body: Payload, client: AsyncWebClient, desk: Desk) -> None:
    """Keeps a thumb; one that points down asks why first, while its trigger is good (3 seconds)."""
    await ack()
    pressed = Pressed.of(body)
    judged = Judged.decode(pressed.value)
    if judged is None:
        return
    if judged.verdict is Verdict.BAD:
        place = {"team": pressed.team, "channel": pressed.channel, "ts": pressed.ts}
        metadata = json.dumps({**place, "judged": judged.encode()}, ensure_ascii=False)
        await client.views_open(trigger_id=body["trigger_id"], view=why(judged.question, metadata))
    await desk.curate.judge(
        pressed.asker, judged.verdict, judged.question, status=judged.status, fact_ids=judged.fact_ids
    )


async def say_why(ack: AsyncAck, body: Payload, view: Payload, desk: Desk) -> None:
    """Keeps why a reply was bad, in place of the bare thumb."""
    reasons, comment = _filled_in(view)
    if Reason.OTHER in reasons and not comment.strip():
        await ack(response_action="errors", errors={"comment": texts.COMMENT_MISSING})
        return
    await ack(response_action="update", view=thanks())
    place = json.loads(view["private_metadata"])
    judged = Judged.decode(place["judged"])
    if judged is not None:
        await desk.curate.judge(
            Asker(place["team"], place["channel"], body["user"]["id"], place["ts"]),
            judged.verdict,
            judged.question,
            status=judged.status,
            fact_ids=judged.fact_ids,
            reasons=reasons,
            comment=comment,
        )


def _filled_in(view: Payload) -> tuple[tuple[Reason, ...], str]:
    values = view["state"]["values"]
    chosen = values["reasons"]["chosen"]["selected_options"]
    return tuple(Reason(option["value"]) for option in chosen), values["comment"]["text"].get("value") or ""
