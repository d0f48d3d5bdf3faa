"""The four files that the bot's reader reads (src/adapters/static-table/table.ts) and is tested with."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from .bags import bags
from .quantise import BITS, Quantised, packed
from .references import TEXTS
from .targets import Vectors
from .tokens import Tokeniser, is_chinese

TABLE, VOCABULARY, META, REFERENCES = "table.bin", "vocab.txt", "meta.json", "reference-vectors.json"
_DECIMALS = 5


def write_table(folder: Path, vocabulary: Sequence[str], simplified: Mapping[str, str], quantised: Quantised) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    tokeniser = Tokeniser(vocabulary, simplified)
    (folder / TABLE).write_bytes(packed(quantised))
    (folder / VOCABULARY).write_bytes("\n".join(vocabulary).encode())
    meta = {
        "dim": quantised.values.shape[1],
        "bits": BITS,
        "maxz": tokeniser.longest_chinese,
        "t2s": _useful_pairs(vocabulary, simplified),
    }
    _write_json(folder / META, meta)
    _write_json(folder / REFERENCES, references(vocabulary, tokeniser, quantised.table()))


def checksums(folder: Path) -> list[str]:
    """sha256 of the two files whose checksums table.ts holds."""
    return [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in (TABLE, VOCABULARY)]


def references(vocabulary: Sequence[str], tokeniser: Tokeniser, table: Vectors) -> list[dict[str, object]]:
    """Each text with its tokens and unit vector; a text without a known token has the zero vector."""
    sums = np.asarray(bags(tokeniser, TEXTS, len(vocabulary)) @ table, np.float64)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    vectors = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)
    return [
        {
            "text": text,
            "tokens": [vocabulary[index] for index in tokeniser.ids(text)],
            "vector": [round(float(value), _DECIMALS) for value in vector],
        }
        for text, vector in zip(TEXTS, vectors, strict=True)
    ]


def _useful_pairs(vocabulary: Sequence[str], simplified: Mapping[str, str]) -> str:
    """Traditional, simplified, traditional, ...: only where a token holds the simplified one."""
    used = {character for token in vocabulary if is_chinese(token) for character in token}
    return "".join(old + new for old, new in simplified.items() if new in used)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf8")
