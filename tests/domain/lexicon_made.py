"""A lexicon made up for tests of reading: a handful of names, nouns and verbs."""

from bot.domain.lexicon import Concept, ConceptKind, Entity, EntityType
from bot.domain.reading.vocabulary import Vocabulary, build

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity(id="skt", type=EntityType.TELCO, name="SKT", aliases=("에스케이텔레콤",)),
        Entity(id="kt", type=EntityType.TELCO, name="KT", aliases=("케이티",)),
        Entity(id="nabi", type=EntityType.PRODUCT, name="나비봇", owner="kt"),
        Entity(id="nabi-plus", type=EntityType.PRODUCT, name="나비봇 플러스", owner="kt"),
        Entity(id="center", type=EntityType.FACILITY, name="하늘 데이터창고", owner="skt"),
        Entity(id="stranger", type=EntityType.COMPANY, name="낯선회사", known=False),
    )
}
CONCEPTS = {
    concept.id: concept
    for concept in (
        Concept(id="launch", kind=ConceptKind.ACTION, nouns=("출시",), verbs=("내놓다", "나오다")),
        Concept(id="build", kind=ConceptKind.ACTION, nouns=("건설",), verbs=("짓다", "세우다")),
        Concept(id="help", kind=ConceptKind.ACTION, verbs=("돕다",)),
        Concept(id="call", kind=ConceptKind.ACTION, verbs=("부르다",)),
        Concept(id="open", kind=ConceptKind.ACTION, verbs=("문(을) 열다",)),
        Concept(id="price", kind=ConceptKind.ATTRIBUTE, nouns=("가격",), words=("price",)),
        Concept(id="when", kind=ConceptKind.ASKS, words=("언제",), slot=("when",)),
    )
}


def vocabulary() -> Vocabulary:
    return build(ENTITIES, CONCEPTS)
