"""Which font is taken."""

from pathlib import Path

from bot.charts.fonts import find_font


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def test_the_preferred_font_is_taken_wherever_it_lies(tmp_path: Path) -> None:
    first = make(tmp_path / "a", "malgun.ttf", "deep/NotoSansCJK-Regular.ttc")
    second = make(tmp_path / "b", "truetype/nanum/NanumGothic.ttf")
    assert find_font([first, second]) == second / "truetype/nanum/NanumGothic.ttf"
    assert find_font([first]) == first / "deep/NotoSansCJK-Regular.ttc"


def test_names_are_read_in_any_case(tmp_path: Path) -> None:
    assert find_font([make(tmp_path, "MALGUN.TTF")]) == tmp_path / "MALGUN.TTF"


def test_a_system_without_hangul_has_none(tmp_path: Path) -> None:
    assert find_font([make(tmp_path, "DejaVuSans.ttf", "NanumGothic.txt"), tmp_path / "absent"]) is None
