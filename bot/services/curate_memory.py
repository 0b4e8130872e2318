"""Open questions and judgements for as long as the process lives: for the local workspace and tests."""

from collections import OrderedDict

from bot.services.questions_port import Asker, Judgement, OpenQuestion


class MemoryQuestions:
    """The newest ``capacity`` questions; fulfils ``questions_port.OpenQuestions``."""

    def __init__(self, capacity: int = 1000) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[str, OpenQuestion] = OrderedDict()

    async def file(self, question: OpenQuestion) -> bool:
        if question.id in self._kept:
            return False
        self._kept[question.id] = question
        while len(self._kept) > self._capacity:
            self._kept.popitem(last=False)
        return True

    async def newest(self, team: str, most: int) -> tuple[OpenQuestion, ...]:
        return tuple(one for one in reversed(self._kept.values()) if one.team == team)[:most]


class MemoryJudgements:
    """The newest ``capacity`` judgements; fulfils ``questions_port.Judgements``."""

    def __init__(self, capacity: int = 1000) -> None:
        self._capacity = capacity
        self.kept: OrderedDict[Asker, Judgement] = OrderedDict()

    async def keep(self, judgement: Judgement) -> None:
        self.kept[judgement.asker] = judgement
        while len(self.kept) > self._capacity:
            self.kept.popitem(last=False)
