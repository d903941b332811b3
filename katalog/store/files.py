"""Files of the stages: read with a clear refusal, written whole or not at all."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from katalog.errors import KatalogError, Unusable

#: `-o -` writes to standard output.
STDOUT = "-"

_LOG = logging.getLogger("katalog")


def read_bytes(path: Path) -> bytes:
    """The file's bytes; `Unusable` where it is missing, a folder or not readable."""
    if path.is_dir():
        raise Unusable(path, "Ini sebuah folder, bukan berkas.", "Sebutkan berkas di dalamnya.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Unusable(path, "Berkas tidak ditemukan.", "Periksa nama dan letak berkasnya.") from None
    except OSError as error:
        raise Unusable(path, f"Berkas tidak dapat dibaca ({os_reason(error)}).", "Periksa izin berkas itu.") from error


def write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write all or leave what was there: into a new file of the same folder, then renamed over the target. `data` may
    come in pieces.

    Missing folders are made. `Unusable` where the folder can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise Unusable(path, "Ini sebuah folder, bukan berkas.", "Sebutkan nama berkas setelah -o.")
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise Unusable(
            path, f"Berkas tidak dapat ditulis ({os_reason(error)}).", "Pilih folder lain dengan -o."
        ) from error
    _fill(handle, Path(name), path, data)


def _fill(handle: int, temporary: Path, path: Path, data: bytes | Iterable[bytes]) -> None:
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(_pieces(data))
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner may read; give what a plain open() would have given
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        _LOG.info("%s: ditulis", path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise Unusable(
            path, f"Berkas tidak dapat ditulis ({os_reason(error)}).", "Periksa ruang dan izin folder itu."
        ) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _pieces(data: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else data


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_all(folder: Path, named: Mapping[str, bytes]) -> None:
    """Several files into one folder, each whole or not at all."""
    if folder.exists() and not folder.is_dir():
        raise Unusable(folder, "Ini sebuah berkas, bukan folder.", "Sebutkan nama folder setelah -o.")
    for name, data in named.items():
        write(folder / name, data)


def emit(output: str, data: bytes | Iterable[bytes]) -> None:
    """To standard output for `-`, else to the file."""
    if output == STDOUT:
        sys.stdout.buffer.writelines(_pieces(data))
        sys.stdout.buffer.flush()
    else:
        write(Path(output), data)


def is_read_at_once(output: str) -> bool:
    """Whether what is written goes to a terminal, before the eyes of a person, and into no file or pipe."""
    return output == STDOUT and sys.stdout.isatty()


def refuse_terminal(output: str, label: str) -> None:
    """KatalogError where `-` is a terminal, which shows nothing but text; `label` is what would go there."""
    if is_read_at_once(output):
        raise KatalogError(
            f"{label} bukan teks, sehingga tidak dapat ditampilkan di layar.",
            "Sebutkan berkasnya setelah -o, atau salurkan keluarannya ke program lain.",
        )


def os_reason(error: OSError) -> str:
    """The system's reason in Indonesian where it is a common one."""
    known = {
        "PermissionError": "izin ditolak",
        "FileNotFoundError": "tidak ada berkas atau folder itu",
        "NotADirectoryError": "bagian dari jalurnya bukan folder",
        "FileExistsError": "bagian dari jalurnya sudah ada sebagai berkas",
        "IsADirectoryError": "ini sebuah folder",
    }
    return known.get(type(error).__name__, error.strerror or type(error).__name__)
