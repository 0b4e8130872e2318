"""This engine and its peers behind one shape: build from documents, then search one question.

A document is a key with its phrasings. The document engines hold the phrasings of a key joined, which
is the better of the two ways for each of them; rapidfuzz compares with every phrasing.
"""

# ruff: noqa: PLC0415 - each engine is imported where it is built, so that any of them may be missing

import importlib.util
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Documents = Mapping[str, Sequence[str]]
Search = Callable[[str], str | None]
"""The best key for a question, or none."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One engine of the comparison."""

    name: str
    module: str
    """What must be installed."""
    build: Callable[[Documents], Search]

    @property
    def missing(self) -> bool:
        """True where the module is not installed."""
        return importlib.util.find_spec(self.module) is None


def _ours(documents: Documents) -> Search:
    from bot.domain.phrases import PhraseIndex

    index = PhraseIndex(documents)

    def search(text: str) -> str | None:
        found = index.search(text)
        return str(found[0][0]) if found else None

    return search


def _rapidfuzz(scorer: str) -> Callable[[Documents], Search]:
    def build(documents: Documents) -> Search:
        from rapidfuzz import fuzz, process

        keys = [key for key, phrasings in documents.items() for _ in phrasings]
        phrases = [phrase for phrasings in documents.values() for phrase in phrasings]
        compare = getattr(fuzz, scorer)

        def search(text: str) -> str | None:
            found = process.extract(text, phrases, scorer=compare, limit=10)
            return keys[found[0][2]] if found else None

        return search

    return build


def _bm25s(documents: Documents) -> Search:
    import bm25s  # type: ignore[import-untyped]

    keys, index = list(documents), bm25s.BM25()
    index.index([_bigrams(" ".join(phrasings)) for phrasings in documents.values()], show_progress=False)
    limit = min(10, len(keys))

    def search(text: str) -> str | None:
        found, _ = index.retrieve([_bigrams(text)], k=limit, show_progress=False)
        return keys[int(found[0][0])]

    return search


def _bigrams(text: str) -> list[str]:
    lower = text.lower()
    return [lower[start : start + 2] for start in range(len(lower) - 1)]


def _tantivy(documents: Documents) -> Search:
    import tantivy

    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(1, 2, False))
        .filter(tantivy.Filter.lowercase())
        .build()
    )
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("key", stored=True, tokenizer_name="raw")
    fields.add_text_field("text", tokenizer_name="grams")
    schema = fields.build()
    index = tantivy.Index(schema)
    index.register_tokenizer("grams", analyzer)
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for key, phrasings in documents.items():
        writer.add_document(tantivy.Document(key=key, text=" ".join(phrasings)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> str | None:
        terms = [tantivy.Query.term_query(schema, "text", gram) for gram in set(analyzer.analyze(text))]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = searcher.search(query, 10).hits
        return str(searcher.doc(hits[0][1])["key"][0]) if hits else None

    return search


def _fts5(documents: Documents) -> Search:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE phrase USING fts5(key UNINDEXED, text, tokenize='trigram')")
    database.executemany(
        "INSERT INTO phrase VALUES (?, ?)", [(key, " ".join(texts)) for key, texts in documents.items()]
    )
    database.execute("INSERT INTO phrase(phrase) VALUES ('optimize')")

    def search(text: str) -> str | None:
        plain = text.replace('"', " ")
        grams = dict.fromkeys(plain[start : start + 3] for start in range(len(plain) - 2))
        query = " OR ".join(f'"{gram}"' for gram in grams)
        found = database.execute(
            "SELECT key FROM phrase WHERE phrase MATCH ? ORDER BY rank LIMIT 10", (query,)
        ).fetchall()
        return str(found[0][0]) if found else None

    return search


def _tfidf(documents: Documents) -> Search:
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

    keys = list(documents)
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    matrix = vectorizer.fit_transform([" ".join(phrasings) for phrasings in documents.values()]).T.tocsr()

    def search(text: str) -> str | None:
        scores = (vectorizer.transform([text]) @ matrix).toarray()[0]
        return keys[int(scores.argmax())]

    return search


OURS = Peer("this engine", "numpy", _ours)
PEERS = (
    OURS,
    Peer("bm25s bigrams", "bm25s", _bm25s),
    Peer("tantivy 1-2-grams", "tantivy", _tantivy),
    Peer("FTS5 trigram", "sqlite3", _fts5),
    Peer("TF-IDF char 1-3", "sklearn", _tfidf),
    Peer("token_set_ratio", "rapidfuzz", _rapidfuzz("token_set_ratio")),
    Peer("WRatio", "rapidfuzz", _rapidfuzz("WRatio")),
)
