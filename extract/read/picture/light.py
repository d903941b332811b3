"""A page printed with hardly any ink, or scanned much too light: its letters and lines are made as dark as print is.

Who looks for lines of text knows ink by its contrast, and passes over grey letters on white. The ink of a page is as
dark as its darkest tenth: on good scans and on rough ones of 100 dots an inch that is below 155 of 255, on pages that
were copied until they faded it is above 190.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

#: Ink whose darkest tenth is lighter than this is made this dark, but no more than so many times as strong: the grain
#: of the paper grows with it. A page with a smaller share of ink is blank.
_LIGHT, _INK, _MOST, _SHARE = 165, 90, 5.0, 0.002


def darkened(grey: Any) -> Any:
    """The picture with its ink as dark as print, where all of it is light."""
    dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[0]
    # how many pixels are as dark as each grey: to pick out the ink and sort it takes four times as long
    counts = cv2.calcHist([grey], [0], None, [256], [0, 256]).ravel().cumsum()[: int(dark) + 1]
    if counts[-1] < _SHARE * grey.size:
        return grey
    darkest = float(np.searchsorted(counts, counts[-1] / 10))
    if darkest <= _LIGHT:
        return grey
    paper = float(np.median(grey))
    times = min(_MOST, (paper - _INK) / max(1.0, paper - darkest))
    return np.clip(255 - (paper - grey.astype(np.float32)) * times, 0, 255).astype(np.uint8)
