"""Conversations about digests with the real bot, its store and its scheduler, in the local Slack."""

import asyncio
import datetime as dt
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.base import FactBase
from bot.playground.limits import check_view
from bot.playground.model import Message
from bot.services.digest_values import State, StoreUnavailableError
from bot.slack import texts
from bot.slack.blocks.digest_settings import COMPANIES, DAYS, TIME, TOPICS, ZONE
from bot.storage.store import Store
from bot.wiring.digests import Digests, passing_store
from tests.services.fakes import START, FakeClock
from tests.slack.workspace import BOT, DIRECT, MAIN, ME, Workspace, until, workspace

TEAM, WITHOUT_BOT = "T0PLAYGRND", "C0CHANNEL3"
HEAD = "11월 23일 월요일"


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    with passing_store() as made:
        yield made
        await made.close()


@pytest.fixture
def clock() -> FakeClock:
    """Five minutes before the digest's usual time on a Monday in Seoul; it stands still."""
    return FakeClock(START - dt.timedelta(minutes=5))


@pytest.fixture
async def place(base: FactBase, store: Store, clock: FakeClock) -> AsyncIterator[Workspace]:
    async with workspace(base, digests=Digests(store, lambda: base, "Asia/Seoul", clock, poll=0.01)) as made:
        yield made


async def told(place: Workspace, text: str, channel: str = MAIN, user: str = ME) -> Message:
    """Enter ``/telco`` with the words and return the next message that is no digest."""
    before = {message.ts for message in place.messages(channel)}
    await place.people.enter(user, channel, f"/telco {text}")
    found: list[Message] = await until(
        lambda: [m for m in place.messages(channel) if m.ts not in before and not m.metadata]
    )
    return found[0]


async def digests(place: Workspace, count: int = 1, channel: str = MAIN) -> list[Message]:
    """The digests posted in the channel, once there are ``count``."""

    def posted() -> list[Message]:
        return [m for m in place.messages(channel) if m.metadata and not m.ephemeral_for]

    found: list[Message] = await until(lambda: posted() if len(posted()) >= count else None)
    return found


async def press(place: Workspace, message: Message, action: str) -> None:
    block, element = next(
        (block, element)
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"].startswith(action)
    )
    source = {"channel": message.channel, "ts": message.ts}
    await place.people.act(ME, source, block["block_id"], element["action_id"], {})


def home(place: Workspace) -> dict[str, Any] | None:
    view = place.server.workspace.views.homes.get(ME)
    return view.content if view else None


async def test_what_was_turned_on_comes_at_its_time_once(
    place: Workspace, store: Store, clock: FakeClock
) -> None:
    on = await told(place, "다이제스트 아침 8시 반 평일 KT만")
    assert not on.ephemeral_for
    assert f"<@{ME}> 님이" in on.text
    assert "평일 오전 8시 30분 · KT" in on.text
    clock.move(minutes=5)
    (digest,) = await digests(place)
    assert digest.text.startswith(HEAD)
    assert digest.user == BOT
    await until_posted(store)
    clock.move(days=1)
    first, second = await digests(place, 2)
    assert (first.ts, second.text[:14]) == (digest.ts, "11월 24일 화요일 통신"[:14])


async def until_posted(store: Store, clock: FakeClock | None = None) -> None:
    """Wait until the newest digest is recorded as posted; ``clock`` goes on meanwhile."""
    async with asyncio.timeout(10):
        while not (runs := await store.plans.runs(TEAM, MAIN)) or runs[0].state is not State.POSTED:
            if clock:
                clock.move(seconds=1)
            await asyncio.sleep(0.01)


async def test_status_names_what_is_set_and_off_ends_it(place: Workspace, store: Store) -> None:
    assert "꺼져 있습니다" in (await told(place, "다이제스트")).text
    await told(place, "digest on 9am weekdays SKT")
    status = await told(place, "다이제스트 상태")
    assert status.ephemeral_for == ME
    assert "평일 오전 9시 · SKT" in status.text
    off = await told(place, "digest off")
    assert not off.ephemeral_for
    assert "껐습니다" in off.text
    assert await store.subscriptions.get(TEAM, MAIN) is None


