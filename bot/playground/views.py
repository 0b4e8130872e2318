"""Home tabs and modals: what the app shows each person outside of messages."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from bot.playground.app import App
from bot.playground.blocks import with_ids
from bot.playground.errors import SlackError
from bot.playground.ids import new_id
from bot.playground.limits import check_view
from bot.playground.model import Json, View

STACK = 3  # docs.slack.dev/surfaces/modals: up to 3 views in a stack

Changed = Callable[[str, View | None], None]


class Views:
    """The views of every person: one Home tab and a stack of modals each.

    ``listeners`` hear (person, "home" or "modals") of each change.
    """

    def __init__(self, team_id: str, app: App, clock: Callable[[], float]) -> None:
        self._team_id = team_id
        self._app = app
        self._clock = clock
        self.listeners: list[Callable[[str, str], None]] = []
        self.homes: dict[str, View] = {}
        self.stacks: dict[str, list[View]] = {}

    def clear(self) -> None:
        """Forget every view."""
        self.homes.clear()
        self.stacks.clear()

    def to_slack(self, view: View) -> Json:
        """Return the view object."""
        return view.to_slack(self._team_id, self._app.app_id, self._app.bot_id)

    def publish(self, user: str, content: Json, view_hash: str | None = None) -> View:
        """Set a person's Home tab; raises SlackError as views.publish does."""
        self._check(content, "home")
        old = self.homes.get(user)
        if view_hash and old and view_hash != old.hash:
            raise SlackError("hash_conflict")
        view = self._new(user, content)
        if old:
            view.id, view.values = old.id, {}
        self.homes[user] = view
        self._tell(user, "home")
        return view

    def open(self, user: str, content: Json, channel: str = "") -> View:
        """Open a modal; one that is open already gives way, as where a trigger opens another."""
        self._check(content, "modal")
        self._check_external(user, content)
        view = self._new(user, content)
        view.channel = channel
        self.stacks[user] = [view]
        self._tell(user, "modals")
        return view

    def push(self, user: str, content: Json) -> View:
        """Put a modal on top of the open one; raises SlackError ``push_limit_reached``."""
        self._check(content, "modal")
        self._check_external(user, content)
        stack = self.stacks.get(user, [])
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= STACK:
            raise SlackError("push_limit_reached")
        view = self._new(user, content)
        view.root_id, view.previous_id, view.channel = stack[0].id, stack[-1].id, stack[-1].channel
        stack.append(view)
        self._tell(user, "modals")
        return view

    def update(self, view: View, content: Json, view_hash: str | None = None) -> View:
        """Replace a view's content; raises SlackError ``hash_conflict``."""
        self._check(content, str(view.content["type"]))
        if view_hash and view_hash != view.hash:
            raise SlackError("hash_conflict")
        fresh = self._new(view.user, content)
        kept = {block["block_id"] for block in fresh.content["blocks"]}
        view.content, view.hash, view.errors = fresh.content, fresh.hash, {}
        view.values = {block_id: values for block_id, values in view.values.items() if block_id in kept}
        self._tell(view.user, "home" if content["type"] == "home" else "modals")
        return view

    def find(self, view_id: str = "", external_id: str = "") -> View:
        """Return an open view by either id; raises SlackError ``not_found``."""
        views = [*self.homes.values(), *(view for stack in self.stacks.values() for view in stack)]
        for view in views:
            if (view_id and view.id == view_id) or (external_id and view.external_id == external_id):
                return view
        raise SlackError("not_found")

    def show_errors(self, view: View, errors: dict[str, str]) -> None:
        """Show errors beside a modal's inputs: ``errors`` maps block_id to the message."""
        view.errors = errors
        self._tell(view.user, "modals")

    def close(self, user: str, *, everything: bool = False) -> None:
        """Close the top modal, or the whole stack."""
        stack = self.stacks.get(user, [])
        del stack[0 if everything else -1 :]
        self._tell(user, "modals")

    def answer(self, view: View, reply: Json | None) -> None:
        """Do what the app's ack of a submission says (docs.slack.dev/surfaces/modals, response_action)."""
        match (reply or {}).get("response_action"):
            case "errors":
                self.show_errors(view, (reply or {})["errors"])
            case "update":
                self.update(view, (reply or {})["view"])
            case "push":
                self.push(view.user, (reply or {})["view"])
            case "clear":
                self.close(view.user, everything=True)
            case _:
                self.close(view.user)

    def _tell(self, user: str, what: str) -> None:
        for listener in self.listeners:
            listener(user, what)

    def _new(self, user: str, content: Json) -> View:
        content = {**content, "blocks": with_ids(content["blocks"])}
        stamp = f"{self._clock():.0f}."
        digest = hashlib.sha256((stamp + json.dumps(content, sort_keys=True)).encode()).hexdigest()
        return View(new_id("V"), user, content, stamp + digest[:8])

    def _check(self, content: Any, kind: str) -> None:
        if not isinstance(content, dict):
            raise SlackError("invalid_arguments", ["[ERROR] missing required field: view"])
        if content.get("type") != kind:
            raise SlackError(
                "invalid_arguments", [f"[ERROR] must be one of: {kind} [json-pointer:/view/type]"]
            )
        if faults := check_view(content):
            raise SlackError("invalid_arguments", faults)

    def _check_external(self, user: str, content: Json) -> None:
        external_id = content.get("external_id")
        if external_id and any(view.external_id == external_id for view in self.stacks.get(user, ())):
            raise SlackError("duplicate_external_id")
