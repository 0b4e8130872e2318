"""The Web API methods of the local workspace, by name.

Each takes a ``Call`` and returns what Slack answers beside ``ok``, or raises SlackError. Their arguments and
errors follow https://docs.slack.dev/reference/methods; what no bot here calls is left out of the answers.
"""

from collections.abc import Mapping

from bot.playground.methods import (
    app,
    assistant,
    chat,
    conversations,
    files,
    functions,
    people,
    reactions,
    views,
)
from bot.playground.methods.call import Method

METHODS: Mapping[str, Method] = {
    **app.METHODS,
    **assistant.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **functions.METHODS,
    **people.METHODS,
    **reactions.METHODS,
    **views.METHODS,
}
