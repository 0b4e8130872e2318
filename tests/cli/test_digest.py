"""telco digest, export and import, called as people call them."""

import asyncio
import datetime as dt
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import bot.cli.digest  # noqa: F401 (registers the commands)
from bot.cli import app
from bot.domain.errors import TelcoError
from bot.storage.store import open_store
from tests.parts import ROOT
from tests.storage.made import HORIZON, LATEST, LEASE, NOW, make, subscription

MADE = str(ROOT / "tests" / "library" / "made" / "knowledge")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'telco.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)  # no .env of the machine
    return url


def run(*words: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def fill(url: str) -> None:
    async def work() -> None:
        store = open_store(url)
        for channel in ("C1", "C2"):
            await store.subscriptions.put(subscription(channel), NOW)
        due = subscription().next_due
        await store.plans.plan(due, due, LATEST, make, 10)
        claims = await store.outbox.claim("a", due, LEASE, HORIZON, 10)
        await store.outbox.begin(claims[0], due, LEASE)
        await store.outbox.posted(claims[0], "1763941800.000100", due)
        await store.close()

    asyncio.run(work())


def test_a_preview_is_the_digest_of_the_day() -> None:
    result = run("digest", "preview", "--channel", "C1", "--date", "2026-11-23", "--knowledge", MADE)
    assert result.exit_code == 0
    assert result.output.startswith("11월 23일 월요일")


def test_a_preview_as_json_has_facts_as_in_the_reply_contract() -> None:
    words = ("digest", "preview", "--channel", "C1", "--date", "2026-11-23", "--json", "--knowledge", MADE)
    body = json.loads(run(*words).output)
    assert (body["channel"], body["date"]) == ("C1", "2026-11-23")
    assert body["facts"]
    for fact in body["facts"]:
        assert fact.keys() >= {"id", "company", "summary", "quote", "score", "article"}
        assert fact["article"].keys() >= {"id", "title", "outlet", "published"}
        assert fact["quote"] in body["text"]
    assert run(*words).output == run(*words).output


def test_a_preview_without_a_date_is_todays() -> None:
    day = dt.datetime.now(dt.timezone(dt.timedelta(hours=9))).date()
    output = run("digest", "preview", "--json", "--knowledge", MADE).output
    assert dt.date.fromisoformat(json.loads(output)["date"]) - day in (dt.timedelta(0), dt.timedelta(days=1))


@pytest.mark.parametrize("date", ["23.11.2026", "2026-02-29", "9999-12-31", "0001-01-01"])
def test_a_wrong_date_is_named(date: str) -> None:
    result = run("digest", "preview", "--date", date, "--knowledge", MADE)
    assert isinstance(result.exception, TelcoError)
    assert date in str(result.exception)


def test_subscriptions_are_listed(database: str) -> None:
    assert "없습니다" in run("digest", "list").output
    fill(database)
    lines = run("digest", "list").output.splitlines()
    assert lines[0] == "T1/C1  매일 오전 8시 30분 · KT · 다음 11월 25일 수요일 · 설정 U1"
    assert [json.loads(line)["channel"] for line in run("digest", "list", "--json").output.splitlines()] == [
        "C1",
        "C2",
    ]


def test_runs_say_what_was_sent_and_with_which_ts(database: str) -> None:
    assert "없습니다" in run("digest", "runs").output
    fill(database)
    lines = run("digest", "runs").output.splitlines()
    assert len(lines) == 2
    assert "2026-11-24  T1/C1  보냈습니다" in lines[0]
    assert "ts 1763941800.000100" in lines[0]
    (only,) = run("digest", "runs", "--channel", "C2", "--json").output.splitlines()
    assert json.loads(only)["state"] == "planned"


def test_state_goes_out_and_comes_back(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(database)
    file = tmp_path / "state.jsonl"
    assert "4줄" in run("export", file).output
    assert run("export").output == file.read_text(encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    assert "구독 2건" in run("import", file).output
    assert run("export").output == file.read_text(encoding="utf-8")
    assert "구독 2건" in run("import", "-", stdin=file.read_text(encoding="utf-8")).output


def test_a_missing_file_is_named(database: str) -> None:
    assert "gone.jsonl" in str(run("import", "gone.jsonl").exception)
