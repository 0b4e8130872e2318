"""`python -m benchmarks`: the phrase index beside its peers."""

import importlib.util
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from benchmarks.corpus import Corpus, load, made_up
from benchmarks.measure import Result, accuracy, memory, timed
from benchmarks.peers import PEERS, Peer
from benchmarks.show import plot, table

ROOT = Path(__file__).parents[1]
PHRASES = ROOT.parent / "shared" / "bench" / "parakqc_dev.txt"
SIZES = (1_000, 10_000, 100_000)


def main(
    phrases: Annotated[
        Path | None, typer.Option(help="UTF-8, ten phrasings of an intent after another.")
    ] = None,
    picture: Annotated[Path, typer.Option(help="Where the plot goes.")] = ROOT / "docs" / "benchmark.png",
    quick: Annotated[bool, typer.Option(help="Up to 10,000 phrases, fewer questions, no picture.")] = False,
) -> None:
    """Measure accuracy, latency, build time and memory of this engine and of those installed beside it."""
    console = Console()
    console.width = max(console.width, 100)  # seven columns
    corpus = _corpus(phrases, console)
    sizes = SIZES[:2] if quick else SIZES
    peers = [peer for peer in PEERS if not peer.missing]
    for peer in PEERS:
        if peer.missing:
            console.print(f"{peer.name}: left out, {peer.module} is not installed")
    results = [
        _measured(peer, corpus, sizes, quick)
        for peer in track(peers, description="engines", console=console, transient=True)
    ]
    table(results, sizes, console)
    if quick:
        return
    if importlib.util.find_spec("matplotlib") is None:
        console.print("No picture: matplotlib is not installed")
        return
    plot(results, sizes, picture)
    console.print(f"Picture: {picture}", soft_wrap=True)


def _corpus(path: Path | None, console: Console) -> Corpus:
    if path is None and not PHRASES.exists():
        console.print("No file of phrases (--phrases FILE): latencies on made-up ones, no accuracy")
        return made_up()
    try:
        return load(path or PHRASES)
    except (OSError, ValueError) as fault:
        raise typer.BadParameter(str(fault)) from fault


def _measured(peer: Peer, corpus: Corpus, sizes: tuple[int, ...], quick: bool) -> Result:
    result = Result(peer.name)
    if corpus.asked:
        result.accuracy = accuracy(peer, corpus, every=7 if quick else 1)
    for size in sizes:
        result.build[size], result.latency[size] = timed(peer, corpus, size, seconds=1 if quick else 4)
    result.memory = memory(peer, corpus.lines, sizes[-1])
    return result


if __name__ == "__main__":
    typer.run(main)
