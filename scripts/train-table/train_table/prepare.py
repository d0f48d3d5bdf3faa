"""A folder of downloaded sources -> one file of training texts."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .sources import cedict, prose, reading, tatoeba, wordnet
from .text import Text

CEDICT = "cedict_ts.u8"


@dataclass(frozen=True)
class Source:
    # File or folder in the folder of sources.
    place: str
    # At most so many texts are drawn from it.
    most: int
    read: Callable[[Path, random.Random], Iterable[Text]]


SOURCES = (
    Source("cmn.txt", 100_000, lambda path, _: tatoeba.sentence_pairs(path)),
    Source("wordnet", 165_000, lambda path, _: wordnet.glosses(path)),
    Source("wikitext-2/valid.txt", 12_500, lambda path, chance: prose.cut(prose.wikitext(path), "en", "wikitext", chance)),
    Source("wikitext-2/test.txt", 12_500, lambda path, chance: prose.cut(prose.wikitext(path), "en", "wikitext", chance)),
    Source("masc_tagged.zip", 12_000, lambda path, chance: prose.cut(prose.masc(path), "en", "masc", chance)),
    Source("d2l-zh", 40_000, lambda path, chance: prose.cut(prose.book(path, "en"), "en", "d2l", chance)),
    Source("d2l-zh", 40_000, lambda path, chance: prose.cut(prose.book(path, "zh"), "zh", "d2l", chance)),
    Source("DRCD_dev.json", 40_000, lambda path, _: reading.passages_and_questions(path, "zh", "drcd")),
    Source("cmrc2018_trial.json", 40_000, lambda path, _: reading.passages_and_questions(path, "zh", "cmrc")),
    Source("news", 66_000, lambda path, chance: prose.cut(prose.news(path), "zh", "news", chance)),
)


@dataclass(frozen=True)
class Prepared:
    texts: list[Text]
    simplified: dict[str, str]
    missing: list[str]


def prepare(folder: Path, seed: int) -> Prepared:
    """Reads what is there; CC-CEDICT must be, since traditional characters are mapped by it."""
    if not (folder / CEDICT).exists():
        raise FileNotFoundError(f"{folder / CEDICT} is missing. README.md says where to fetch it.")
    chance = random.Random(seed)
    entries = cedict.read_entries(folder / CEDICT)
    simplified = cedict.simplified_characters(entries)
    texts = list(cedict.word_pairs(entries))
    for source in SOURCES:
        if (folder / source.place).exists():
            texts += _draw(source.read(folder / source.place, chance), source.most, chance)
    texts = list(_simplify(texts, simplified))
    chance.shuffle(texts)
    missing = [source.place for source in SOURCES if not (folder / source.place).exists()]
    return Prepared(texts, simplified, sorted(set(missing)))


def counts(texts: Iterable[Text]) -> list[str]:
    tally = Counter((text.source, text.language) for text in texts)
    return [f"{source:10} {language}  {count:8,}" for (source, language), count in sorted(tally.items())]


def _draw(texts: Iterable[Text], most: int, chance: random.Random) -> list[Text]:
    """Pairs stay whole: they are only ever few enough to be taken all."""
    found = list(texts)
    return found if len(found) <= most or found[0].pair is not None else chance.sample(found, most)


def _simplify(texts: Iterable[Text], simplified: dict[str, str]) -> Iterator[Text]:
    table = str.maketrans(simplified)
    for text in texts:
        plain = " ".join(text.text.split())
        if plain:
            yield replace(text, text=plain.translate(table) if text.language == "zh" else plain)
