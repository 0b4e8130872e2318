"""Commands that answer: ``telco ask`` and ``telco eval``."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import app
from bot.cli.knowledge import Knowledge
from bot.domain.errors import TelcoError

if TYPE_CHECKING:
    from bot.domain.reply import Reply
    from bot.services.grade import Graded, Report


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="물어볼 말", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="답을 JSON 한 줄로 냅니다.")] = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="질문이 담긴 JSON Lines 파일")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="왜 이 답인지 보여 줍니다.")] = False,
    knowledge: Knowledge = None,
) -> None:
    """질문에 답합니다."""
    from bot.wiring import build_asks, keep

    if batch is not None:
        asks = build_asks(knowledge)
        for entry in _read_lines(batch):
            turns = entry.get("turns") or [entry["q"]]
            print(_as_json(asks(turns[-1], turns[:-1]), entry["id"]), flush=True)
        return
    if question is None:
        raise TelcoError('물어볼 말을 적어 주세요. 예: telco ask "KT가 MS와 손잡고 얼마를 투자해?"')
    asks = build_asks(knowledge, explaining=explain)
    reply = asks(question)
    if as_json:
        print(_as_json(reply), flush=True)
    else:
        _show(reply, explain)
    keep(asks, knowledge)


def _as_json(reply: "Reply", reply_id: str | None = None) -> str:
    body = reply.model_dump(mode="json", exclude={"explanation"})
    return json.dumps({"id": reply_id, **body} if reply_id is not None else body, ensure_ascii=False)


def _read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises TelcoError naming file and line of the first fault."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TelcoError(f"{path}: 읽을 수 없습니다 ({error}).") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise TelcoError(f"{path}:{number}: JSON이 아닙니다 ({error}).") from error
        if not isinstance(entry, dict) or "id" not in entry or not (entry.get("q") or entry.get("turns")):
            raise TelcoError(
                f'{path}:{number}: {{"id": …, "q": …}} 또는 {{"id": …, "turns": […]}} 꼴이어야 합니다.'
            )
        yield entry


def _show(reply: "Reply", explain: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from bot.domain.text.particles import particle

    console = Console(highlight=False, soft_wrap=True)
    for read in reply.read_as:
        to = particle(read.read, "으로/로")
        console.print(
            Text(f"‘{read.typed}’{particle(read.typed, '을/를')} ‘{read.read}’{to} 읽었습니다.", "dim")
        )
    console.print(Text(reply.message, "bold"))
    for fact in reply.facts:
        if fact.summary not in reply.message:
            console.print(Text(f"• {fact.summary}"))
        if reply.status.asserts:
            console.print(Text(f"  “{fact.quote}”", "cyan"))
            console.print(Text(f"  — {fact.article.source_line}", "dim"))
        for note in fact.notes:
            console.print(Text(f"  ※ {note}", "yellow"))
    for suggestion in reply.suggestions if reply.status.asserts else ():
        console.print(Text(f"  ▸ {suggestion.question}", "dim"))
    if explain:
        for line in reply.explanation:
            console.print(Text(line, "magenta"))


@app.command(name="eval")
def evaluate(
    file: Annotated[Path | None, typer.Argument(help="질문 파일(JSON Lines). 없으면 tests/questions")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="맞히지 못한 질문을 모두 보여 줍니다.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="결과를 JSON으로 냅니다.")] = False,
    knowledge: Knowledge = None,
) -> None:
    """질문 묶음을 채점합니다."""
    from rich.progress import track

    from bot.library.questions import read_questions
    from bot.services.grade import grade, report
    from bot.wiring import build_asks

    questions = read_questions(file)
    asks = build_asks(knowledge)
    steps = track(questions, "채점", disable=as_json or not sys.stderr.isatty(), transient=True)
    graded = [grade(one, asks(one.thread[-1], one.thread[:-1])) for one in steps]
    result = report(graded)
    missed = [g for g in graded if g.verdict in ("wrong", "hedged")] if misses else []
    if as_json:
        shown = [g.model_dump(mode="json", exclude_defaults=True) for g in missed]
        print(json.dumps({**result.model_dump(), "misses": shown}, ensure_ascii=False))
    else:
        _print_report(result, missed)


def _print_report(result: "Report", missed: "list[Graded]") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    for one in missed:
        asked = " → ".join(one.question.thread)
        mark = "찾음" if one.found else ""
        console.print(f"[red]{one.verdict:6}[/] {one.question.id} {one.question.kind} | ", end="")
        console.print(f"{asked} | {one.status}: {one.lead} {mark}", markup=False)
    table = Table("종류", *("문항", "맞힘", "삼감", "머뭇", "틀림", "찾음"))
    for column in table.columns[1:]:
        column.justify = "right"
    for row in result.rows:
        counts = (row.n, row.right, row.held, row.hedged, row.wrong, row.found)
        table.add_row(row.kind, *map(str, counts))
    console.print(table)
    console.print(
        f"맞힘 {result.right}% (답 있는 질문) · 삼감 {result.held}% (답 없는 질문)"
        f" · 틀림 {result.wrong}% (전체) · 찾음 {result.found}% (답 있는 질문)"
    )
