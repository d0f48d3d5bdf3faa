"""What the table shall say of each text: the teacher's vector without what all texts of its kind share, in fewer dimensions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .text import Text

Vectors = NDArray[np.float32]
# Exponent of the eigenvalues: between 0 (as the teacher has it) and -0.5 (every direction equally strong).
_WHITENING = -0.375
_SAMPLE = 60_000


def unit(vectors: Vectors) -> Vectors:
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


@dataclass(frozen=True)
class Targets:
    """One unit vector a text, and the projection that led there."""

    vectors: Vectors
    projection: Vectors

    def project(self, teacher: Vectors) -> Vectors:
        """Of texts of one kind and language: they are centred among themselves."""
        return (teacher - teacher.mean(axis=0)) @ self.projection


def build_targets(texts: Sequence[Text], teacher: Vectors, dimensions: int, seed: int) -> Targets:
    centred = _centred(texts, teacher)
    projection = _projection(centred, dimensions, seed)
    vectors = unit(centred @ projection)
    for first, second in _translations(texts):
        vectors[[first, second]] = unit((vectors[first] + vectors[second])[None])
    return Targets(vectors, projection)


def _centred(texts: Sequence[Text], teacher: Vectors) -> Vectors:
    """Kind and language move the teacher's vectors more than meaning does: their means go."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        groups[(text.kind, text.language)].append(index)
    centred = teacher.copy()
    for members in groups.values():
        centred[members] -= teacher[members].mean(axis=0)
    return centred


def _projection(centred: Vectors, dimensions: int, seed: int) -> Vectors:
    """Principal directions, the strong ones damped."""
    sample = np.random.default_rng(seed).permutation(len(centred))[:_SAMPLE]
    values, directions = np.linalg.eigh(centred[sample].T @ centred[sample] / len(sample))
    strongest = np.argsort(-values)[:dimensions]
    strength = np.maximum(values[strongest] / values[strongest[0]], 1e-6)
    return (directions[:, strongest] * strength**_WHITENING).astype(np.float32)


def _translations(texts: Sequence[Text]) -> list[tuple[int, int]]:
    pairs: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if text.pair is not None:
            pairs[(text.source, text.pair)].append(index)
    return [(pair[0], pair[1]) for pair in pairs.values() if len(pair) == 2]
