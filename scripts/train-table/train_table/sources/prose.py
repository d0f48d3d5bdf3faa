"""Running text: wikitext-2, MASC, Dive into Deep Learning, news. Each reader gives whole texts; `cut` makes pieces."""

import random
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..sentences import fitting_sentences, passages
from ..text import Language, Text

_SPACED_MARK = re.compile(r" ([,.;:!?%)\]'])")
_SPACED_OPENING = re.compile(r"([(\[$]) ")
_CODE = re.compile(r"```.*?```|:\w+:`[^`]*`|\$\$.*?\$\$", re.DOTALL)
_NEWS_HEAD = re.compile(r"^.*?正文：")
_SHORTEST_NEWS = 120
_LONGEST_PASSAGE = 1400


def wikitext(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf8").splitlines():
        if len(line) > 80 and not line.startswith(" ="):
            yield joined(line.replace("<unk>", ""))


def masc(path: Path) -> Iterator[str]:
    """`word_TAG` tokens, as NLTK packs the corpus."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".txt"):
                words = archive.read(name).decode("utf8", "replace").split()
                yield joined(" ".join(word.rsplit("_", 1)[0] for word in words))


def book(folder: Path, language: Language) -> Iterator[str]:
    """Chapters of d2l-zh: `x_origin.md` is English, `x.md` Chinese."""
    for path in sorted(folder.rglob("*.md")):
        if path.name.endswith("_origin.md") == (language == "en"):
            yield re.sub("[*`#]", "", _CODE.sub("", path.read_text(encoding="utf8")))


def news(folder: Path) -> Iterator[str]:
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        for line in path.read_text(encoding="utf8").splitlines():
            if len(line) > _SHORTEST_NEWS:
                yield _NEWS_HEAD.sub("", line)


def cut(texts: Iterable[str], language: Language, source: str, chance: random.Random) -> Iterator[Text]:
    """Every sentence of a fitting length, and for every text its passages."""
    for text in texts:
        for sentence in fitting_sentences(text, language):
            yield Text(sentence, "passage", language, source)
        for passage in passages(text, language, chance):
            yield Text(passage[:_LONGEST_PASSAGE], "passage", language, source)


def joined(text: str) -> str:
    """Undoes the spaces that tokenised corpora put between words and marks."""
    text = text.replace(" @-@ ", "-").replace(" @,@ ", ",").replace(" @.@ ", ".").replace("``", '"').replace("''", '"')
    text = _SPACED_OPENING.sub(r"\1", _SPACED_MARK.sub(r"\1", text))
    return re.sub(r"\s+", " ", text.replace(" n't", "n't")).strip()
