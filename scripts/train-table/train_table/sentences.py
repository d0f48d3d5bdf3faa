"""Sentences, and passages made of them."""

import random
import re

_END = re.compile(r"(?<=[。！？!?；;\n])|(?<=[.!?])\s+")
_SPACE = re.compile(r"\s+")

# What a sentence or a passage may measure, in characters.
SENTENCE = {"zh": (10, 110), "en": (30, 260)}
PASSAGE = {"zh": (120, 330), "en": (400, 1000)}


def sentences(text: str) -> list[str]:
    parts = (_SPACE.sub(" ", part or "").strip() for part in _END.split(text))
    return [part for part in parts if part]


def fitting_sentences(text: str, language: str) -> list[str]:
    least, most = SENTENCE[language]
    return [sentence for sentence in sentences(text) if least <= len(sentence) <= most]


def passages(text: str, language: str, chance: random.Random) -> list[str]:
    """Neighbouring sentences, joined until a length drawn between the two limits."""
    least, most = PASSAGE[language]
    space = "" if language == "zh" else " "
    found: list[str] = []
    current = ""
    for sentence in sentences(text):
        if current and len(current) + len(sentence) > chance.uniform(least, most):
            found.append(current)
            current = ""
        current = f"{current}{space}{sentence}".strip()
    return [passage for passage in [*found, current] if len(passage) > least * 0.6]
