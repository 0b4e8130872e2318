"""files.*: uploads in three steps."""

from collections.abc import Mapping

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method
from bot.playground.model import Json


def get_upload_url_external(call: Call) -> Json:
    """Return where to post the bytes."""
    file = call.workspace.files.expect(call.need("filename"), call.number("length", 0))
    return {"upload_url": f"{call.base_url}/upload/{file.id}", "file_id": file.id}


def complete_upload_external(call: Call) -> Json:
    """Share uploaded files in a channel, as one message."""
    wanted = call.json("files")
    if not isinstance(wanted, list) or not wanted:
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: files"])
    found = [call.workspace.files.complete(each).to_slack(call.base_url) for each in wanted]
    if call.text("channel_id") or call.text("channels"):
        name = "channel_id" if call.text("channel_id") else "channels"
        channel = call.joined_channel(name)
        thread_ts = call.text("thread_ts") or None
        call.workspace.post_as_app(channel, call.text("initial_comment"), files=found, thread_ts=thread_ts)
    return {"files": found}


METHODS: Mapping[str, Method] = {
    "files.getUploadURLExternal": get_upload_url_external,
    "files.completeUploadExternal": complete_upload_external,
}
