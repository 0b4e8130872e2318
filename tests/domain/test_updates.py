"""Facts of which a newer article tells otherwise: both are shown, the newer one first."""

from bot.domain.base import FactBase
from bot.domain.reply import Status
from bot.domain.shown import OVERTAKEN
from tests.conftest import Ask


def test_the_newer_fact_leads_whichever_was_asked_for(base: FactBase, ask: Ask) -> None:
    pairs = [(newer, base.by_id[newer.updates]) for newer in base.facts if newer.updates]
    assert pairs
    for newer, older in pairs:
        for question in (newer.questions[0], older.questions[0]):
            reply = ask(question)
            assert reply.status is Status.ANSWER
            assert [fact.id for fact in reply.facts[:2]] == [newer.id, older.id]
            assert reply.message.startswith(newer.summary)
            assert OVERTAKEN in reply.facts[1].notes
            assert OVERTAKEN not in reply.facts[0].notes
