"""Which tokens the table has: frequent words of both languages, characters, numbers, and pieces for rare Latin words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import wordfreq

from .pieces import teacher_pieces
from .tokens import fold

_LATIN = re.compile("[a-z]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_PIECE = re.compile("[a-z]{1,5}")
_LONGEST_HAN = 5
# How far down wordfreq's lists to look: foreign and mixed words are left out on the way.
_ENGLISH_READ, _CHINESE_READ, _CHARACTERS_FROM = 80_000, 120_000, 60_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Sizes:
    english: int = 26_000
    chinese: int = 26_000
    characters: int = 5_000
    pieces: int = 2_500


def build_vocabulary(sizes: Sizes, simplified: Mapping[str, str]) -> list[str]:
    """Tokens in the table's order, none twice. `##x` continues a Latin word."""
    words = list(_chinese(simplified))
    long = [word for word in words if len(word) > 1]
    single = [word for word in words if len(word) == 1]
    inside = (character for word in long[:_CHARACTERS_FROM] for character in word)
    characters = dict.fromkeys([*single, *inside])
    return list(
        dict.fromkeys(
            [
                *islice(_english(), sizes.english),
                *_LETTERS,
                *_numbers(),
                *long[: sizes.chinese],
                *islice(characters, sizes.characters),
                *islice(_continuations(), sizes.pieces),
            ]
        )
    )


def _english() -> Iterator[str]:
    words = (fold(word) for word in wordfreq.top_n_list("en", _ENGLISH_READ))
    return _once(word for word in words if _LATIN.fullmatch(word) and (len(word) > 1 or word in "ai"))


def _chinese(simplified: Mapping[str, str]) -> Iterator[str]:
    table = str.maketrans(dict(simplified))
    words = (word.translate(table) for word in wordfreq.top_n_list("zh", _CHINESE_READ))
    return _once(word for word in words if _HAN.fullmatch(word) and len(word) <= _LONGEST_HAN)


def _numbers() -> Iterator[str]:
    """0-99 and years: other figures are left to the search by words."""
    return (str(number) for number in [*range(100), *range(1900, 2031)])


def _continuations() -> Iterator[str]:
    return _once(f"##{piece.lower()}" for piece in teacher_pieces() if _PIECE.fullmatch(piece.lower()))


def _once(items: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(items))
