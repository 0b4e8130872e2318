"""assistant.threads.*: the agent's prompts, status and titles."""

from collections.abc import Mapping

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method
from bot.playground.model import Json

PROMPTS = 4  # docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts


def set_suggested_prompts(call: Call) -> Json:
    """Offer up to four prompts in the app's direct message."""
    channel = call.channel("channel_id")
    prompts = call.json("prompts")
    if not isinstance(prompts, list) or not prompts:
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: prompts"])
    if len(prompts) > PROMPTS:
        message = f"[ERROR] no more than {PROMPTS} items allowed [json-pointer:/prompts]"
        raise SlackError("invalid_arguments", [message])
    if any(not (prompt.get("title") and prompt.get("message")) for prompt in prompts):
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: title or message"])
    shown = {"title": call.text("title"), "prompts": prompts}
    if not call.text("thread_ts"):  # with one, the agent view takes the call and shows nothing
        call.workspace.prompts[channel.id] = shown
        call.workspace.announce("prompts", channel=channel.id, **shown)
    return {}


def set_status(call: Call) -> Json:
    """Show what the app is doing; an empty status takes it away, as does the app's next message."""
    channel, thread_ts = call.channel("channel_id"), call.need("thread_ts")
    status = {"channel": channel.id, "thread_ts": thread_ts, "status": call.text("status")}
    call.workspace.statuses[channel.id] = status
    call.workspace.announce("status", **status)
    return {}


def set_title(call: Call) -> Json:
    """Name a thread."""
    call.workspace.titles[call.need("thread_ts")] = call.need("title")
    return {}


METHODS: Mapping[str, Method] = {
    "assistant.threads.setSuggestedPrompts": set_suggested_prompts,
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setTitle": set_title,
}
