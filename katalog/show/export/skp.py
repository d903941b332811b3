"""SKP: what the targets of employees (PermenPANRB 6/2022) take from the decree (XLSX)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from katalog.show.forms.form_book import form_workbook
from katalog.show.forms.values import aspect_rows
from katalog.show.page_links import PageLinks
from katalog.show.printed_sheet import Paper


def skp_workbook(tables: Mapping[str, pd.DataFrame], links: PageLinks | None = None, paper: Paper = "a4") -> bytes:
    """The workbook's bytes."""
    return form_workbook("skp", aspect_rows(tables), links, paper)