async def test_a_preview_is_private_and_is_what_comes_then(place: Workspace, clock: FakeClock) -> None:
    clock.move(hours=-1)  # before it is planned: from then on the one after it is the next
    await told(place, "다이제스트 켜기")
    preview = await told(place, "다이제스트 미리보기")
    assert preview.ephemeral_for == ME
    clock.move(hours=1, minutes=5)
    (digest,) = await digests(place)
    assert digest.text == preview.text


async def test_now_sends_todays_digest_once(place: Workspace, store: Store) -> None:
    assert "곧 보냅니다" in (await told(place, "다이제스트 지금")).text
    await digests(place)
    await until_posted(store)
    again = await told(place, "digest now")
    assert "하루에 한 번만" in again.text
    assert len(await digests(place)) == 1


@pytest.mark.parametrize(
    ("typed", "correction"),
    [
        ("켜기 25시", "없는 시각"),
        ("켜기 평알", "'평일'"),
        ("켜기 8시 9시", "시각은 하나만"),
        ("켜기 끄기", "하나만"),
    ],
)
async def test_a_wrong_word_or_time_is_corrected_with_an_example(
    place: Workspace, store: Store, typed: str, correction: str
) -> None:
    answer = await told(place, f"다이제스트 {typed}")
    assert answer.ephemeral_for == ME
    assert correction in answer.text
    assert "예: `다이제스트 켜기 08:30 평일 KT`" in answer.text
    assert await store.subscriptions.active() == []


async def test_help_tells_the_words(place: Workspace) -> None:
    assert "`미리보기`" in (await told(place, "다이제스트 도움말")).text


async def test_where_the_bot_is_not_it_asks_to_be_invited(place: Workspace, store: Store) -> None:
    answer = await told(place, "다이제스트 켜기", WITHOUT_BOT)
    assert answer.ephemeral_for == ME
    assert "/invite @telco" in answer.text
    assert await store.subscriptions.active() == []


