"""Why a text is kept aside, in words for people, where several media tell it: it is in the file and no part of what is
read."""

from __future__ import annotations

from typing import Final

#: A line runs through it.
STRUCK: Final = "dicoret"
#: It has the colour of what lies below it.
GROUND: Final = "warna latar"
#: Its type is too small to be seen.
SPECK: Final = "sekecil titik"
