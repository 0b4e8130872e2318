"""The words that the bot understands: who and what there is (entities), and what is said of them."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.article import Slug


class EntityType(StrEnum):
    """What kind of thing an entity is; a follow-up ("KT는?") replaces one of the same type."""

    TELCO = "telco"
    COMPANY = "company"
    ORGANISATION = "organisation"
    PERSON = "person"
    PRODUCT = "product"
    MODEL = "model"
    FACILITY = "facility"
    PROGRAMME = "programme"
    EVENT = "event"
    PLACE = "place"
    TERM = "term"


FIRMS = frozenset({EntityType.TELCO, EntityType.COMPANY})
EMPLOYERS = FIRMS | {EntityType.ORGANISATION}
"""Types of entity for which people work, and that own, make and do things."""
MADE = frozenset({EntityType.PRODUCT, EntityType.MODEL, EntityType.PROGRAMME})
"""Types of what is made and launched."""
NAMED = MADE | {EntityType.COMPANY, EntityType.FACILITY}
"""Types of entity that people ask the name of; a telco or a place is known by it."""


class Entity(BaseModel):
    """Somebody or something with a name.

    Relations explain a question that names a thing by way of another: ``owner`` and ``developer``
    ("챗GPT를 만든 회사"), ``orgs`` with ``titles`` ("KT 대표"), ``is_a`` (concept ids: "sLLM",
    "데이터센터"). ``known`` is False for names that people ask about and the articles never mention:
    they are listed so that they are recognised as such.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    type: EntityType
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    owner: Slug | None = None
    developer: Slug | None = None
    orgs: tuple[Slug, ...] = ()
    titles: tuple[str, ...] = ()
    is_a: tuple[Slug, ...] = ()
    part_of: tuple[Slug, ...] = ()
    known: bool = True

    @property
    def surfaces(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class ConceptKind(StrEnum):
    """How a word counts when every word of a question must be accounted for."""

    ACTION = "action"
    """A predicate (출시, 투자): the fact should speak of it."""
    THING = "thing"
    """A common noun with content of its own (데이터센터, 반도체)."""
    ATTRIBUTE = "attribute"
    """A property that may be asked for (가격, 지분율, 가입자 수): never asserted unless the fact has it."""
    QUALITY = "quality"
    """A modifier (최초, 국내, 새로운)."""
    TITLE = "title"
    """An office (대표, 교수): the fact must have somebody who holds it."""
    SHELL = "shell"
    """A noun that only carries the question (분야, 역할, 내용): explains itself."""
    FORM = "form"
    """Words of the question's form: politeness, fillers, auxiliary verbs."""
    ASKS = "asks"
    """A question word; ``slot`` says for which slots it asks."""
    CHAT = "chat"
    """Small talk and talk to the bot itself."""
    PLAIN = "plain"
    """An everyday word of which no fact speaks: listed so that it is not taken for another one misspelt."""
    TOPIC = "topic"
    """Another subject (날씨, 점심, 환율): a question that speaks of it is not about the facts."""


class Concept(BaseModel):
    """One meaning with all the words for it.

    ``nouns`` may take particles and 하다/되다, ``verbs`` are dictionary forms (짓다, 문(을) 열다) that the
    reader conjugates, ``words`` stand as they are (adverbs, English forms). ``near`` lists concepts
    that may stand in for this one at reduced weight, ``against`` those that exclude it. For a question
    word, ``slot`` names the fields of a fact that answer it, and ``grain`` how exactly: year, half,
    quarter, month or day of a date, the concept that a named company must be (어느 대학: university), or
    ``office`` for a role that only a person has (직책, 소속).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    kind: ConceptKind
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[Slug, ...] = ()
    against: tuple[Slug, ...] = ()
    slot: tuple[str, ...] = ()
    grain: str | None = None
