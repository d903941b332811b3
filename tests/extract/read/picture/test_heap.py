"""What is freed is kept, and not taken from the system anew."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys

import pytest

from extract.read.picture.heap import keep_heap

_PICTURES = """
import resource, sys
from extract.read.picture.heap import keep_heap
if sys.argv[1] == "keep":
    keep_heap()
for _ in range(20):
    pictures = [bytearray(20 << 20) for _ in range(3)]
    pictures.clear()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries decide for themselves")
def test_pictures_that_follow_each_other_take_memory_once() -> None:
    kept, usual = (
        int(subprocess.check_output([sys.executable, "-c", _PICTURES, how], text=True)) for how in ("keep", "not")
    )
    assert 3 * kept < usual


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    keep_heap()
