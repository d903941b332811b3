"""Reading a scan tells nobody of it: the networks' library sends nothing and keeps no number of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_CODE = """
import numpy as np
from extract.read.picture.ppocr import PpOcr
PpOcr().readings([np.full((40, 200), 255, np.uint8)])
"""


def test_the_networks_send_and_keep_nothing(tmp_path: Path) -> None:
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    # no other variable: of some of them the library tells that it runs in a test, and is silent anyway
    subprocess.run([sys.executable, "-c", _CODE], env={"PATH": os.environ["PATH"], **homes}, check=True)
    # Microsoft/DeveloperTools/.onnxruntime: `deviceid` and `onnxruntime.db`, what was to be sent
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
