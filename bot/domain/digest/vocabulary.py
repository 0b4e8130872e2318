"""The words of digest commands: verbs, fillers, cities, and the companies and topics of a fact base."""

import re
from dataclasses import dataclass, field

from bot.domain.base import FactBase
from bot.domain.digest.command import DigestVerb
from bot.domain.korean import normalise
from bot.domain.lexicon import EntityType

_DO = r"(?:하기|하자|할게요?|할래요?|해\s*주세요|해\s*줘요?|해요?|합니다)?"
VERBS: tuple[tuple[DigestVerb, str], ...] = (
    (DigestVerb.ON, r"켜(?:기|\s*줘요?|\s*주세요|라|자|다|요)?|받기|받을래요?|받고\s*싶어요?"
     r"|바꾸기|바꿔(?:\s*줘요?|\s*주세요)?"
     rf"|(?:구독|신청|시작|등록|변경){_DO}|(?:turn )?on|start|subscribe|enable|set|change"),
    (DigestVerb.OFF, r"끄기|끄자|끄다|꺼(?:\s*줘요?|\s*주세요|라|요)?"
     r"|그만(?:\s*보내\s*줘요?|\s*받기|\s*받을래요?)?"
     rf"|(?:구독\s*)?(?:중지|중단|해지|취소){_DO}|(?:turn )?off|stop|unsubscribe|disable|cancel"),
    (DigestVerb.STATUS, r"상태|현황|확인|설정|status|state|settings?"),
    (DigestVerb.PREVIEW, r"미리\s*보기|미리\s*보여\s*(?:줘요?|주세요)|preview"),
    (DigestVerb.NOW, r"(?:오늘\s*(?:것|거)\s*)?(?:지금(?:\s*바로)?|바로|당장)|now"),
    (DigestVerb.HELP, r"도움말?|사용법|help"),
)  # fmt: skip
FILLERS = (
    r"다이제스트|digest|매주|every|please|at|for|only|in|and|the|about|time|timezone|시간대|시간|시각|기준|회사|주제"
    r"|관련|소식|뉴스|내용|및|그리고|좀|부탁(?:해요?|합니다|드립니다)?|보내\s*(?:줘요?|주세요|기)?|보여\s*(?:줘요?|주세요)"
    r"|해\s*(?:줘요?|주세요)|하기|줘요?|주세요|할게요?|합니다|것"
)
ALL = (
    r"전체|모두|전부|다|모든\s*(?:회사|통신사|주제)|세\s*(?:회사|통신사)"
    r"|(?:통신|이통)?\s*3사|all(?: companies)?"
)
CITIES = {
    "서울": "Asia/Seoul", "한국": "Asia/Seoul", "kst": "Asia/Seoul", "도쿄": "Asia/Tokyo",
    "일본": "Asia/Tokyo", "jst": "Asia/Tokyo", "베이징": "Asia/Shanghai",
    "상하이": "Asia/Shanghai", "중국": "Asia/Shanghai",
    "싱가포르": "Asia/Singapore", "뉴욕": "America/New_York", "로스앤젤레스": "America/Los_Angeles",
    "실리콘밸리": "America/Los_Angeles", "런던": "Europe/London", "파리": "Europe/Paris",
    "베를린": "Europe/Berlin", "바르셀로나": "Europe/Madrid", "시드니": "Australia/Sydney",
}  # fmt: skip


@dataclass(frozen=True)
class DigestVocabulary:
    """The companies and topics of a fact base, by every way to write them."""

    names: dict[str, tuple[str, str]]
    """Name in lower case → ("company" | "topic", its id or spelling)."""
    pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, base: FactBase) -> "DigestVocabulary":
        """Topics win over companies of the same name, longer names over shorter ones."""
        telcos = [entity for entity in base.entities.values() if entity.type is EntityType.TELCO]
        names = dict.fromkeys(("업계", "공통", "산업", "industry"), ("company", "industry"))
        for telco in telcos:
            for surface in (telco.id, *telco.surfaces):
                names[squeezed(surface)] = ("company", telco.id)
        for topic in sorted({fact.topic for fact in base.facts}):
            names[squeezed(topic)] = ("topic", topic)
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = "|".join(r"\s*".join(map(re.escape, name)) for name in longest_first)
        return cls(names=names, pattern=re.compile(f"(?:{pattern})"))


def squeezed(name: str) -> str:
    """The name as it is looked up: normalised, in lower case, without spaces."""
    return re.sub(r"\s+", "", normalise(name).casefold())
