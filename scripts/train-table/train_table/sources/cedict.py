"""CC-CEDICT: `繁體 简体 [pin1 yin1] /meaning/meaning/`, one entry a line."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..text import Text

_ENTRY = re.compile(r"^(\S+) (\S+) \[[^\]]*\]\]? /(.*)/\s*$")
# Readings in brackets, remarks in round brackets, and Chinese inside the English.
_ASIDE = re.compile("\\[[^\\]]*\\]|\\([^)]*\\)|\\|?[\u3400-\u9fff]+\\|?")
_NO_MEANING = re.compile(r"(surname|variant|see |CL:|old variant|used in|abbr)")
_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST_MEANING = 80
# A character that also stands for itself is mapped only when another form is this many times as common.
_CLEARLY = 10


@dataclass(frozen=True)
class Entry:
    traditional: str
    simplified: str
    meaning: str


def read_entries(path: Path) -> list[Entry]:
    matches = (_ENTRY.match(line) for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#"))
    return [Entry(m[1], m[2], _meaning(m[3])) for m in matches if m]


def word_pairs(entries: list[Entry]) -> Iterator[Text]:
    """Each word once, next to its meaning."""
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.meaning and _HAN.search(entry.simplified) and entry.simplified not in seen:
            seen.add(entry.simplified)
            yield Text(entry.simplified, "query", "zh", "cedict", number)
            yield Text(entry.meaning, "query", "en", "cedict", number)


def simplified_characters(entries: list[Entry]) -> dict[str, str]:
    """Traditional character -> its most frequent simplified form, counted over entries of equal length."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        if len(entry.traditional) == len(entry.simplified):
            for old, new in zip(entry.traditional, entry.simplified, strict=True):
                forms[old][new] += 1
    best = {old: counts.most_common(1)[0] for old, counts in forms.items()}
    return {
        old: new
        for old, (new, count) in best.items()
        if new != old and len(old) == len(new) == 1 and "\u3400" <= old <= "\u9fff" and count > _CLEARLY * forms[old][old]
    }


def _meaning(raw: str) -> str:
    meanings = (_ASIDE.sub("", part).strip() for part in raw.split("/"))
    return "; ".join(m for m in meanings if m and not _NO_MEANING.match(m))[:_LONGEST_MEANING]
