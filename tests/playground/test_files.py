"""Uploads as the SDK does them, in three steps."""

import httpx
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer
from tests.playground.conftest import MAIN

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


async def test_a_picture_is_uploaded_shared_and_shown(
    server: PlaygroundServer, client: AsyncWebClient
) -> None:
    uploaded = await client.files_upload_v2(
        channel=MAIN, content=PNG, filename="일정.png", title="일정", initial_comment="AI 일정입니다"
    )
    (message,) = server.workspace.messages(server.workspace.channel(MAIN))
    assert (message.text, message.files[0]["title"]) == ("AI 일정입니다", "일정")
    async with httpx.AsyncClient() as http:
        shown = await http.get(uploaded["file"]["url_private"])
    assert (shown.headers["content-type"], shown.content) == ("image/png", PNG)


async def test_what_could_run_in_the_page_is_only_downloaded(
    server: PlaygroundServer, client: AsyncWebClient
) -> None:
    uploaded = await client.files_upload_v2(content="<script>alert(1)</script>", filename="x.html")
    async with httpx.AsyncClient() as http:
        given = await http.get(uploaded["file"]["url_private"])
    assert given.headers["content-disposition"] == "attachment"
    assert given.headers["content-type"] == "application/octet-stream"


async def test_a_file_without_bytes_is_not_found(client: AsyncWebClient) -> None:
    expected = await client.files_getUploadURLExternal(filename="a.png", length=10)
    with pytest.raises(SlackApiError, match="file_not_found"):
        await client.files_completeUploadExternal(files=[{"id": expected["file_id"], "title": "a"}])
