"""What is left for the curators: verdicts with their reasons, and questions without an answer."""

import json
from typing import Any

import pytest

from bot.playground.limits import check_view
from bot.services.curate_memory import MemoryJudgements
from bot.services.questions_port import Asker, Reason, Verdict
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.judged import Judged
from tests.slack import replies
from tests.slack.conftest import CURATOR, Conversation
from tests.slack.fake_slack import FakeSlack
from tests.slack.payloads import event, pressed, pressed_in_home, submitted

Payload = dict[str, Any]
GOOD, BAD = (Judged(verdict, "KT <투자>", "answer", ("f1",)) for verdict in Verdict)
ASKER = Asker("T1", "C1", "U1", "200.000100")


def thumb(slack: FakeSlack, judged: Judged) -> Payload:
    return pressed(slack, "feedback", judged.encode())


def filled_in(*reasons: Reason, comment: str | None = None) -> Payload:
    options = [{"value": reason, "text": {"type": "plain_text", "text": reason}} for reason in reasons]
    return {
        "reasons": {"chosen": {"type": "checkboxes", "selected_options": options}},
        "comment": {"text": {"type": "plain_text_input", "value": comment}},
    }


async def modal_of(conversation: Conversation) -> Payload:
    """The modal that a thumb down opens."""
    await conversation.deliver(thumb(conversation.slack, BAD))
    (opened,) = conversation.slack.arguments("views.open")
    view: Payload = opened["view"]
    return view


async def test_a_thumb_up_is_kept_without_a_word(
    conversation: Conversation, judgements: MemoryJudgements
) -> None:
    await conversation.deliver(thumb(conversation.slack, GOOD))
    (kept,) = judgements.kept.values()
    assert (kept.asker, kept.verdict, kept.question) == (ASKER, Verdict.GOOD, "KT <투자>")
    assert (kept.status, kept.fact_ids) == ("answer", ("f1",))
    assert [method for method, _ in conversation.slack.calls if method != "auth.test"] == []
    assert conversation.slack.responses == []


async def test_a_thumb_down_is_kept_and_asks_why(
    conversation: Conversation, judgements: MemoryJudgements
) -> None:
    view = await modal_of(conversation)
    assert check_view(view) == []
    reasons = view["blocks"][1]["element"]["options"]
    assert [option["value"] for option in reasons] == [reason.value for reason in Reason]
    assert judgements.kept[ASKER].verdict is Verdict.BAD
    assert judgements.kept[ASKER].reasons == ()


async def test_the_reasons_are_kept_with_question_and_reply(
    conversation: Conversation, judgements: MemoryJudgements
) -> None:
    view = await modal_of(conversation)
    values = filled_in(Reason.WRONG, Reason.OUTDATED, comment="금액이 다릅니다")
    response = await conversation.deliver(submitted("feedback", view, values))
    update = json.loads(response.body)
    assert update["response_action"] == "update"
    assert check_view(update["view"]) == []
    assert texts.THANKS in str(update["view"])
    (kept,) = judgements.kept.values()
    assert (kept.asker, kept.verdict, kept.question) == (ASKER, Verdict.BAD, "KT <투자>")
    assert (kept.reasons, kept.comment) == ((Reason.WRONG, Reason.OUTDATED), "금액이 다릅니다")
    assert (kept.status, kept.fact_ids) == ("answer", ("f1",))


@pytest.mark.parametrize("comment", [None, "  "])
async def test_another_reason_must_be_told(
    conversation: Conversation, judgements: MemoryJudgements, comment: str | None
) -> None:
    view = await modal_of(conversation)
    response = await conversation.deliver(
        submitted("feedback", view, filled_in(Reason.OTHER, comment=comment))
    )
    assert json.loads(response.body) == {
        "response_action": "errors",
        "errors": {"comment": texts.COMMENT_MISSING},
    }
    assert judgements.kept[ASKER].reasons == ()


async def test_a_thumb_of_an_older_version_is_only_taken_note_of(
    conversation: Conversation, judgements: MemoryJudgements
) -> None:
    response = await conversation.deliver(pressed(conversation.slack, "feedback", "good"))
    assert response.status == 200
    assert judgements.kept == {}


async def left_questions(conversation: Conversation) -> str:
    """What the curator's Home says of them."""
    await conversation.deliver(event("app_home_opened", tab="home", user=CURATOR))
    return str(conversation.slack.homes()[-1])


async def test_a_question_is_left_and_the_person_alone_is_told(conversation: Conversation) -> None:
    conversation.asks.reply = replies.unknown()
    await conversation.deliver(pressed(conversation.slack, "curate", Asked("KT 주가는?"), thread_ts="90.0"))
    (told,) = conversation.slack.responses
    assert (told["text"], told["response_type"]) == (texts.LEFT_FOR_CURATORS, "ephemeral")
    assert (told["replace_original"], told["thread_ts"]) == (False, "90.0")
    assert conversation.slack.posts() == []
    assert "• KT 주가는? (2025-03-10)" in await left_questions(conversation)


async def test_a_follow_up_is_left_with_the_question_before_it(conversation: Conversation) -> None:
    asked = Asked("KT는?", ("3사 데이터센터", "SKT 주가는?"))
    await conversation.deliver(pressed(conversation.slack, "curate", asked))
    assert "• SKT 주가는? → KT는? (2025-03-10)" in await left_questions(conversation)


async def test_a_question_that_was_left_before_is_said_to_be(conversation: Conversation) -> None:
    for _ in range(2):
        await conversation.deliver(pressed(conversation.slack, "curate", Asked("KT 주가는?")))
    assert [told["text"] for told in conversation.slack.responses] == [
        texts.LEFT_FOR_CURATORS,
        texts.LEFT_ALREADY,
    ]
    assert (await left_questions(conversation)).count("KT 주가는?") == 1


async def test_a_press_that_comes_twice_counts_once(conversation: Conversation) -> None:
    payload = pressed(conversation.slack, "curate", Asked("KT 주가는?"))
    await conversation.deliver(payload)
    await conversation.deliver(payload)
    assert len(conversation.slack.responses) == 1


async def test_a_question_can_be_left_from_home(conversation: Conversation) -> None:
    await conversation.deliver(pressed_in_home("curate", Asked("KT 주가는?")))
    assert texts.LEFT_FOR_CURATORS in str(conversation.slack.homes()[0])
    assert "KT 주가는?" in await left_questions(conversation)


async def test_a_curator_without_questions_is_told_so(conversation: Conversation) -> None:
    assert texts.HOME_NO_QUESTIONS in await left_questions(conversation)


async def test_others_do_not_see_the_list(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "curate", Asked("KT 주가는?")))
    await conversation.deliver(event("app_home_opened", tab="home"))
    home = str(conversation.slack.homes()[-1])
    assert "KT 주가는?" not in home
    assert texts.HOME_QUESTIONS_HEAD not in home


async def test_what_was_left_can_ping_nobody(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "curate", Asked("<!channel> <@U9> 주가")))
    home = await left_questions(conversation)
    assert "주가" in home
    assert "<!channel>" not in home
    assert "<@U9>" not in home