async def test_without_the_database_it_is_said_so(
    place: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise StoreUnavailableError("connection refused")

    monkeypatch.setattr(store.subscriptions, "get", away)
    monkeypatch.setattr(store.subscriptions, "of_person", away)
    answer = await told(place, "다이제스트 켜기")
    assert (answer.text, answer.ephemeral_for) == (texts.DIGEST_LATER, ME)
    place.people.open_app(ME, "home")
    assert texts.DIGEST_LATER in str(await until(lambda: home(place)))


async def test_only_a_member_may_change_it(place: Workspace, store: Store) -> None:
    place.server.workspace.channel(MAIN).members.remove(ME)
    answer = await told(place, "다이제스트 켜기")
    assert "멤버만" in answer.text
    assert await store.subscriptions.active() == []


async def test_a_direct_message_may_have_a_digest_too(place: Workspace, clock: FakeClock) -> None:
    await told(place, "다이제스트 켜기", DIRECT)
    clock.move(minutes=5)
    (digest,) = await digests(place, channel=DIRECT)
    assert digest.text.startswith(HEAD)


async def test_a_lost_answer_is_looked_for_and_not_posted_again(
    place: Workspace, store: Store, clock: FakeClock
) -> None:
    clock.moment = dt.datetime.now(dt.UTC)  # the history is read by the time stamps of the local Slack
    place.server.faults.set({"lost_responses": 1, "methods": ("chat.postMessage",)})
    await told(place, "다이제스트 지금")
    await digests(place)
    await until_posted(store, clock)
    assert [run.state for run in await store.plans.runs(TEAM, MAIN)] == [State.POSTED]
    assert len(await digests(place)) == 1


async def test_the_question_is_answered_in_the_digests_thread(place: Workspace, clock: FakeClock) -> None:
    await told(place, "다이제스트 지금")
    (digest,) = await digests(place)
    await press(place, digest, "ask:digest")
    thread = await until(
        lambda: [m for m in place.messages() if m.thread_ts == digest.ts and m.ts != digest.ts]
    )
    assert "질문:" in thread[0].text


async def test_answers_and_digests_share_slacks_rates(base: FactBase, store: Store, clock: FakeClock) -> None:
    """One message a second in a channel (docs.slack.dev/apis/web-api/rate-limits)."""
    made = Digests(store, lambda: base, "Asia/Seoul", clock)
    await made._turn(TEAM, "C0CHANNEL2")
    assert await store.outbox.reserve(TEAM, "C0CHANNEL2", clock()) == clock() + dt.timedelta(seconds=1)


async def filled_in(view: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The values of the open modal as they stand, with some changed."""
    elements = {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}
    values: dict[str, Any] = {
        TIME: {"selected_time": elements[TIME]["initial_time"]},
        DAYS: {"selected_options": elements[DAYS].get("initial_options", [])},
        ZONE: {"value": elements[ZONE]["initial_value"]},
        COMPANIES: {"selected_options": elements[COMPANIES].get("initial_options", [])},
        TOPICS: {"selected_options": elements[TOPICS].get("initial_options", [])},
    } | changed
    return {name: {name: value} for name, value in values.items()}


async def test_the_modal_shows_what_is_set_and_changes_it(place: Workspace, store: Store) -> None:
    await told(place, "다이제스트 켜기 07:15 월수금 KT 뉴욕")
    await press(place, await told(place, "다이제스트 상태"), "digest:set")
    view = await place.view()
    assert check_view({key: value for key, value in view.items() if key != "id"}) == []
    values = await filled_in(view, time={"selected_time": "18:00"})
    await place.people.submit(ME, view["id"], values)
    announced = await until(lambda: [m for m in place.messages() if "오후 6시" in m.text])
    assert "월·수·금 오후 6시 (America/New_York) · KT" in announced[0].text
    kept = await store.subscriptions.get(TEAM, MAIN)
    assert kept is not None
    assert (kept.schedule.at, kept.schedule.days) == (dt.time(18), frozenset({0, 2, 4}))
    assert kept.wanted.companies == ("kt",)


async def test_a_wrong_zone_is_said_at_its_field(place: Workspace) -> None:
    await told(place, "다이제스트 켜기")
    await press(place, await told(place, "다이제스트 상태"), "digest:set")
    view = await place.view()
    await place.people.submit(ME, view["id"], await filled_in(view, zone={"value": "서울시"}))
    assert place.server.workspace.views.find(view["id"]).errors == {ZONE: texts.DIGEST_NO_ZONE}


async def test_home_turns_a_channels_digest_on_and_off(place: Workspace, store: Store) -> None:
    place.people.open_app(ME, "home")
    shown = await until(lambda: home(place))
    assert texts.DIGEST_NONE_IN_HOME in str(shown)
    await act_in_home(place, "digest:set:new")
    view = await place.view()
    values = await filled_in(view, channel={"selected_conversation": MAIN})
    await place.people.submit(ME, view["id"], values)
    await until(lambda: [m for m in place.messages() if "켰습니다" in m.text])
    await until(lambda: "매일 오전 8시 30분" in json.dumps(home(place), ensure_ascii=False))
    assert check_view(home(place) or {}) == []
    await act_in_home(place, "digest:off:0")
    await until(lambda: [m for m in place.messages() if "껐습니다" in m.text])
    await until(lambda: texts.DIGEST_NONE_IN_HOME in str(home(place)))
    assert await store.subscriptions.active() == []


async def act_in_home(place: Workspace, action: str) -> None:
    view = place.server.workspace.views.homes[ME]
    block = next(
        block
        for block in view.content["blocks"]
        if block["type"] == "actions" and any(e["action_id"] == action for e in block["elements"])
    )
    await place.people.act(ME, {"view_id": view.id}, block["block_id"], action, {})
