"""The one shape in which all training text travels, and its file: one JSON object a line."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["query", "passage"]
Language = Literal["zh", "en"]


@dataclass(frozen=True)
class Text:
    text: str
    # Questions and single words are "query", all else "passage": the teacher embeds them differently.
    kind: Kind
    language: Language
    source: str
    # Two texts with the same number say the same in two languages; they share one target.
    pair: int | None = None


def write_texts(path: Path, texts: Iterable[Text]) -> None:
    with path.open("w", encoding="utf8") as file:
        for text in texts:
            file.write(json.dumps(asdict(text), ensure_ascii=False) + "\n")


def read_texts(path: Path) -> list[Text]:
    """Fails with the line's number where a line is no text."""
    texts: list[Text] = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), start=1):
        try:
            texts.append(_checked(Text(**json.loads(line))))
        except (ValueError, TypeError) as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return texts


def _checked(text: Text) -> Text:
    if text.kind not in ("query", "passage") or text.language not in ("zh", "en"):
        raise ValueError(f'kind "{text.kind}" or language "{text.language}" is not known')
    return text
