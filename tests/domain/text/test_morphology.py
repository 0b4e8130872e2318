"""Verbs are found in whatever form they stand."""

import pytest

from bot.domain.reading.reader import Reader
from bot.domain.text.morphology import optional, stem_forms
from tests.domain.lexicon_made import vocabulary


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(vocabulary())


@pytest.mark.parametrize(
    ("form", "concept"),
    [
        *((form, "launch") for form in ("내놓나", "내놓았습니까", "내놓는다며", "내놓을까요", "내놨어")),
        *((form, "launch") for form in ("나와", "나왔나요", "나온대", "나오는지", "나올까")),
        *((form, "launch") for form in ("출시해", "출시했어요", "출시된다고", "출시하나요", "출시합니까")),
        *((form, "build") for form in ("짓는대", "지었나요", "지어", "세워", "세웠습니까", "건설한다며")),
        *((form, "help") for form in ("돕나요", "도와", "도왔어", "도우려고")),
        *((form, "call") for form in ("부르나", "불러", "불렀습니까")),
        *((form, "launch") for form in ("출시헤서", "출시헤요")),  # misspelt
        *((form, "open") for form in ("문을 열었나", "문 여는", "문 열 때")),
    ],
)
def test_an_inflected_verb_is_read(reader: Reader, form: str, concept: str) -> None:
    ids = {i for token in reader.read(form).tokens for i in token.ids}
    assert concept in ids


def test_optional_parts_may_be_left_out() -> None:
    assert set(optional("문(을) 열다")) == {"문을 열다", "문 열다"}


def test_what_is_no_dictionary_form_is_refused() -> None:
    with pytest.raises(ValueError, match="다"):
        list(stem_forms("내놓"))
