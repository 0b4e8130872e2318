"""One question, one reply: what has been taken up is remembered, but not for ever."""

from bot.slack.inbox import MemoryInbox


async def test_a_key_is_claimed_once() -> None:
    inbox = MemoryInbox()
    assert await inbox.claim("a", "b")
    assert not await inbox.claim("b", "c")
    assert not await inbox.claim("c")  # the refused claim counts too: it is the same question


async def test_the_oldest_keys_are_forgotten_first() -> None:
    inbox = MemoryInbox(capacity=2)
    for key in ("a", "b", "c"):
        assert await inbox.claim(key)
    assert not await inbox.claim("c")
    assert await inbox.claim("a")
