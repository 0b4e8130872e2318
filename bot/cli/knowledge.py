"""Commands for curators: ``telco check``, ``telco verify`` and ``telco schema``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.cli import app
from bot.domain.errors import Fault, KnowledgeError

Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        envvar="TELCO_KNOWLEDGE",
        help="사실 자료 폴더. 없으면 함께 설치된 자료를 씁니다.",
        show_default=False,
    ),
]


@app.command()
def check(knowledge: Knowledge = None) -> None:
    """사실 자료의 형식과 규칙을 검사합니다."""
    from bot.library.checks import check as check_base
    from bot.library.checks import check_names
    from bot.library.loader import load_with_sources
    from bot.library.place import find_knowledge

    folder = find_knowledge(knowledge)
    faults = check_names(folder)
    try:
        base, sources = load_with_sources(folder)
    except KnowledgeError as error:
        _end_with([*faults, *error.faults])
    if faults := [*faults, *check_base(base, sources)]:
        _end_with(faults)
    print(
        f"고칠 곳이 없습니다: 사실 {len(base.facts)}개, 기사 {len(base.articles)}건, "
        f"이름 {len(base.entities)}개, 낱말 {len(base.concepts)}개."
    )


@app.command()
def verify(
    articles: Annotated[
        Path,
        typer.Option("--articles", help="기사 원문 폴더. 파일 이름은 기사ID.txt입니다.", show_default=False),
    ],
    knowledge: Knowledge = None,
) -> None:
    """인용문이 기사 원문에 그대로, 적힌 자리에 있는지 확인합니다."""
    from bot.library.loader import load_with_sources
    from bot.library.place import find_knowledge
    from bot.library.verify import verify as verify_base

    try:
        base, sources = load_with_sources(find_knowledge(knowledge))
    except KnowledgeError as error:
        _end_with(error.faults)
    if faults := verify_base(base, sources, articles):
        _end_with(faults)
    print(f"인용문 {len(base.facts)}개가 기사 {len(base.articles)}건의 원문과 모두 같습니다.")


@app.command()
def schema(knowledge: Knowledge = None) -> None:
    """편집기용 JSON Schema를 자료 폴더의 schema/에 씁니다."""
    from bot.library.place import find_knowledge
    from bot.library.schema import write

    for path in write(find_knowledge(knowledge)):
        print(path)


def _end_with(faults: Sequence[Fault]) -> NoReturn:
    """Print the faults in order and their number, and end with status 1."""
    for fault in sorted(faults):
        print(fault)
    print(f"고칠 곳이 {len(faults)}곳 있습니다.")
    raise typer.Exit(1)
