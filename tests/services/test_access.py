"""Who may ask where, and how often."""

import pytest

from bot.services.access import Access, Entry


class Clock:
    """Seconds that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.mark.parametrize("channel", ["C1", "D1", ""])
def test_allowed_channels_direct_messages_and_home_are_open(channel: str) -> None:
    assert Access({"C1"}).enter("U1", channel) is Entry.WELCOME


@pytest.mark.parametrize("channel", ["C2", "G1"])
def test_other_channels_are_closed(channel: str) -> None:
    assert Access({"C1"}).enter("U1", channel) is Entry.ELSEWHERE


def test_an_empty_list_opens_every_channel() -> None:
    assert Access().enter("U1", "C9") is Entry.WELCOME


def test_who_asks_too_fast_is_told_once_until_there_was_a_pause(clock: Clock) -> None:
    access = Access(questions=2, seconds=60, clock=clock)
    entries = [access.enter("U1") for _ in range(4)]
    assert entries == [Entry.WELCOME, Entry.WELCOME, Entry.TOO_FAST, Entry.STILL_TOO_FAST]
    clock.now = 60
    assert [access.enter("U1") for _ in range(3)] == [Entry.WELCOME, Entry.WELCOME, Entry.TOO_FAST]


def test_the_window_slides(clock: Clock) -> None:
    access = Access(questions=2, seconds=60, clock=clock)
    access.enter("U1")
    clock.now = 50
    access.enter("U1")
    clock.now = 61
    assert access.enter("U1") is Entry.WELCOME
    assert access.enter("U1") is Entry.TOO_FAST


def test_people_do_not_use_up_each_others_questions(clock: Clock) -> None:
    access = Access(questions=1, clock=clock)
    assert access.enter("U1") is access.enter("U2") is Entry.WELCOME


def test_a_closed_channel_costs_no_question(clock: Clock) -> None:
    access = Access({"C1"}, questions=1, clock=clock)
    access.enter("U1", "C2")
    assert access.enter("U1", "C1") is Entry.WELCOME


def test_only_so_many_people_are_remembered(clock: Clock) -> None:
    access = Access(questions=1, capacity=2, clock=clock)
    for user in ("U1", "U2", "U3"):
        access.enter(user)
    assert access.enter("U3") is Entry.TOO_FAST
    assert access.enter("U1") is Entry.WELCOME  # forgotten, as the one who was seen longest ago
