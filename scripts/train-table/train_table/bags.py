"""Texts as weighted bags of tokens: a sparse matrix, texts x tokens, each entry 1 + ln(count)."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import scipy.sparse as sparse

from .tokens import Tokeniser


def bags(tokeniser: Tokeniser, texts: Iterable[str], vocabulary_size: int) -> sparse.csr_matrix:
    starts, columns, weights = [0], [], []
    for text in texts:
        for token, count in sorted(Counter(tokeniser.ids(text)).items()):
            columns.append(token)
            weights.append(1 + np.log(count))
        starts.append(len(columns))
    entries = (np.array(weights, np.float32), np.array(columns, np.int32), np.array(starts))
    return sparse.csr_matrix(entries, shape=(len(starts) - 1, vocabulary_size))
