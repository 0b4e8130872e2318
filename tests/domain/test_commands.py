"""What a mistyped command is taken for, and that no question is taken for a command."""

import pytest

from bot.domain.base import FactBase
from bot.domain.commands import COMMANDS, nearest, with_nearest
from bot.domain.reply import ReadAs, Reply, Status
from tests.conftest import Ask

UNKNOWN = Reply(status=Status.UNKNOWN, message="없습니다.")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("도음말", "도움말"),
        ("츨처", "출처"),
        ("/출쳐", "출처"),
        ("cnfcj", "출처"),
        ("일종", "일정"),
        ("인믈 KT", "인물"),
        ("비고", "비교"),
    ],
)
def test_a_slip_names_the_nearest_command(typed: str, command: str) -> None:
    assert nearest(typed) == command
    reply = with_nearest(typed, UNKNOWN)
    assert f"가장 가까운 명령은 ‘{command}’입니다." in reply.message
    assert [suggestion.question for suggestion in reply.suggestions] == [COMMANDS[command]]


@pytest.mark.parametrize("typed", ["", "   ", "날씨", "삼성전자 주가", "출처", "출처를 어떻게 믿어", "!!!"])
def test_other_words_are_no_commands(typed: str) -> None:
    assert with_nearest(typed, UNKNOWN) is UNKNOWN


@pytest.mark.parametrize("typed", list(COMMANDS))
def test_every_command_leads_somewhere(typed: str, ask: Ask) -> None:
    assert ask(COMMANDS[typed]).status in (Status.HELP, Status.OVERVIEW, Status.COMPARISON)


def test_a_bare_comparison_says_how_to_compare(ask: Ask) -> None:
    reply = with_nearest("비교", ask("비교"))
    assert "vs" in reply.message
    assert ask(reply.suggestions[0].question).status is Status.COMPARISON


def test_what_was_answered_by_guessing_as_far_gives_way_to_the_command() -> None:
    guessed = Reply(status=Status.ANSWER, message="출자", read_as=(ReadAs(typed="출저", read="출자"),))
    assert "‘출처’" in with_nearest("출저", guessed).message
    sure = guessed.model_copy(update={"read_as": ()})
    assert with_nearest("출저", sure) is sure


def test_no_question_of_the_base_is_taken_for_a_command(base: FactBase) -> None:
    answered = Reply(status=Status.ANSWER, message="답")
    for fact in base.facts:
        for question in fact.questions:
            assert with_nearest(question, answered) is answered


def test_no_name_is_taken_for_a_command(ask: Ask, base: FactBase) -> None:
    """A name alone brings its overview, however much it looks like a command."""
    for entity in base.entities.values():
        if entity.known:
            reply = ask(entity.name)
            assert with_nearest(entity.name, reply) is reply
