"""Floats -> four bits a value and one factor a token."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .targets import Vectors

BITS = 4
_LARGEST = 2 ** (BITS - 1) - 1


@dataclass(frozen=True)
class Quantised:
    # -7..7, tokens x dimensions.
    values: NDArray[np.int8]
    # One a token.
    scales: NDArray[np.float32]

    def table(self) -> Vectors:
        """What a reader of the file sees."""
        return self.values.astype(np.float32) * self.scales[:, None]


def quantise(table: Vectors) -> Quantised:
    scales = (np.abs(table).max(axis=1) / _LARGEST + 1e-12).astype(np.float32)
    values = np.clip(np.round(table / scales[:, None]), -_LARGEST, _LARGEST)
    return Quantised(values.astype(np.int8), scales)


def packed(quantised: Quantised) -> bytes:
    """Two values a byte, low half first, each stored as value + 8; then the scales, little-endian float32."""
    halves = (quantised.values + 8).astype(np.uint8).ravel()
    return (halves[0::2] | (halves[1::2] << 4)).tobytes() + quantised.scales.astype("<f4").tobytes()
