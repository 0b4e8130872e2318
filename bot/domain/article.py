"""A source: what is known of one article, without its text."""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A lower-case identifier of letters, digits and single hyphens."""


class Published(BaseModel):
    """The day an article appeared, and how it is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: dt.date
    inferred: bool = False
    """True where the source does not state its date and it was worked out from the text."""
    basis: str | None = None
    """The words of the text from which an inferred date was worked out."""

    @model_validator(mode="after")
    def _inferred_has_a_basis(self) -> "Published":
        if self.inferred and not self.basis:
            raise ValueError("an inferred date needs its basis: quote the words it was worked out from")
        return self


class Article(BaseModel):
    """The record of one article.

    The text itself belongs to its publisher and is not kept; its SHA-256 and length (in characters)
    let anybody who holds the text prove every quote by offset. What the source does not state
    (a title, an outlet, a reporter, a link) stays None.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    title: str | None = None
    label: str = Field(min_length=1, max_length=60)
    """The curators' own short Korean description, shown where the source states no title."""
    outlet: str | None = None
    reporter: str | None = None
    published: Published
    url: HttpUrl | None = None
    about: tuple[Slug, ...] = ()
    """Entities that all of the article is about (an event); a question may name them beside any fact."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    length: int = Field(gt=0)
    """Length of the text in Unicode code points, as decoded from UTF-8."""

    @property
    def display_title(self) -> str:
        """The title, or the curators' description marked as such."""
        return self.title or f"{self.label} (제목 미상)"
