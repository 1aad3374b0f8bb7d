"""Nothing leaves the computer: the language-model libraries are told so before they are imported.

Hugging Face's libraries read these variables when they are imported, so this must run first. It does wherever the model is
used: ``engine.text`` and ``engine.training`` call :func:`stay_offline` in their ``__init__``, before any module of theirs can
import torch or transformers; the application and the command line call it at start, for the processes they may begin.
"""

from __future__ import annotations

import os

from recsys_desktop import paths

_VARIABLES = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",  # otherwise a logged-in person's token goes out with every call
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",  # progress is ours to show; a bar on stderr would break `--json`
    "TOKENIZERS_PARALLELISM": "false",  # its own threads would fight torch's for two cores
    # torch's threads spin while they wait for each other; beside other busy programs that made encoding eight times slower
    # (two cores, load 7: 30 texts/s spinning, 230 waiting)
    "OMP_WAIT_POLICY": "PASSIVE",
}


def stay_offline() -> None:
    """Set the variables in this process's environment, whatever was there before. Cheap; may be called any number of times."""
    os.environ.update(_VARIABLES)
    # A model cache of the person's own (with its login) is none of our business; ours is only named here, never created.
    os.environ["HF_HOME"] = str(paths.data_dir() / "huggingface")
