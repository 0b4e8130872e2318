"""The results as a table in the terminal and as a picture."""

# ruff: noqa: PLC0415 - the table is shown without matplotlib too

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.measure import Result


def table(results: Sequence[Result], sizes: Sequence[int], console: Console) -> None:
    """One row an engine; the figures in brackets are times the first engine's."""
    ours = results[0]
    shown = Table(title="Median milliseconds of a search, seconds of a build (times this engine's)")
    shown.add_column("engine")
    shown.add_column("top-1", justify="right")
    for size in sizes:
        shown.add_column(f"{size:,}", justify="right")
    shown.add_column(f"build {sizes[-1]:,}", justify="right")
    shown.add_column("MB", justify="right")
    for result in results:
        shown.add_row(
            result.name,
            f"{result.accuracy:.1%}" if result.accuracy is not None else "–",
            *(_compared(result.latency[size], ours.latency[size], 1e3) for size in sizes),
            _compared(result.build[sizes[-1]], ours.build[sizes[-1]], 1),
            f"{result.memory / 1e6:.0f}" if result.memory is not None else "–",
        )
    console.print(shown)


def _compared(value: float, ours: float, factor: float) -> str:
    return f"{value * factor:.2f} ({value / ours:.1f}×)"


def plot(results: Sequence[Result], sizes: Sequence[int], path: Path) -> None:
    """Latency over the number of phrases, beside accuracy, as PNG."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, (speed, right) = plt.subplots(1, 2, figsize=(11, 4.2), width_ratios=(3, 2), layout="constrained")
    for number, result in enumerate(results):
        speed.plot(
            sizes, [result.latency[size] * 1e3 for size in sizes], marker="o",
            color=f"C{number}", linewidth=3 if number == 0 else 1.5, label=result.name,
        )  # fmt: skip
    speed.set(xscale="log", yscale="log", xlabel="phrases", ylabel="ms a search (p50)", title="Latency")
    speed.grid(alpha=0.3)
    speed.legend(fontsize=8)
    known = [(number, result) for number, result in enumerate(results) if result.accuracy is not None]
    bars = right.barh(
        [result.name for _, result in known],
        [100 * (result.accuracy or 0) for _, result in known],
        color=[f"C{number}" for number, _ in known],
    )
    right.bar_label(bars, fmt="%.1f", padding=3)
    right.invert_yaxis()
    right.set(xlim=(0, 110), xlabel="% right (top-1)", title="Accuracy: 3 phrasings known, others asked")
    right.tick_params(axis="y", labelsize=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110)
    plt.close(figure)
