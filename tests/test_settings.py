"""Settings: what is read, what is refused, and that .env.example tells the truth."""

import re
from pathlib import Path

import pytest

from bot.domain.errors import SettingsError
from bot.settings import RunMode, Settings, load_settings

EXAMPLE = Path(__file__).parents[1] / ".env.example"
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def write(tmp_path: Path, **values: str) -> Path:
    path = tmp_path / ".env"
    path.write_text("".join(f"{name}={value}\n" for name, value in values.items()), encoding="utf-8")
    return path


def test_the_defaults_are_slack_and_seoul() -> None:
    settings = load_settings(None)
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.timezone.key == "Asia/Seoul"
    assert (settings.log_level, settings.log_format) == ("INFO", "text")
    assert settings.slack_bot_token is None


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, LOG_LEVEL="ERROR", SLACK_API_URL="http://127.0.0.1:9/api")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    settings = load_settings(path)
    assert settings.log_level == "DEBUG"
    assert settings.slack_api_url == "http://127.0.0.1:9/api/"


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings(None).log_level = "ERROR"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("SLACK_API_URL", "slack.com", "https://"),
        ("DATABASE_URL", "mysql://x", "postgresql://"),
        ("TELCO_KNOWLEDGE", "/no/such/folder", "폴더"),
        ("TELCO_TIMEZONE", "Seoul/Asia", "Asia/Seoul"),
        ("TELCO_TIMEZONE", "Asia", "Asia/Seoul"),
        ("LOG_LEVEL", "LOUD", "'WARNING'"),
        ("LOG_FORMAT", "xml", "'json'"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(
    tmp_path: Path, name: str, value: str, advice: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, **{name: value}))
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert advice in message
    assert (value in message) or name == "DATABASE_URL"  # the address of a database may hold a password


@pytest.mark.parametrize(("name", "prefix"), [("SLACK_BOT_TOKEN", "xoxb-"), ("SLACK_APP_TOKEN", "xapp-")])
def test_a_wrong_secret_is_named_and_never_shown(tmp_path: Path, name: str, prefix: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, **{name: "hush-hush-123"}))
    assert name in str(caught.value)
    assert prefix in str(caught.value)
    assert "hush" not in str(caught.value)


def test_the_secrets_are_those_that_are_set(tmp_path: Path) -> None:
    values = {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": "hush-hush",
        "DATABASE_URL": "postgresql://u:p@h/d",
    }
    settings = load_settings(write(tmp_path, **values, LOG_LEVEL="INFO"))
    assert sorted(settings.secrets()) == sorted(values.values())
    for secret in values.values():
        assert secret not in repr(settings)


def test_every_wrong_value_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, LOG_LEVEL="x", LOG_FORMAT="y"))
    assert {line.split(":")[0] for line in str(caught.value).splitlines()} == {"LOG_LEVEL", "LOG_FORMAT"}


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes(b"LOG_LEVEL=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings(path)


@pytest.mark.parametrize(
    ("values", "http", "mode"),
    [
        ({}, False, RunMode.LOCAL),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, False, RunMode.SOCKET),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}, True, RunMode.HTTP),
    ],
)
def test_the_mode_follows_from_what_is_set(
    tmp_path: Path, values: dict[str, str], http: bool, mode: RunMode
) -> None:
    assert load_settings(write(tmp_path, **values)).mode(http=http) is mode


@pytest.mark.parametrize(
    ("values", "http", "missing"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, False, ["SLACK_APP_TOKEN"]),
        ({"SLACK_APP_TOKEN": "xapp-1"}, False, ["SLACK_BOT_TOKEN"]),
        ({"SLACK_SIGNING_SECRET": "s"}, False, ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, True, ["SLACK_SIGNING_SECRET"]),
        ({}, True, ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"]),
    ],
)
def test_half_set_tokens_name_what_is_missing_and_where_it_is(
    tmp_path: Path, values: dict[str, str], http: bool, missing: list[str]
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, **values)).mode(http=http)
    named = [line.split("이(가)")[0] for line in str(caught.value).splitlines() if "이(가) 없습니다" in line]
    assert named == missing
    assert str(caught.value).count("앱 설정 >") == len(missing)


def test_the_example_holds_every_setting_with_one_line_of_comment() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = [match.group(1) for line in lines if (match := re.match(r"([A-Z_]+)=", line))]
    assert named == NAMES
    for number, line in enumerate(lines):
        if "=" in line and not line.startswith("#"):
            assert lines[number - 1].startswith("# ")


def test_the_example_shows_the_defaults() -> None:
    assert load_settings(EXAMPLE) == load_settings(None)


def test_ids_are_read_from_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELCO_CHANNELS", "C1, C2")
    monkeypatch.setenv("TELCO_CURATORS", "U1 W2,")
    settings = load_settings(None)
    assert settings.telco_channels == {"C1", "C2"}
    assert settings.telco_curators == {"U1", "W2"}


@pytest.mark.parametrize(("name", "value"), [("TELCO_CHANNELS", "#통신"), ("TELCO_CURATORS", "C1")])
def test_what_is_no_id_is_named_with_advice(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{name}.*쉼표로 나누어"):
        load_settings(None)
