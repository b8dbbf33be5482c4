"""Nothing in, two files out that cannot be read: a scanned page and an encrypted archive."""

import binascii
import zlib

from tests.inbox import making

SCAN = (96, 136)  # pixels of the scanned page


def scanned() -> bytes:
    """A PDF whose one page is a picture: grey bars, as lines of print look from afar."""
    width, height = SCAN
    rows = [b"\x00" if 8 <= y < height - 8 and y % 6 < 3 else b"\xff" for y in range(height)]
    picture = b"".join(b"\xff" + row * (width // 8 - 2) + b"\xff" for row in rows)
    draws = b"q 595 0 0 842 0 0 cm /Im1 Do Q"
    return making.assembled([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /XObject << /Im1 6 0 R >> >> >>",
        b"<< /Producer (a scanner) /CreationDate (D:20261120093000Z) >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draws), draws),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1"
        b" /Length %d >>\nstream\n%s\nendstream" % (width, height, len(picture), picture),
    ])  # fmt: skip


def encrypted(name: str, data: bytes, password: bytes = b"embargo") -> bytes:
    """A ZIP with the cipher that its first description has (APPNOTE 6.1), which `zipfile` reads and does not write."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def step(byte: int) -> None:
        keys[0] = _crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc(keys[2], keys[1] >> 24)

    for byte in password:
        step(byte)
    hidden = bytearray()
    crc = binascii.crc32(data)
    for byte in bytes(11) + bytes([crc >> 24]) + data:
        mask = keys[2] | 2
        hidden.append(byte ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
        step(byte)
    return _single(name.encode(), bytes(hidden), crc, len(data))


def _crc(crc: int, byte: int) -> int:
    """One step of CRC-32, without the turning over at its beginning and end."""
    return zlib.crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def _single(name: bytes, held: bytes, crc: int, size: int) -> bytes:
    """A ZIP of one stored file whose flag says that it is encrypted."""
    day = ((2026 - 1980) << 9) | (11 << 5) | 20
    numbers = [(20, 2), (1, 2), (0, 2), (0, 2), (day, 2), (crc, 4), (len(held), 4), (size, 4), (len(name), 2), (0, 2)]
    told = b"".join(number.to_bytes(width, "little") for number, width in numbers)
    local = b"PK\x03\x04" + told + name + held
    central = b"PK\x01\x02\x14\x00" + told + bytes(14) + name
    ends = [(0, 4), (1, 2), (1, 2), (len(central), 4), (len(local), 4), (0, 2)]
    return local + central + b"PK\x05\x06" + b"".join(number.to_bytes(width, "little") for number, width in ends)
