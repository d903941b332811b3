"""The number of a row as it is printed: `3`, `3.`, `3)`, `(3)`.

Both forms have the number itself as their first group.
"""

from __future__ import annotations

import re

#: A text that is the number of a row and nothing else.
ROW_NUMBER_ALONE = re.compile(r"\(?(\d{1,3})[.)]?$")
#: A line that begins with one.
ROW_NUMBER_FIRST = re.compile(r"\s*\(?(\d{1,3})[.)]?(?:\s|$)")
