"""A local Slack in one process: Web API, Socket Mode and a page to try the bot in."""
