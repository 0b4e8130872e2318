"""A local Slack in one process: the Web API, Socket Mode and a page to try the bot in.

``server.PlaygroundServer`` is the door; its docstring says how to run an app against it. Inside, from the
bottom up::

    server                            listens on 127.0.0.1 and ties the parts together
    web_api + methods/ | socket_mode  the Web API, and the link that brings the app its payloads
    page, hub, static/                what a person looks at: files, state, and a stream of changes
    people, delivery                  what a person does, and how the app hears of it
    events, interactions, responses   Slack's payloads, built and read
    workspace, views                  the state; pure
    limits*, typed, blocks, tickets   Slack's rules; pure
"""
