"""Reading-comprehension sets in the SQuAD form (DRCD, CMRC 2018): passages, their sentences and questions."""

import json
from collections.abc import Iterator
from pathlib import Path

from ..sentences import fitting_sentences
from ..text import Language, Text


def passages_and_questions(path: Path, language: Language, source: str) -> Iterator[Text]:
    for article in json.loads(path.read_text(encoding="utf8"))["data"]:
        for paragraph in article["paragraphs"]:
            yield Text(paragraph["context"], "passage", language, source)
            for question in paragraph["qas"]:
                yield Text(question["question"], "query", language, source)
            for sentence in fitting_sentences(paragraph["context"], language):
                yield Text(sentence, "passage", language, source)
