"""The same pictures where everything is drawn larger: Qt reads the scale once, so that takes a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

#: As on a laptop's screen of 1920 x 1080 points.
SCALE = 1.5


def photograph_scaled(out: Path, shop: Path) -> int:
    """Let another process take the pictures of a shop into ``out``; return its exit code."""
    command = [sys.executable, "-m", "recsys_desktop", "--tour", str(out), "--data-dir", str(shop)]
    return subprocess.run(command, check=False, env=os.environ | {"QT_SCALE_FACTOR": str(SCALE)}).returncode
