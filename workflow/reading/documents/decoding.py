"""Bytes become text: the encodings that letters are saved in."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_000


def _western() -> dict[int, str]:
    # Five bytes have no meaning in Windows-1252; as in Latin-1 they stay what they are, so no text is lost.
    table = {}
    for byte in range(0x80, 0xA0):
        meaning = bytes((byte,)).decode("cp1252", "ignore")
        if meaning:
            table[byte] = meaning
    return table


_WESTERN = _western()


def decode(data: bytes) -> str:
    """Decode by the byte order mark, else as UTF-16, UTF-8 or Windows-1252, whichever the bytes show."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, "replace")
    return _decode_narrow(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte, and no others."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _decode_narrow(data: bytes) -> str:
    """UTF-8, also with a few damaged bytes; Windows-1252 when the foreign bytes outnumber the sound ones."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    foreign = len(text) - len(text.encode("utf-8", "ignore").decode("utf-8"))
    sound = len(text) - len(text.encode("ascii", "ignore")) - foreign
    if sound > foreign:
        return data.decode("utf-8", "replace")
    return decode_western(data)


def decode_western(data: bytes) -> str:
    """Decode as Windows-1252, where every byte means something."""
    return data.decode("latin-1").translate(_WESTERN)
