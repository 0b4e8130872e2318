"""Facts are ranked for a question, the one that answers it first."""

import pytest

from bot.domain.base import FactBase
from bot.domain.engine import Engine

QUESTIONS = {
    "에스터는 언제 북미에 나와?": "skt-esther-launch",
    "LG유플러스가 포티투마루에 투자한 돈은?": "lgu-42maru-investment",
    "가산 데이터센터 랙당 전력밀도": "skt-gasan-density",
    "AX 딜리버리 전문센터는 몇 명 규모야?": "kt-ax-delivery-center-size",
}


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_answer_comes_first(engine: Engine, text: str) -> None:
    assert engine.matcher.rank(engine.understand(text))[0].fact.id == QUESTIONS[text]


@pytest.mark.parametrize("text", [*QUESTIONS, "KT", "수박", "데이터센터 착공"])
def test_a_ranking_is_in_order_and_holds_each_fact_once(engine: Engine, text: str) -> None:
    matches = engine.matcher.rank(engine.understand(text))
    ids = [match.fact.id for match in matches]
    assert len(set(ids)) == len(ids)
    assert matches == sorted(matches, key=lambda match: (-match.score, match.fact.id))


def test_features_are_shares(engine: Engine, base: FactBase) -> None:
    question = engine.understand("KT가 MS와 언제 얼마를 투자해?")
    for fact in base.facts:
        match = engine.matcher.matches(question, [fact])[0]
        for feature in (match.cover, match.focus, match.grams, match.slot, *match.fits):
            assert 0 <= feature <= 1


def test_the_asked_slot_must_be_filled_for_the_asked_predicate(engine: Engine, base: FactBase) -> None:
    completion = base.by_id["lgu-paju-completion"]
    fit = {
        text: engine.matcher.matches(engine.understand(text), [completion])[0].slot
        for text in (
            "파주 데이터센터 언제 완공돼?",
            "파주 데이터센터 언제 착공해?",
            "파주 데이터센터 왜 완공돼?",
        )
    }
    completed, begun, unsaid = fit.values()
    assert completed > begun > unsaid


def test_names_of_few_facts_bring_all_of_these(engine: Engine, base: FactBase) -> None:
    about = {fact.id for fact in base.facts if "stargate" in (fact.subject, *fact.entities)}
    assert about <= {match.fact.id for match in engine.matcher.rank(engine.understand("스타게이트"))}
