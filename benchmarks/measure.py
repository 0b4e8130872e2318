"""Accuracy, latency, build time and memory of one engine."""

import gc
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Corpus, recombined
from benchmarks.peers import PEERS, Peer, Search

SEED = 20250213
LEAST = 5  # questions that each latency is measured with, however slow the engine


@dataclass(slots=True)
class Result:
    """What was measured of one engine. Dictionaries are by the number of phrases."""

    name: str
    accuracy: float | None = None
    """Share of the asked phrasings with the right key first."""
    latency: dict[int, float] = field(default_factory=dict)
    """Median seconds of one search."""
    build: dict[int, float] = field(default_factory=dict)
    """Seconds."""
    memory: float | None = None
    """Bytes resident for the largest index, measured in a process of its own."""


def accuracy(peer: Peer, corpus: Corpus, every: int = 1) -> float:
    """The share of questions that find their key, asking each so-manyth."""
    search = peer.build(corpus.known)
    asked = corpus.asked[::every]
    return sum(search(question) == key for key, question in asked) / len(asked)


def timed(peer: Peer, corpus: Corpus, size: int, seconds: float) -> tuple[float, float]:
    """Seconds to build an index of so many phrases, each a key of its own, and of a median search in it."""
    documents = _documents(corpus, size)
    gc.collect()
    start = time.perf_counter()
    search = peer.build(documents)
    built = time.perf_counter() - start
    questions = recombined(corpus.lines, 300, SEED + 1)
    for question in questions[:2]:
        search(question)  # warm
    return built, _median(search, questions[2:], seconds)


def _median(search: Search, questions: Sequence[str], seconds: float) -> float:
    spent: list[float] = []
    for question in questions:
        start = time.perf_counter()
        search(question)
        spent.append(time.perf_counter() - start)
        if len(spent) >= LEAST and sum(spent) > seconds:
            break
    return statistics.median(spent)


def _documents(corpus: Corpus, size: int) -> dict[str, list[str]]:
    phrases = recombined(corpus.lines, size, SEED)
    return {f"{number:06}": [phrase] for number, phrase in enumerate(phrases)}


def memory(peer: Peer, lines: Sequence[str], size: int) -> float | None:
    """Bytes by which a fresh process grows with the index of so many phrases; none where it cannot tell."""
    task = json.dumps({"peer": peer.name, "lines": list(lines), "size": size})
    command = [sys.executable, "-m", "benchmarks.measure"]
    done = subprocess.run(command, input=task, capture_output=True, text=True, check=False)  # noqa: S603
    return float(done.stdout) if done.returncode == 0 else None


def _grown(task: dict[str, object]) -> int:
    peer = next(peer for peer in PEERS if peer.name == task["peer"])
    corpus = Corpus(list(task["lines"]), {}, [])  # type: ignore[call-overload]
    peer.build({"warm": ["이미 불러온 모듈은 세지 않습니다"]})("불러온 모듈")
    documents = _documents(corpus, int(str(task["size"])))
    gc.collect()
    before = _resident()
    search = peer.build(documents)
    search(corpus.lines[0])
    gc.collect()
    return _resident() - before


def _resident() -> int:
    """Bytes of this process in memory, as Linux counts them. Raises OSError on another system."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


if __name__ == "__main__":
    print(_grown(json.load(sys.stdin)))
