"""Cuts text into tokens exactly as src/adapters/static-table/tokenise.ts does: change both or neither."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

_RUN = re.compile("[a-z]+|[0-9]+|[\u3400-\u4dbf\u4e00-\u9fff]+")
_MARK = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """Lower case, compatibility forms taken apart, accents gone."""
    return _MARK.sub("", unicodedata.normalize("NFKD", text.lower()))


def is_chinese(token: str) -> bool:
    return token[0] >= "\u3400"


class Tokeniser:
    def __init__(self, vocabulary: Sequence[str], simplified: Mapping[str, str]) -> None:
        self._ids = {token: index for index, token in enumerate(vocabulary)}
        self._simplified = str.maketrans(dict(simplified))
        self.longest_chinese = max((len(token) for token in vocabulary if is_chinese(token)), default=1)

    def ids(self, text: str) -> list[int]:
        found: list[int] = []
        for run in _RUN.findall(fold(text)):
            if run[0] <= "9":
                found += [self._ids[run]] if run in self._ids else []
            elif run[0] <= "z":
                found += self._latin(run)
            else:
                found += self._chinese(run.translate(self._simplified))
        return found

    def _latin(self, run: str) -> list[int]:
        if run in self._ids:
            return [self._ids[run]]
        return self._greedy(run, len(run), continued="##")

    def _chinese(self, run: str) -> list[int]:
        return self._greedy(run, self.longest_chinese, continued="")

    def _greedy(self, run: str, longest: int, continued: str) -> list[int]:
        """Longest match from the left; what is not known is left out."""
        found: list[int] = []
        start = 0
        while start < len(run):
            prefix = continued if start > 0 else ""
            for end in range(min(len(run), start + longest), start, -1):
                index = self._ids.get(prefix + run[start:end])
                if index is not None:
                    found.append(index)
                    start = end
                    break
            else:
                start += 1
        return found
