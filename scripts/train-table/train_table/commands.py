"""The two steps as the command line runs them."""

import json
from dataclasses import dataclass
from pathlib import Path

from .bags import bags
from .prepare import counts, prepare
from .quantise import quantise
from .targets import build_targets
from .teacher import teach
from .text import read_texts, write_texts
from .tokens import Tokeniser
from .train import train
from .vocabulary import Sizes, build_vocabulary
from .write import checksums, write_table

_TEXTS, _SIMPLIFIED, _VECTORS = "texts.jsonl", "simplified.json", "teacher"


@dataclass(frozen=True)
class TrainOptions:
    work: Path
    out: Path
    sizes: Sizes
    dimensions: int
    epochs: int
    seed: int


def run_prepare(sources: Path, work: Path, seed: int) -> None:
    prepared = prepare(sources, seed)
    work.mkdir(parents=True, exist_ok=True)
    write_texts(work / _TEXTS, prepared.texts)
    (work / _SIMPLIFIED).write_text(json.dumps(prepared.simplified, ensure_ascii=False), encoding="utf8")
    print("\n".join(counts(prepared.texts)))
    for place in prepared.missing:
        print(f"not there, left out: {sources / place}")
    print(f"{len(prepared.texts):,} texts in {work / _TEXTS}")


def run_train(options: TrainOptions) -> None:
    texts = read_texts(options.work / _TEXTS)
    simplified = json.loads((options.work / _SIMPLIFIED).read_text(encoding="utf8"))
    vocabulary = build_vocabulary(options.sizes, simplified)
    print(f"{len(texts):,} texts, {len(vocabulary):,} tokens, {options.dimensions} dimensions")
    vectors = options.work / _VECTORS
    words = teach([(token.removeprefix("##"), "query") for token in vocabulary], vectors, "tokens")
    teacher = teach([(text.text, text.kind) for text in texts], vectors, "texts")
    targets = build_targets(texts, teacher, options.dimensions, options.seed)
    matrix = bags(Tokeniser(vocabulary, simplified), (text.text for text in texts), len(vocabulary))
    trained = train(matrix, targets.vectors, targets.project(words), options.epochs, options.seed)
    print(f"mean of 1 - cosine with the teacher: {trained.loss_before:.4f} before, {trained.loss_after:.4f} after")
    write_table(options.out, vocabulary, simplified, quantise(trained.table))
    print("\n".join(checksums(options.out)))
