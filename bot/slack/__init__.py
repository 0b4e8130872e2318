"""Slack: Bolt listeners that acknowledge, parse, call a service and render.

From the bottom up::

    texts, advice                    what is said, to users and to operators
    incoming, asked, pressed         Slack's payloads read: messages, what buttons carry, where they stand
    blocks/                          a reply as one message within Slack's limits
    client, messenger, history       the Web API: sending, and reading a conversation's earlier questions
    inbox, desk                      one question, one answer
    listeners/                       the table of names and functions
    app, errors, in_flight           the Bolt app
    http_runner (http_app), socket_runner   the two ways to hear from Slack
    manifest, doctor                 what to tell Slack, and what it says of us
"""
