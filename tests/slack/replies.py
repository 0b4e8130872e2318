"""Replies to test with, and a fake of the service that gives them."""

from collections.abc import Sequence

from bot.domain.reply import ReadAs, Reply, ShownArticle, ShownFact, Status, Suggestion
from bot.domain.showcase import News, Showcase

ARTICLE = ShownArticle(
    id="a1",
    title="통신사 AI",
    outlet="통신일보",
    reporter="홍길동",
    published="2025-02-13",
    inferred=False,
    url="https://news.example/1",
    source_line="통신일보 · 홍길동 기자 · 2025-02-13",
)


def fact(
    number: int = 1, *, company: str = "kt", topic: str = "투자", notes: tuple[str, ...] = ()
) -> ShownFact:
    return ShownFact(
        id=f"f{number}",
        company=company,
        topic=topic,
        summary=f"{number}번째 사실입니다.",
        quote=f"{number}번째 인용",
        score=0.9,
        article=ARTICLE,
        notes=notes,
    )


def answer(*suggestions: str) -> Reply:
    return Reply(
        status=Status.ANSWER,
        message="1번째 사실입니다.",
        facts=(fact(),),
        suggestions=tuple(Suggestion(fact_id="f2", question=question) for question in suggestions),
    )


def overview(count: int) -> Reply:
    facts = tuple(fact(n, topic=f"주제{n // 4}") for n in range(1, count + 1))
    return Reply(status=Status.OVERVIEW, message=f"KT에 관한 사실 {count}건입니다.", facts=facts)


def comparison() -> Reply:
    facts = (fact(1, company="skt"), fact(2, company="kt"), fact(3, company="kt", topic="데이터센터"))
    return Reply(status=Status.COMPARISON, message="두 회사를 견주었습니다.", facts=facts)


def correction() -> Reply:
    return Reply(status=Status.CORRECTION, message="엑사원은 네이버가 아니라 LG의 것입니다.", facts=(fact(),))


def related() -> Reply:
    return Reply(
        status=Status.RELATED,
        message="꼭 맞는 사실은 없습니다.",
        facts=tuple(fact(n) for n in range(1, 7)),
    )


def unknown() -> Reply:
    return Reply(status=Status.UNKNOWN, message="기사에는 없습니다.")


def mistyped() -> Reply:
    return answer().model_copy(update={"read_as": (ReadAs(typed="dptmxj", read="에스터"),)})


SHOWCASE = Showcase(
    companies=("SKT", "KT"),
    prompts=("KT 투자는?", "SKT vs KT 데이터센터"),
    news=News(
        article=ARTICLE,
        facts=(fact(1), fact(2)),
        suggestions=(Suggestion(fact_id="f1", question="첫 번째는?"),),
        total=63,
    ),
)


class FakeAsks:
    """Answers every question with ``reply`` (or raises it) and remembers what it was asked."""

    def __init__(self, reply: Reply | Exception) -> None:
        self.reply = reply
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def __call__(self, text: str, history: Sequence[str] = ()) -> Reply:
        self.asked.append((text, tuple(history)))
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply
