"""Sending effectively once: after every kind of failure there is one message, or a clear word why not."""

import datetime as dt

import pytest

from bot.domain.digest.digest import Wanted
from bot.domain.digest.schedule import Schedule
from bot.services.digest_values import (
    ChannelGoneError,
    Kind,
    PostError,
    RateLimitedError,
    RefusedError,
    State,
    StoreUnavailableError,
    Subscription,
    UnreadableError,
    UnsureError,
)
from bot.services.send_digest import SendDigest, Timing
from tests.services.fakes import START, FakeClock, FakeOutbox, FakeSlack, FakeSubscriptions, a_claim

TIMING = Timing()
SUBSCRIPTION = Subscription(
    team="T1",
    channel="C1",
    schedule=Schedule(at=dt.time(8, 30)),
    wanted=Wanted(),
    set_by="U1",
    next_day=dt.date(2026, 11, 24),
    next_due=START + dt.timedelta(days=1),
)


class Bench:
    """A sender with its fakes; ``run`` takes whatever is due, as a replica would."""

    def __init__(self, kind: Kind = Kind.DIGEST) -> None:
        self.clock = FakeClock()
        self.slack = FakeSlack(self.clock)
        self.outbox = FakeOutbox(row=a_claim(kind), next_at=START)
        self.subscriptions = FakeSubscriptions()
        self.subscriptions.kept["T1", "C1"] = SUBSCRIPTION
        self.send = SendDigest(
            self.outbox, self.subscriptions, self.slack, self.clock, sleep=self.clock.sleep
        )

    async def step(self) -> None:
        for claim in await self.outbox.claim("a", self.clock(), TIMING.lease, TIMING.horizon, 10):
            await self.send(claim)

    async def run(self, **until: float) -> State:
        """Go on until nothing is left to do, or until so much time has passed."""
        end = self.clock() + dt.timedelta(**until or {"days": 3})
        while self.outbox.next_at is not None and self.clock() < end:
            self.clock.moment = max(self.clock(), self.outbox.next_at)
            await self.step()
        assert self.outbox.row is not None
        return self.outbox.row.state


async def test_a_digest_is_posted_with_its_id() -> None:
    bench = Bench()
    assert await bench.run() is State.POSTED
    assert bench.slack.posts == [("T1", "C1", {"text": "11월 23일 월요일"}, "digest-T1-C1-2026-11-23")]
    assert bench.outbox.ts == "1.0"


async def test_it_waits_for_its_place_in_slacks_rate() -> None:
    bench = Bench()
    claim = a_claim(due=START)
    bench.outbox.row = claim
    bench.outbox.next_at = None
    late = START + dt.timedelta(seconds=1.5)
    await bench.send(type(claim)(**{**claim.__dict__, "send_at": late}))
    assert bench.clock() == late
    assert len(bench.slack.posts) == 1


async def test_a_rate_limit_puts_it_off_and_holds_the_workspace() -> None:
    bench = Bench()
    bench.slack.faults = [RateLimitedError(30)]
    await bench.step()
    assert bench.outbox.held == START + dt.timedelta(seconds=30)
    assert bench.outbox.next_at == START + dt.timedelta(seconds=30)
    assert await bench.run() is State.POSTED
    assert bench.slack.looks == 0  # Slack had said that it took nothing


async def test_after_a_lost_answer_the_message_is_found_and_not_posted_again() -> None:
    bench = Bench()
    bench.slack.lost = [UnsureError("timeout")]
    assert await bench.run() is State.POSTED
    assert len(bench.slack.posts) == 1
    assert bench.outbox.ts == "1.0"


async def test_after_a_lost_question_the_message_is_posted_again() -> None:
    bench = Bench()
    bench.slack.faults = [UnsureError("HTTP 500")]
    assert await bench.run() is State.POSTED
    assert len(bench.slack.posts) == 1
    assert bench.slack.looks == 1


async def test_a_sender_that_died_after_posting_is_made_up_for() -> None:
    bench = Bench()
    (claim,) = await bench.outbox.claim("a", START, TIMING.lease, TIMING.horizon, 10)
    await bench.outbox.begin(claim, START, TIMING.lease)
    await bench.slack.post("T1", "C1", claim.payload, claim.id)  # and then it is killed
    assert await bench.run() is State.POSTED
    assert len(bench.slack.posts) == 1


async def test_a_sender_that_died_before_posting_is_made_up_for() -> None:
    bench = Bench()
    (claim,) = await bench.outbox.claim("a", START, TIMING.lease, TIMING.horizon, 10)
    await bench.outbox.begin(claim, START, TIMING.lease)
    assert await bench.run() is State.POSTED
    assert len(bench.slack.posts) == 1


