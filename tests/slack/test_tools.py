"""Shortcuts, timelines, links and workflow steps, as a person meets them in a local Slack."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.domain.base import FactBase
from bot.domain.reply import Reply
from bot.playground.limits import check_view
from bot.slack import texts
from tests.slack.workspace import DIRECT, HOST, MAIN, ME, Workspace, until, workspace

URL = f"https://www.{HOST}/articles/2025?id=7&utm_source=mail"


def draw(_reply: Reply) -> bytes:
    return b"\x89PNG\r\n\x1a\n picture"


@pytest_asyncio.fixture
async def place(base: FactBase) -> AsyncIterator[Workspace]:
    async with workspace(base, draw) as made:
        yield made


def kinds(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["type"] for block in blocks]


async def test_a_timeline_is_a_table_and_then_a_picture(place: Workspace) -> None:
    question, answer, picture = await place.say("@telco KT 일정", answers=2)
    (table,) = [block for block in answer.blocks if block["type"] == "table"]
    assert [cell["text"] for cell in table["rows"][0]] == list(texts.TIMELINE_COLUMNS)
    assert table["rows"][1][0]["text"] == "2024년 9월"
    assert "2024년 9월: KT는 2024년 9월 MS와" in answer.text
    assert answer.thread_ts == picture.thread_ts == question.ts
    assert [file["name"] for file in picture.files] == ["timeline.png"]


async def test_what_is_no_timeline_has_no_picture(place: Workspace) -> None:
    await place.say("에스터는 언제 나와?", DIRECT)
    await place.say("KT 일정", DIRECT, answers=2)
    assert len([m for m in place.messages(DIRECT) if m.files]) == 1


async def test_the_table_stands_where_nothing_draws(base: FactBase) -> None:
    async with workspace(base) as place:
        _, answer = await place.say("KT 일정", DIRECT)
        assert "table" in kinds(answer.blocks)
        await place.say("도움말", DIRECT)
        assert not [m for m in place.messages(DIRECT) if m.files]


async def test_a_refused_picture_leaves_the_table(base: FactBase) -> None:
    async with workspace(base, lambda _: b"") as place:  # Slack takes no empty file
        _, answer = await place.say("KT 일정", DIRECT)
        assert "table" in kinds(answer.blocks)
        _, after = await place.say("에스터는 언제 나와?", DIRECT)
        assert "에스터" in after.text


async def test_a_long_timeline_turns_its_pages(place: Workspace) -> None:
    await place.people.enter(ME, MAIN, "/telco 일정")
    (shown,) = await until(place.messages)
    (button,) = [
        (block["block_id"], element)
        for block in shown.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"].startswith("page:")
    ]
    first = shown.text
    source = {"channel": MAIN, "ts": shown.ts}
    await place.people.act(ME, source, button[0], button[1]["action_id"], {})
    await until(lambda: place.messages()[0].text != first)
    assert "table" in kinds(place.messages()[0].blocks)


async def suggestions(place: Workspace, typed: str) -> list[str]:
    await place.people.shortcut(ME, "find")
    view = await place.view()
    found = await place.people.options(ME, {"view_id": view["id"]}, "find", "find", typed)
    return [option["value"] for option in found["options"]]


@pytest.mark.parametrize(("typed", "first"), [("ㅇㅇㄷ", "에이닷"), ("엑시오", "익시오"), ("", "SKT")])
async def test_the_search_suggests(place: Workspace, typed: str, first: str) -> None:
    assert (await suggestions(place, typed))[0] == first


async def test_what_was_typed_may_be_asked_as_it_stands(place: Workspace) -> None:
    assert (await suggestions(place, "내일 <날씨> 어때"))[-1] == "내일 <날씨> 어때"


async def search(place: Workspace, question: str) -> dict[str, Any]:
    await place.people.shortcut(ME, "find")
    view = await place.view()
    values = {"find": {"find": {"selected_option": {"value": question}}}}
    await place.people.submit(ME, view["id"], values)
    return await place.view(question)


async def test_the_search_answers_in_its_modal(place: Workspace) -> None:
    view = await search(place, "에스터는 언제 나와?")
    assert view["blocks"][0]["block_id"] == "find"
    assert "2025년 3월" in str(view["blocks"])
    assert check_view(view) == []


@pytest.mark.parametrize("question", ["KT", "SKT vs KT 데이터센터", "일정", "인물", "오늘 날씨", "도움말"])
async def test_every_kind_of_answer_fits_a_modal(place: Workspace, question: str) -> None:
    assert check_view(await search(place, question)) == []


async def press(place: Workspace, view: dict[str, Any], action: str) -> None:
    (block_id, action_id) = next(
        (block["block_id"], element["action_id"])
        for block in view["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"].startswith(action)
    )
    await place.people.act(ME, {"view_id": view["id"]}, block_id, action_id, {})


async def test_a_button_in_the_modal_answers_in_the_modal(place: Workspace) -> None:
    view = await search(place, "KT")
    await press(place, view, "page:")
    turned = await until(lambda: _changed(place, view))
    assert turned.content["callback_id"] == "find"


def _changed(place: Workspace, view: dict[str, Any]) -> Any:
    (top,) = place.server.workspace.views.stacks[ME]
    return top if str(top.content["blocks"]) != str(view["blocks"]) else None


async def test_an_answer_can_be_sent_to_oneself(place: Workspace) -> None:
    await press(place, await search(place, "에스터는 언제 나와?"), "send")
    await place.view(texts.SENT_TO_YOU)
    (sent,) = place.messages(DIRECT)
    assert "에스터" in sent.text


async def check(place: Workspace, text: str) -> dict[str, Any]:
    await place.people.enter(ME, MAIN, text)
    message = place.messages()[-1]
    await place.people.shortcut(ME, "check", {"channel": MAIN, "ts": message.ts})
    return await place.view()


async def test_a_message_is_checked_sentence_by_sentence(place: Workspace) -> None:
    text = "김영섭은 KT 대표다. KT는 2025년 3분기에 한국적 AI를 출시한다.\nKT는 5G 요금제를 인하했다."
    view = await check(place, text)
    shown = str(view["blocks"])
    assert all(finding in shown for finding in texts.FINDINGS.values())
    assert "‘2025년 3분기’: 때가 다릅니다" in shown
    assert "올해 2분기" in shown  # the quote
    assert check_view(view) == []


async def test_where_nothing_is_stated_the_check_says_so(place: Workspace) -> None:
    assert texts.NOTHING_TO_CHECK in str(await check(place, "안녕하세요!"))


async def test_the_longest_message_fits_the_modal(place: Workspace) -> None:
    assert check_view(await check(place, "KT는 2025년 3분기에 한국적 AI를 출시한다. " * 60)) == []


async def test_a_message_cannot_ping_through_the_check(place: Workspace) -> None:
    view = await check(place, "<!channel> <@U0PERSON02> 김영섭은 SKT 대표다 <https://evil.example|여기>.")
    assert "<!" not in str(view["blocks"])
    assert "<@" not in str(view["blocks"])
    assert "evil" not in str(view["blocks"])


@pytest.fixture
def linked(base: FactBase) -> FactBase:
    """The base with an address for one of its articles."""
    article = base.articles["2025-03-04-kt-mwc25"]
    known = type(article).model_validate(
        {**article.model_dump(), "url": f"https://{HOST}/articles/2025?id=7"}
    )
    return type(base)({**base.articles, article.id: known}, base.facts, base.entities, base.concepts)


async def test_a_link_to_a_source_is_unfurled(linked: FactBase) -> None:
    async with workspace(linked) as place:
        await place.people.enter(ME, MAIN, f"이 기사 보셨나요 {URL}")
        (message,) = place.messages()
        (attachment,) = await until(lambda: message.attachments)
    shown = str(attachment["blocks"])
    assert "CEO스코어데일리" in shown
    assert "한국적 AI·KT SPC" in shown
    assert shown.count("rich_text_quote") == 3
    assert attachment["from_url"].replace("&amp;", "&") == URL


@pytest.mark.parametrize(
    "url", [f"https://{HOST}/articles/other", "https://elsewhere.example/articles/2025?id=7"]
)
async def test_other_links_are_left_alone(linked: FactBase, url: str) -> None:
    async with workspace(linked) as place:
        await place.say(f"@telco 에스터는 언제 나와? {url}")
        assert all(not message.attachments for message in place.messages())


async def test_a_workflow_step_finds_a_fact(place: Workspace) -> None:
    found = await place.people.run_step("find_fact", {"question": "KT가 MS와 손잡고 얼마를 투자해?"})
    assert "2조 4천억 원" in found["outputs"]["summary"]
    assert "2조 4천억 원" in found["outputs"]["quote"]
    assert "2025-02-13" in found["outputs"]["source"]


@pytest.mark.parametrize("question", ["오늘 날씨 어때?", "KT", ""])
async def test_a_workflow_step_fails_rather_than_guess(place: Workspace, question: str) -> None:
    found = await place.people.run_step("find_fact", {"question": question})
    assert found == {"error": texts.STEP_NOT_FOUND}
