"""Quotes against the texts of the articles, by offset, letter by letter."""

from bot.domain.errors import Fault
from tests.library.conftest import Made

GANA = "knowledge/facts/gana.yaml"
RECORD = "knowledge/articles/2025-02-13-made.yaml"


def test_true_quotes_have_no_faults(made: Made) -> None:
    assert made.verify() == []


def test_one_changed_character_is_shown_where_it_differs(made: Made) -> None:
    made.change("facts/gana.yaml", "quote: 지난해 9월 다라소프트", "quote: 지난해 9월 다리소프트")
    assert made.verify() == [
        Fault(
            GANA, 6, "gana-investment",
            "the article does not say this; nearest at 6 (98 %): '지난해 9월 다라소프트와 손잡고 2조 4천억 "
            "원을 국내 산업에 투자하겠다고 밝혔다', where the quote has '리' for '라'",
        )
    ]  # fmt: skip


def test_a_wrong_offset_is_answered_with_the_right_one(made: Made) -> None:
    made.change("facts/gana.yaml", "at: 59", "at: 60")
    assert made.verify() == [Fault(GANA, 23, "maba-center", "the quote does not stand at 60: write at: 59")]


def test_every_place_of_a_quote_is_offered(made: Made) -> None:
    made.change(
        "facts/gana.yaml", "quote: 전력 밀도 44㎾의 마바2센터를 오는 2분기에 연다", "quote: 가나통신은"
    )
    message = "the quote does not stand at 59: write at: 0 or at: 53"
    assert made.verify() == [Fault(GANA, 23, "maba-center", message)]


def test_a_quote_of_another_article_is_named(made: Made) -> None:
    record = made.knowledge / "articles" / "2025-02-13-made.yaml"
    other = record.read_text(encoding="utf-8").replace("2025-02-13-made", "other")
    (record.parent / "other.yaml").write_text(other, encoding="utf-8")
    text = (made.articles / "2025-02-13-made.txt").read_bytes()
    (made.articles / "other.txt").write_bytes(text)
    (made.articles / "2025-02-13-made.txt").write_text("가나통신은 문을 닫았다.", encoding="utf-8")
    found = [fault for fault in made.verify() if fault.path == GANA]
    message = "the quote is not from 2025-02-13-made, but from other: write that article"
    assert found == [Fault(GANA, 8, "gana-investment", message), Fault(GANA, 24, "maba-center", message)]


def test_a_missing_text_is_one_fault_that_names_its_path(made: Made) -> None:
    path = made.articles / "2025-02-13-made.txt"
    path.unlink()
    assert made.verify() == [
        Fault(RECORD, 1, "2025-02-13-made", f"{path} is missing: put the article's text there")
    ]


def test_another_edition_of_the_text_is_found_by_hash_and_length(made: Made) -> None:
    path = made.articles / "2025-02-13-made.txt"
    path.write_bytes(path.read_bytes() + b"\n")
    found = made.verify()
    assert [(fault.path, fault.line, fault.subject) for fault in found] == [
        (RECORD, 4, "2025-02-13-made"),
        (RECORD, 5, "2025-02-13-made"),
    ]
    assert found[0].message.endswith("it is another edition, or the record is wrong")
    assert found[1].message == "the text has 104 characters, not 103"


def test_line_endings_of_the_text_count(made: Made) -> None:
    path = made.articles / "2025-02-13-made.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "write at: 60" in made.verify()[-1].message


def test_a_text_in_another_encoding_is_a_fault(made: Made) -> None:
    path = made.articles / "2025-02-13-made.txt"
    path.write_bytes("가나통신".encode("cp949"))
    assert made.verify() == [Fault(RECORD, 1, "2025-02-13-made", f"{path} is not UTF-8 (byte 0)")]
