"""Tatoeba sentence pairs as ManyThings.org packs them: English, tab, Chinese, tab, attribution."""

from collections.abc import Iterator
from pathlib import Path

from ..text import Text


def sentence_pairs(path: Path) -> Iterator[Text]:
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines()):
        columns = line.split("\t")
        if len(columns) >= 2:
            yield Text(columns[0], "passage", "en", "tatoeba", number)
            yield Text(columns[1], "passage", "zh", "tatoeba", number)
