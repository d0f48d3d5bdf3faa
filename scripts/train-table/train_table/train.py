"""Token vectors whose weighted sums point where the teacher points: Adam on 1 - cosine, only the rows that a batch touches."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from tqdm import tqdm

from .targets import Vectors, unit

_BATCH = 1024
_RATE = 4e-3
_WARM_UP_STEPS = 50
_MOMENTUM, _SPREAD = 0.9, 0.99
# Tokens seen less often than this are also taught alone, as the teacher sees the bare word.
_RARE = 20
# Weight of a token of share p at the start: a / (a + p), smooth inverse frequency (Arora et al., 2017).
_COMMON = 1e-3
_START_SIZE = 0.05


@dataclass(frozen=True)
class Trained:
    table: Vectors
    # Mean of 1 - cosine over all texts with a known token.
    loss_before: float
    loss_after: float


def starting_table(words: Vectors, counts: np.ndarray) -> Vectors:
    share = (counts + 0.5) / counts.sum()
    table = words * (_COMMON / (_COMMON + share))[:, None]
    return (table / np.abs(table).mean() * _START_SIZE).astype(np.float32)


def train(bags: sparse.csr_matrix, targets: Vectors, words: Vectors, epochs: int, seed: int) -> Trained:
    """`words` are the projected teacher vectors of the tokens alone."""
    counts = np.bincount(bags.indices, minlength=bags.shape[1])
    table = starting_table(words, counts)
    known = np.diff(bags.indptr) > 0
    bags, targets = bags[known], targets[known]
    before = _loss(bags, targets, table)
    rare = np.flatnonzero(counts < _RARE)
    alone = sparse.identity(bags.shape[1], dtype=np.float32, format="csr")[rare]
    all_bags = sparse.vstack([bags, alone]).tocsr()
    _descend(all_bags, np.vstack([targets, unit(words[rare])]), table, epochs, seed)
    return Trained(table, before, _loss(bags, targets, table))


def _descend(bags: sparse.csr_matrix, targets: Vectors, table: Vectors, epochs: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    rows = bags.shape[0]
    batches_per_epoch = -(-rows // _BATCH)
    steps = epochs * batches_per_epoch
    optimiser = _Adam(table)
    with tqdm(total=steps, desc="train", unit="batch") as progress:
        for step in range(steps):
            if step % batches_per_epoch == 0:
                order = chance.permutation(rows)
            start = (step % batches_per_epoch) * _BATCH
            batch = np.sort(order[start : start + _BATCH])
            rate = _RATE * min(1, (step + 1) / _WARM_UP_STEPS) * (1 - step / steps) + 1e-5
            loss = _step(bags[batch], targets[batch], table, optimiser, rate)
            progress.set_postfix(loss=f"{loss:.3f}", refresh=False)
            progress.update()


def _step(bags: sparse.csr_matrix, targets: Vectors, table: Vectors, optimiser: "_Adam", rate: float) -> float:
    used, narrow = np.unique(bags.indices, return_inverse=True)
    local = sparse.csr_matrix((bags.data, narrow, bags.indptr), shape=(bags.shape[0], len(used)))
    sums = local @ table[used]
    lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
    units = sums / lengths
    cosines = (units * targets).sum(axis=1, keepdims=True)
    # d(1 - cos)/d(sum) = (cos * unit - target) / length
    gradient = (cosines * units - targets) / lengths
    optimiser.step(used, local.T @ gradient, rate)
    return float(1 - cosines.mean())


def _loss(bags: sparse.csr_matrix, targets: Vectors, table: Vectors) -> float:
    total = 0.0
    for start in range(0, bags.shape[0], _BATCH):
        part = slice(start, start + _BATCH)
        total += float((unit(bags[part] @ table) * targets[part]).sum())
    return 1 - total / max(1, bags.shape[0])


class _Adam:
    """Moments move only for the rows of the batch; a rare token's first step is as long as a frequent one's."""

    def __init__(self, table: Vectors) -> None:
        self._table = table
        self._mean = np.zeros_like(table)
        self._square = np.zeros_like(table)

    def step(self, rows: np.ndarray, gradient: Vectors, rate: float) -> None:
        mean = self._mean[rows] * _MOMENTUM + (1 - _MOMENTUM) * gradient
        square = self._square[rows] * _SPREAD + (1 - _SPREAD) * gradient * gradient
        self._mean[rows], self._square[rows] = mean, square
        self._table[rows] -= rate * mean / (np.sqrt(square) + 1e-8)
