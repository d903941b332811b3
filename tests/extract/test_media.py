"""The table of media: every entry answers every question."""

from __future__ import annotations

from typing import get_args

import pytest

from extract.media import MEDIA, Medium, media_label, medium_of
from schemas.source import MediaType


def test_table_and_type_have_the_same_media() -> None:
    assert {medium.media_type for medium in MEDIA} == set(get_args(MediaType)) and len(MEDIA) == len(
        get_args(MediaType)
    )


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.media_type)
def test_every_medium_is_known_by_its_bytes(medium: Medium) -> None:
    assert medium.label in media_label()
    for signature in medium.signatures:
        assert medium_of(signature + b" 1.7" + medium.holds) is medium
        if signature:
            late = b" " * (medium.within - len(signature)) + signature + medium.holds
            assert medium_of(late) is medium and medium_of(b" " + late) is MEDIA[-1]


def test_any_bytes_are_of_a_medium() -> None:
    assert medium_of(b"") is MEDIA[-1] and MEDIA[-1].signatures == (b"",)
