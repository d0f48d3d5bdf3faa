"""The command line: `python -m train_table --help`."""

import argparse
import sys
from pathlib import Path

_EXAMPLES = """examples
  python -m train_table prepare --sources sources --work work
  python -m train_table train --work work --out table
  python -m train_table train --work work --out small --english 8000 --chinese 8000 --dimensions 256

README.md says where the sources come from and what to do with the table.
"""


def main() -> int:
    arguments = _parser().parse_args()
    try:
        # Only here: --help shall not wait for numpy and the teacher.
        from .commands import TrainOptions, run_prepare, run_train
        from .vocabulary import Sizes

        if arguments.step == "prepare":
            run_prepare(arguments.sources, arguments.work, arguments.seed)
        else:
            sizes = Sizes(arguments.english, arguments.chinese, arguments.characters, arguments.pieces)
            places = (arguments.work, arguments.out)
            run_train(TrainOptions(*places, sizes, arguments.dimensions, arguments.epochs, arguments.seed))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m train_table",
        description="Trains the table of Chinese and English token vectors that is built into the bot.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(dest="step", required=True)
    first = steps.add_parser("prepare", help="downloaded sources -> texts")
    first.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder of the downloaded sources")
    second = steps.add_parser("train", help="texts -> table.bin, vocab.txt, meta.json, reference-vectors.json")
    second.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the four files")
    for name, default, meaning in (
        ("english", 26_000, "English words"),
        ("chinese", 26_000, "Chinese words of two to five characters"),
        ("characters", 5_000, "Chinese characters"),
        ("pieces", 2_500, "pieces that continue rare Latin words"),
        ("epochs", 3, "times that every text is read"),
    ):
        second.add_argument(f"--{name}", type=_count, default=default, metavar="N", help=f"{meaning} ({default})")
    second.add_argument("--dimensions", type=_dimensions, default=384, metavar="N", help="numbers a token (384)")
    for step in (first, second):
        step.add_argument("--work", type=Path, required=True, metavar="DIR", help="texts and teacher vectors are kept here")
        step.add_argument("--seed", type=int, default=11, metavar="N", help="of every random choice (11)")
    return parser


def _count(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a whole number from 1 on')


def _dimensions(text: str) -> int:
    number = _count(text)
    if number % 2 == 0 and number <= 384:
        return number
    raise argparse.ArgumentTypeError(f'"{text}" is not an even number of at most 384')


if __name__ == "__main__":
    sys.exit(main())
