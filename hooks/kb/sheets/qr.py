"""The QR code of an address, as SVG."""

from __future__ import annotations

import io

import segno


def qr_code(address: str) -> str:
    """A QR code (ISO/IEC 18004) with a quiet zone of two modules, in the ink of the sheets.

    Medium error correction: it still reads with 15 % of it worn off.
    """
    drawn = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawn, kind="svg", border=2, dark="#1c2b2d", light="#ffffff", xmldecl=False)
    return drawn.getvalue().decode("utf-8")
