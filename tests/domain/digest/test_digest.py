"""The content of a digest: every fact once before any repeats, balanced, dated, and never empty."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.base import FactBase
from bot.domain.digest.content import compose
from bot.domain.digest.digest import Digest, Seen, Wanted
from bot.domain.digest.rotation import interleaved, todays
from bot.domain.fact import SOURCE_TOPIC
from tests.domain.digest_base import FIRST, SECOND, make_base, show

MONDAY = dt.date(2026, 11, 23)


def year_of(base: FactBase, start: dt.date, days: int = 365) -> list[Digest]:
    return [compose(base, "C1", start + dt.timedelta(days=n), show) for n in range(days)]


def assert_every_fact_before_any_repeats(base: FactBase, digests: list[Digest], joined: int = 0) -> None:
    """At most one showing apart, all the time; ``joined`` is how often later facts were spared."""
    counts: Counter[str] = Counter()
    for digest in digests:
        counts.update(fact.id for fact in digest.facts)
        known = [f for f in base.facts if base.articles[f.article].published.date <= digest.date]
        late = {f.id: joined for f in known if f.article == "second"}
        shown = [counts[f.id] + late.get(f.id, 0) for f in known]
        assert max(shown) - min(shown) <= 1, f"on {digest.date} a fact came again before others came at all"


def test_the_head_names_the_day_in_korean() -> None:
    assert compose(make_base(), "C1", MONDAY, show).text().startswith("11월 23일 월요일")


def test_the_same_channel_and_day_give_the_same_digest() -> None:
    assert compose(make_base(), "C1", MONDAY, show) == compose(make_base(), "C1", MONDAY, show)


def test_another_channel_sees_the_facts_in_another_order() -> None:
    facts = make_base().facts
    assert interleaved(facts, "C1") != interleaved(facts, "C2")


def test_over_a_year_every_fact_comes_before_any_repeats() -> None:
    base = make_base()
    digests = year_of(base, MONDAY)
    assert all(len(digest.facts) == 3 for digest in digests)
    assert_every_fact_before_any_repeats(base, digests)


def test_facts_that_join_are_shown_before_anything_repeats() -> None:
    base = make_base()  # 34 facts from the first article, so one round and 23 facts of the next before
    digests = year_of(base, FIRST)
    before = sum(len(digest.facts) for digest in digests if digest.date < SECOND)
    assert_every_fact_before_any_repeats(base, digests, joined=before // 34)


def test_days_before_the_first_article_rotate_as_well() -> None:
    shown = [fact.id for digest in year_of(make_base(), dt.date(2023, 5, 1), 40) for fact in digest.facts]
    assert Counter(shown) == dict.fromkeys(make_base().by_id, 3)


def test_a_day_never_shows_a_fact_twice() -> None:
    for digest in year_of(make_base(sizes=(2, 2, 1, 0)), FIRST):
        assert len({fact.id for fact in digest.facts}) == 3


def test_companies_are_balanced_on_every_stretch_of_days() -> None:
    base = make_base(sizes=(10, 20, 10, 0))
    shown = [fact.company for digest in year_of(base, MONDAY, 80) for fact in digest.facts]
    for start in range(0, len(shown) - 12, 3):
        count = Counter(shown[start : start + 12])
        assert count["kt"] <= 8
        assert count["skt"] >= 2
        assert count["lguplus"] >= 2


def test_facts_of_a_later_article_wait_for_their_day() -> None:
    before = {fact.article.id for digest in year_of(make_base(), FIRST, 19) for fact in digest.facts}
    assert before == {"first"}


def test_new_facts_are_announced_on_the_day_of_their_article() -> None:
    digest = compose(make_base(), "C1", SECOND, show)
    assert digest.new is not None
    assert digest.new.line == "새로 들어온 사실 6건 (KT 6)"
    assert digest.new.line in digest.text()
    assert compose(make_base(), "C1", SECOND + dt.timedelta(days=1), show).new is None


def test_new_facts_are_those_that_the_channel_has_not_heard_announced() -> None:
    seen = Seen(previous=MONDAY - dt.timedelta(days=3), new=frozenset({"skt-1", "kt-2"}))
    digest = compose(make_base(), "C1", MONDAY, show, seen=seen)
    assert digest.new is not None
    assert set(digest.new.fact_ids) == {"skt-1", "kt-2"}


def test_a_first_digest_announces_nothing_as_new() -> None:
    assert compose(make_base(), "C1", SECOND, show, seen=Seen()).new is None


@pytest.mark.parametrize(
    ("due", "coming", "passed"),
    [
        ("2026-11-23", True, False),
        ("2026-11-30", True, False),
        ("2026-12-01", False, False),
        ("2026-11-22", False, True),
        ("2026-11-20", False, True),
        ("2026-11-19", False, False),
    ],
)
def test_plans_are_shown_near_their_date(due: str, coming: bool, passed: bool) -> None:
    base = make_base(plans={"kt-3": due})
    for channel in ("C1", "C2", "C3", "C4"):
        digest = compose(base, channel, MONDAY, show)
        if "kt-3" in {fact.id for fact in digest.facts}:
            continue
        assert [one.fact.id for one in digest.coming] == (["kt-3"] if coming else [])
        assert [one.fact.id for one in digest.passed] == (["kt-3"] if passed else [])
        assert ("기사 당시 계획 · 시점 지남" in digest.text()) == passed


def test_a_weekly_channel_hears_of_what_passed_during_its_week() -> None:
    base = make_base(plans={"kt-3": "2026-11-17"})
    seen = Seen(previous=MONDAY - dt.timedelta(days=7))
    digest = compose(base, "C2", MONDAY, show, seen=seen)
    assert "kt-3" in {one.fact.id for one in digest.passed} | {fact.id for fact in digest.facts}


def test_only_the_nearest_dates_are_shown_and_the_others_counted() -> None:
    base = make_base(plans={f"kt-{n}": f"2026-11-2{n}" for n in range(4, 10)})
    digest = compose(base, "C1", MONDAY, show)
    assert len(digest.coming) == 2
    assert digest.coming[0].due <= digest.coming[1].due
    assert f"외 {digest.coming_more}건" in digest.text()


def test_every_fact_has_its_quote_and_source() -> None:
    base = make_base(plans={"kt-3": "2026-11-23", "kt-4": "2026-11-22"})
    digest = compose(base, "C1", MONDAY, show)
    text = digest.text()
    for fact in (*digest.facts, *(one.fact for one in (*digest.coming, *digest.passed))):
        assert f"“{fact.quote}”" in text
        assert f"— {fact.article.source_line}" in text


def test_the_question_to_try_is_not_answered_above_it() -> None:
    digest = compose(make_base(), "C1", MONDAY, show)
    assert digest.question is not None
    assert digest.question.fact_id not in {fact.id for fact in digest.facts}
    assert digest.question.question in digest.text()


def test_only_what_is_wanted_is_shown() -> None:
    wanted = Wanted(companies=("skt", "lguplus"), topics=("AI 전략",))
    for digest in [
        compose(make_base(), "C1", MONDAY + dt.timedelta(n), show, wanted=wanted) for n in range(9)
    ]:
        assert {fact.company for fact in digest.facts} <= {"skt", "lguplus"}
        assert {fact.topic for fact in digest.facts} == {"AI 전략"}


def test_a_digest_is_never_empty() -> None:
    gone = compose(make_base(), "C1", MONDAY, show, wanted=Wanted(topics=("없어진 주제",)))
    assert len(gone.facts) == 3
    assert "전체에서" in gone.text()
    bare = compose(FactBase({}, (), {}, {}), "C1", MONDAY, show)
    assert "11월 23일 월요일" in bare.text()
    assert "전할 사실이 없습니다" in bare.text()


def test_skipped_days_are_said() -> None:
    seen = Seen(previous=MONDAY - dt.timedelta(2), skipped=(MONDAY - dt.timedelta(1),))
    assert (
        "11월 22일 다이제스트는 제때 보내지 못해"
        in compose(make_base(), "C1", MONDAY, show, seen=seen).text()
    )


def test_the_longest_digest_is_one_short_message() -> None:
    base = make_base(plans={f"kt-{n}": f"2026-11-2{n}" for n in range(10)})
    long = [fact.model_copy(update={"summary": "가" * 80, "quote": "나" * 120}) for fact in base.facts]
    base = FactBase(base.articles, tuple(long), base.entities, {})
    seen = Seen(previous=MONDAY - dt.timedelta(3), new=frozenset(base.by_id))
    assert len(compose(base, "C1", MONDAY, show, seen=seen).text()) < 4000


def remembered(history: list[Digest], base: FactBase, previous: dt.date | None) -> Seen:
    rounds: dict[str, int] = {}
    for digest in history:
        rounds |= digest.rounds
    last = list(history[-1].rounds)[-1] if history else None
    return Seen(rounds=rounds, last=last, previous=previous)


def test_a_real_daily_channel_sees_what_the_preview_says() -> None:
    base, history = make_base(), list[Digest]()
    for number in range(40):
        day = MONDAY + dt.timedelta(days=number)
        seen = remembered(history, base, day - dt.timedelta(days=1))
        history.append(compose(base, "C1", day, show, seen=seen))
        assert history[-1].facts == compose(base, "C1", day, show).facts


@given(
    sizes=st.lists(st.integers(0, 12), min_size=4, max_size=4).filter(lambda sizes: sum(sizes) >= 3),
    grown=st.integers(0, 9),
    gaps=st.lists(st.integers(1, 5), min_size=30, max_size=30),
)
def test_no_fact_repeats_early_whatever_days_are_left_out_and_facts_join(
    sizes: list[int], grown: int, gaps: list[int]
) -> None:
    base, history, day = make_base(sizes=tuple(sizes)), list[Digest](), MONDAY
    counts: Counter[str] = Counter()
    for number, gap in enumerate(gaps):
        if number == 12:
            base = make_base(sizes=(sizes[0] + grown, *sizes[1:]))
        digest = compose(base, "C1", day, show, seen=remembered(history, base, None))
        history.append(digest)
        day += dt.timedelta(days=gap)
        if number < 12:
            counts.update(fact.id for fact in digest.facts)
            assert max(counts.values()) - min(counts[one] for one in base.by_id) <= 1
    rounds = remembered(history, base, None).rounds
    assert max(rounds.values()) - min(rounds.values()) <= 1 or grown


def test_what_joins_is_shown_in_the_round_under_way() -> None:
    assert todays(["a", "b", "new"], {"a": 4, "b": 4}) == {"new": 4, "a": 5, "b": 5}


def test_what_is_told_of_an_article_itself_is_no_news(base: FactBase) -> None:
    assert not any(fact.topic == SOURCE_TOPIC for fact in Wanted().of(base))
    assert {fact.topic for fact in Wanted(topics=(SOURCE_TOPIC,)).of(base)} == {SOURCE_TOPIC}