async def test_a_database_that_went_away_after_the_post_leads_to_no_second_post() -> None:
    bench = Bench()
    (claim,) = await bench.outbox.claim("a", START, TIMING.lease, TIMING.horizon, 10)
    await bench.outbox.begin(claim, START, TIMING.lease)
    assert bench.outbox.row is not None
    bench.outbox.row = type(claim)(**{**bench.outbox.row.__dict__, "state": State.PLANNED})
    bench.outbox.down = 0

    class DownAfterPost(FakeSlack):
        async def post(self, *args: object) -> str:
            ts = await super().post(*args)  # type: ignore[arg-type]
            bench.outbox.down = 1
            return ts

    slack = DownAfterPost(bench.clock)
    send = SendDigest(bench.outbox, bench.subscriptions, slack, bench.clock, sleep=bench.clock.sleep)
    with pytest.raises(StoreUnavailableError):
        await send(bench.outbox.row)
    bench.slack.posts = slack.posts
    assert await bench.run() is State.POSTED
    assert len(bench.slack.posts) == 1


async def test_an_unreadable_history_is_ambiguous_and_said_so() -> None:
    bench = Bench()
    bench.slack.lost = [UnsureError("timeout")]
    bench.slack.blind = [UnreadableError("missing_scope")]
    assert await bench.run() is State.AMBIGUOUS
    assert len(bench.slack.posts) == 1
    ((user, _, text),) = bench.outbox.notes
    assert user == "U1"
    assert "확인하지 못했습니다" in text
    assert bench.subscriptions.kept  # tomorrow's digest still comes


async def test_a_history_that_cannot_be_reached_is_tried_again() -> None:
    bench = Bench()
    bench.slack.lost = [UnsureError("timeout")]
    bench.slack.blind = [UnsureError("HTTP 503"), RateLimitedError(60), UnsureError("timeout")]
    assert await bench.run() is State.POSTED
    assert len(bench.slack.posts) == 1
    assert bench.slack.looks == 4


async def test_a_history_away_for_a_day_is_given_up() -> None:
    bench = Bench()
    bench.slack.lost = [UnsureError("timeout")]
    bench.slack.blind = [UnsureError("HTTP 503") for _ in range(1000)]
    assert await bench.run() is State.AMBIGUOUS
    assert len(bench.slack.posts) == 1


async def test_what_is_more_than_three_hours_late_is_skipped() -> None:
    bench = Bench()
    bench.clock.move(hours=3, seconds=1)
    assert await bench.run() is State.SKIPPED
    assert bench.slack.posts == []
    assert bench.outbox.reason == "late"


async def test_what_is_just_under_three_hours_late_is_sent() -> None:
    bench = Bench()
    bench.clock.move(hours=3)
    assert await bench.run() is State.POSTED


async def test_a_digest_not_found_after_three_hours_is_skipped_not_posted() -> None:
    bench = Bench()
    bench.slack.faults = [UnsureError("timeout")]
    await bench.step()
    bench.clock.move(hours=4)
    assert await bench.run() is State.SKIPPED
    assert bench.slack.posts == []


async def test_a_refusal_is_tried_again_until_it_is_too_late() -> None:
    bench = Bench()
    bench.slack.faults = [RefusedError("token_revoked") for _ in range(1000)]
    assert await bench.run() is State.SKIPPED
    assert 10 < 1000 - len(bench.slack.faults) < 60


@pytest.mark.parametrize("reason", ["is_archived", "channel_not_found", "not_in_channel"])
async def test_a_channel_that_is_gone_ends_its_subscription_with_a_note(reason: str) -> None:
    bench = Bench()
    bench.slack.faults = [ChannelGoneError(reason)]
    assert await bench.run() is State.FAILED
    assert bench.subscriptions.ended == {("T1", "C1"): reason}
    ((user, _, text),) = bench.outbox.notes
    assert user == "U1"
    assert "<#C1>" in text


@pytest.mark.parametrize("error", [ChannelGoneError("user_not_found"), UnsureError("timeout")])
async def test_a_note_that_fails_leads_to_no_other_note(error: PostError) -> None:
    bench = Bench(Kind.NOTE)
    bench.slack.faults = [error]
    bench.slack.blind = [UnreadableError("channel_not_found")]
    await bench.run()
    assert bench.outbox.notes == []
    assert bench.subscriptions.kept


async def test_a_claim_that_was_lost_is_not_posted() -> None:
    bench = Bench()
    (claim,) = await bench.outbox.claim("a", START, TIMING.lease, TIMING.horizon, 10)
    bench.clock.move(minutes=2)
    await bench.outbox.claim("b", bench.clock(), TIMING.lease, TIMING.horizon, 10)
    await bench.send(claim)
    assert bench.slack.posts == []


async def test_a_commit_that_took_most_of_the_lease_is_not_followed_by_a_post() -> None:
    bench = Bench()

    class SlowOutbox(FakeOutbox):
        async def begin(self, *args: object) -> bool:
            begun = await super().begin(*args)  # type: ignore[arg-type]
            bench.clock.move(seconds=45)
            return begun

    bench.outbox = SlowOutbox(row=a_claim(), next_at=START)
    send = SendDigest(bench.outbox, bench.subscriptions, bench.slack, bench.clock, sleep=bench.clock.sleep)
    (claim,) = await bench.outbox.claim("a", START, TIMING.lease, TIMING.horizon, 10)
    await send(claim)
    assert bench.slack.posts == []
    assert bench.outbox.row is not None
    assert bench.outbox.row.state is State.PLANNED
