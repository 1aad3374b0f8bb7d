"""The other readers, each as a child process in ``.venv-peers`` that answers with the rows of one file a line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.messy_csv.corpus import Rows
from tests.benchmarks.quality.peers import environment
from tests.benchmarks.quality.peers.peer import NotPossible

#: The name in the tables and the worker's word for it.
PEERS = {"Python csv": "csv", "clevercsv": "clevercsv", "pandas": "pandas", "duckdb": "duckdb"}
_WORKER = Path(__file__).with_name("worker.py")


def read(peer: str, paths: Sequence[Path]) -> list[Rows]:
    """Return the rows a peer reads of each file, none where it gave up. Raises NotPossible if it cannot be run."""
    command = [str(environment.python()), str(_WORKER), PEERS[peer]]
    names = "".join(f"{path}\n" for path in paths)
    done = subprocess.run(command, input=names, capture_output=True, text=True, check=False)
    answers = done.stdout.splitlines()
    if len(answers) != len(paths):
        sys.stderr.write(done.stderr[-2000:])
        raise NotPossible(f"{peer} stopped after {len(answers)} of {len(paths)} files")
    return [json.loads(answer) or [] for answer in answers]
