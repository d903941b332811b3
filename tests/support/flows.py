"""A PDF's bytes to the flow that a decree is read from."""

from __future__ import annotations

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.flow import Flow, flow_of

USUAL = PdfOptions()


def flow_of_pdf(data: bytes, options: PdfOptions = USUAL) -> Flow:
    return flow_of(layout_of_pdf(data, options))
