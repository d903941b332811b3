"""What pictures leave in memory is kept for the next ones.

A page is some hundred pictures and sums of megabytes, each needed for a moment. The C library of Linux gives the end of
its heap back to the system as soon as some megabytes of it are free, and takes them again, page by page and zeroed, for
the next one: a twentieth of the processor's time.
"""

from __future__ import annotations

import ctypes

#: Parameters of glibc's mallopt(3): how much free memory (bytes) may stay at the heap's end, and from what size on a
#: block is taken from the system alone.
_TRIM, _ALONE = (-1, 256 << 20), (-3, 32 << 20)


def keep_heap() -> None:
    """This process keeps what it frees, up to 256 MiB; other C libraries than glibc decide for themselves."""
    try:
        tune = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    for parameter, size in (_TRIM, _ALONE):
        tune(parameter, size)
