"""WordNet's data files: words of a meaning, its gloss, and an example."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..text import Text

_EXAMPLE = re.compile(r'"([^"]{20,})"')
_WORDS_SHOWN = 3


def glosses(folder: Path) -> Iterator[Text]:
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin1").splitlines():
            # The licence at the head of each file is indented.
            if not line.startswith("  ") and " | " in line:
                yield from _meaning(line)


def _meaning(line: str) -> Iterator[Text]:
    head, gloss = line.split(" | ", 1)
    fields = head.split()
    count = int(fields[3], 16)
    words = [fields[4 + 2 * index].split("(")[0].replace("_", " ") for index in range(count)]
    yield Text(", ".join(words[:_WORDS_SHOWN]), "query", "en", "wordnet")
    yield Text(gloss.split('; "')[0].strip(), "passage", "en", "wordnet")
    for example in _EXAMPLE.findall(gloss)[:1]:
        yield Text(example, "passage", "en", "wordnet")
