"""The number of a row as it is printed: `3`, `3.`, `3)`, `(3)`.

All forms have the number itself as their first group.
"""

from __future__ import annotations

import re

#: A text that is the number of a row and nothing else.
ROW_NUMBER_ALONE = re.compile(r"\(?(\d{1,3})[.)]?$")
#: A line that begins with one.
ROW_NUMBER_FIRST = re.compile(r"\s*\(?(\d{1,3})[.)]?(?:\s|$)")
#: One without brackets, as columns of text hold it.
ROW_NUMBER_BARE = re.compile(r"(\d{1,3})[.)]?$")
#: One that may have a bracket and a point behind it (`3).`), typed so or read so from a picture.
ROW_NUMBER_LOOSE = re.compile(r"\(?(\d{1,3})[.)]{0,2}$")
