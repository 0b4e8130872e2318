"""Commands for operators: ``telco run``, ``telco manifest`` and ``telco doctor``."""

from typing import Annotated

import typer

from bot.cli import app


@app.command()
def run(
    http: Annotated[bool, typer.Option("--http", help="소켓 대신 HTTP로 Slack의 요청을 받습니다.")] = False,
    host: Annotated[str, typer.Option(help="HTTP 방식에서 열 주소입니다.")] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="HTTP 방식이나 로컬 작업공간의 포트입니다.", show_default=False),
    ] = None,
    browser: Annotated[bool, typer.Option(help="로컬 작업공간을 브라우저로 엽니다.")] = True,
) -> None:
    """봇을 실행합니다. 토큰이 없으면 이 컴퓨터에 로컬 작업공간을 엽니다."""
    from bot.cli.logs import set_up
    from bot.settings import load_settings
    from bot.wiring import running

    settings = load_settings()
    set_up(settings.log_level, settings.log_format, settings.secrets())
    running.run(settings, http=http, host=host, port=port, browser=browser)


@app.command()
def manifest(
    http: Annotated[
        str | None,
        typer.Option(metavar="URL", help="HTTP 방식으로 받을 공개 주소 (https://…).", show_default=False),
    ] = None,
) -> None:
    """Slack의 'From a manifest'에 붙여 넣을 앱 설정을 출력합니다."""
    from bot.wiring import running

    if http is not None and not http.startswith("https://"):
        raise typer.BadParameter("https://로 시작하는 주소를 적으십시오.", param_hint="--http")
    print(running.manifest(http), end="")


@app.command()
def doctor() -> None:
    """Slack 토큰과 범위, 연결을 하나씩 확인하고 고치는 법을 알려 줍니다."""
    from bot.settings import load_settings
    from bot.wiring import running

    checks = running.examine(load_settings())
    for check in checks:
        mark = {True: "✓", False: "✗", None: "–"}[check.ok]
        print(f"{mark} {check.name}: {check.detail}")
        if check.ok is False:
            print(f"  → {check.mend}")
    if any(check.ok is False for check in checks):
        print("Slack 없이 써 보시려면 토큰을 비우고 telco run을 실행하십시오.")
        raise typer.Exit(1)
