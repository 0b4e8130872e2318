"""The modal that sets a channel's digest, its section of App Home, and what the bot says about it."""

import json
import re
from collections.abc import Sequence

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ConversationSelectElement,
    DividerBlock,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    RichTextElementParts,
    StaticMultiSelectElement,
    TimePickerElement,
)
from slack_sdk.models.blocks.block_elements import ConversationFilter
from slack_sdk.models.views import View

from bot.domain.digest.schedule import WEEKDAY_NAMES, schedule_label
from bot.domain.digest.texts import COMPANY_LABELS, about
from bot.services.digest_values import Subscription
from bot.services.subscribe import Choices
from bot.slack import texts
from bot.slack.blocks import TEXT_LIMIT, Message
from bot.slack.blocks.digest import SETTINGS
from bot.slack.blocks.parts import (
    BUTTON_LIMIT,
    SECTION_LIMIT,
    actions,
    button,
    context,
    escape,
    header,
    inert,
    line,
    option,
    plain,
    rich,
    words,
)

CALLBACK = "digest"
OFF = "digest:off"
PREVIEW = "digest:preview"
"""Actions; SETTINGS is the third. Their value is the channel."""
CHANNEL, TIME, DAYS, ZONE, COMPANIES, TOPICS = "channel", "time", "days", "zone", "companies", "topics"
"""The input blocks; each names its action too."""
TITLE_LIMIT = 24
MOST_OPTIONS = 100
"""Options of a menu (docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element)."""

_SPECIAL = re.compile(r"(<[@#][A-Z0-9]+>|`[^`]+`)")


def said(text: str, channel: str = "") -> Message:
    """A text of the digest service: mentions of people and channels are shown so, `words` to type as code.

    With ``channel``, buttons to preview, change and end its digest stand below.
    """
    pieces = [piece for piece in _SPECIAL.split(text) if piece]
    plain_text = "".join(map(_in_text, pieces))
    buttons = [
        button(texts.DIGEST_PREVIEW, PREVIEW, channel),
        button(texts.DIGEST_CHANGE, SETTINGS, channel),
        button(texts.DIGEST_OFF, OFF, channel),
    ]
    return Message(plain_text, (rich(line(*map(_piece, pieces))), *actions(buttons if channel else [])))


def _in_text(piece: str) -> str:
    """The piece for a message's ``text``; spaces at its ends stay, for it stands between others."""
    if not piece.strip() or (_SPECIAL.fullmatch(piece) and piece.startswith("<")):
        return piece
    bare = piece.strip()
    return piece.replace(bare, escape(bare, TEXT_LIMIT))


def _piece(piece: str) -> RichTextElementParts.Text:
    if piece.startswith("<@") and piece.endswith(">"):
        return RichTextElementParts.User(user_id=piece[2:-1])  # type: ignore[return-value]
    if piece.startswith("<#") and piece.endswith(">"):
        return RichTextElementParts.Channel(channel_id=piece[2:-1])  # type: ignore[return-value]
    if len(piece) > 2 and piece[0] == piece[-1] == "`":
        return RichTextElementParts.Text(text=piece[1:-1], style=RichTextElementParts.TextStyle(code=True))
    return words(piece)


def settings(choices: Choices, current: Subscription | None, channel: str, *, from_home: bool) -> View:
    """The modal with what is set; without ``channel`` it asks for one.

    ``from_home``: it was opened in App Home, which then has to show what was changed.
    """
    schedule = current.schedule if current else choices.default
    wanted = current.wanted if current else None
    days = [option(name, str(number)) for number, name in enumerate(WEEKDAY_NAMES)]
    companies = [option(COMPANY_LABELS.get(name, name), name) for name in choices.companies]
    topics = [option(name, name) for name in choices.topics if len(name) <= BUTTON_LIMIT][:MOST_OPTIONS]
    where: list[Block] = (
        [rich(line(_place(channel)))] if channel else [_input(CHANNEL, texts.DIGEST_CHANNEL, _channels())]
    )
    return View(
        type="modal",
        callback_id=CALLBACK,
        private_metadata=json.dumps({"channel": channel, "home": from_home}),
        title=plain(texts.DIGEST_TITLE, TITLE_LIMIT),
        submit=plain(texts.DIGEST_SAVE, TITLE_LIMIT),
        close=plain(texts.CANCEL, TITLE_LIMIT),
        blocks=[
            *where,
            _input(
                TIME,
                texts.DIGEST_TIME,
                TimePickerElement(action_id=TIME, initial_time=f"{schedule.at:%H:%M}"),
            ),
            _input(DAYS, texts.DIGEST_DAYS, _boxes(DAYS, days, [str(day) for day in sorted(schedule.days)])),
            _input(
                ZONE,
                texts.DIGEST_ZONE,
                PlainTextInputElement(action_id=ZONE, initial_value=schedule.zone, max_length=64),
                hint=texts.DIGEST_ZONE_HINT,
            ),
            _input(
                COMPANIES,
                texts.DIGEST_COMPANIES,
                _boxes(COMPANIES, companies, wanted.companies if wanted else ()),
                hint=texts.DIGEST_ALL_HINT,
                optional=True,
            ),
            _input(
                TOPICS,
                texts.DIGEST_TOPICS,
                StaticMultiSelectElement(
                    action_id=TOPICS,
                    options=topics,
                    initial_options=_chosen(topics, wanted.topics if wanted else ()) or None,
                ),
                optional=True,
            ),
        ],
    )


def in_home(mine: Sequence[Subscription]) -> tuple[Block, ...]:
    """What the person has turned on, each with its buttons, and a button for another channel."""
    shown: list[Block] = [DividerBlock(), header(texts.DIGEST_IN_HOME)]
    for n, one in enumerate(mine):
        what = about(one.wanted.companies, one.wanted.topics)
        shown += [
            rich(
                line(
                    _place(one.channel),
                    words(inert(f" {schedule_label(one.schedule)} · {what}", SECTION_LIMIT)),
                )
            ),
            *actions(
                [
                    button(texts.DIGEST_CHANGE, f"{SETTINGS}:{n}", one.channel),
                    button(texts.DIGEST_OFF, f"{OFF}:{n}", one.channel),
                ]
            ),
        ]
    if not mine:
        shown += context([texts.DIGEST_NONE_IN_HOME])
    return (*shown, *actions([button(texts.DIGEST_ON, f"{SETTINGS}:new", None)]))


def _place(channel: str) -> RichTextElementParts.Text:
    return words(texts.DIGEST_HERE) if channel.startswith("D") else _piece(f"<#{channel}>")


def _channels() -> ConversationSelectElement:
    return ConversationSelectElement(
        action_id=CHANNEL,
        filter=ConversationFilter(include=["public", "private", "im"], exclude_bot_users=False),
    )


def _boxes(action: str, options: Sequence[Option], chosen: Sequence[str]) -> CheckboxesElement:
    return CheckboxesElement(
        action_id=action, options=list(options), initial_options=_chosen(options, chosen) or None
    )


def _chosen(options: Sequence[Option], chosen: Sequence[str]) -> list[Option]:
    return [each for each in options if each.value in chosen]


def _input(
    name: str, label: str, element: InputInteractiveElement, *, hint: str = "", optional: bool = False
) -> InputBlock:
    return InputBlock(
        block_id=name,
        label=plain(label, SECTION_LIMIT),
        element=element,
        hint=plain(hint, SECTION_LIMIT) if hint else None,
        optional=optional,
    )
