"""Which scope each method needs (docs.slack.dev/reference/methods, "Required scopes")."""

from collections.abc import Mapping

NEEDED: Mapping[str, str] = {
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "assistant.threads.setTitle": "assistant:write",
    "bots.info": "users:read",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.unfurl": "links:write",
    "chat.update": "chat:write",
    "conversations.history": "channels:history",
    "conversations.info": "channels:read",
    "conversations.list": "channels:read",
    "conversations.members": "channels:read",
    "conversations.open": "im:write",
    "conversations.replies": "channels:history",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "team.info": "team:read",
    "users.info": "users:read",
    "users.list": "users:read",
}


def missing_scope(method: str, granted: frozenset[str] | None, *, direct: bool = False) -> str:
    """Return the scope that a call lacks, or ''; ``granted`` of None grants all.

    ``direct`` says that the call is about a direct message, which has scopes of its own.
    """
    needed = NEEDED.get(method, "")
    if direct:
        needed = needed.replace("channels:", "im:")
    return "" if granted is None or not needed or needed in granted else needed
