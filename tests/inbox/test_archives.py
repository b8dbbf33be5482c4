"""Archives and compressed files are unpacked one thing at a time, within the limits, whatever their headers declare."""

import io
import stat
import struct
import tarfile
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.errors import Rejected
from tasks.inbox import contents, read
from tasks.inbox.decoders import compressed, tarred, zipped
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.names import left_in_archive
from tasks.records import Blob, Extracted, Refused
from tests.inbox import making_mail as making

KINDS = ["gzip", "bzip2", "xz", "zstd"]
SMALL = Rules(Limits(file_bytes=100_000, unpacked_bytes=300_000, ratio=1_000, ratio_from=50_000))
LINK = "a link, a pipe or a device in an archive: only plain files are read from one"


def held(found: list[Blob | Refused | Extracted]) -> list[tuple[str, bytes | str]]:
    return [(each.member, each.data) if isinstance(each, Blob) else (each.name, reason(each)) for each in found]


def reason(found: Extracted | Refused | Blob) -> str:
    return found.reason if isinstance(found, Refused) else ""


def unpacked(name: str, data: bytes, rules: Rules = SMALL) -> list[tuple[str, bytes | str]]:
    return held(list(compressed.decode(Blob(name, data), rules)))


@pytest.mark.parametrize("kind", KINDS)
def test_all_members_are_one_text(kind: str) -> None:
    data = making.packed(b"one ", kind) + making.packed(b"two ", kind) + making.packed(b"", kind)
    assert unpacked("a.txt.gz", data) == [("", b"one two ")]


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_behind_a_stream_is_left(kind: str) -> None:
    whole = making.packed(b"text", kind)
    assert unpacked("a.gz", whole + b"\0" * 700) == [("", b"text")]
    assert unpacked("a.gz", whole + b"other things") == [("", b"text")]
    assert unpacked("a.gz", whole + b"\0" * 512 + making.packed(b" two", kind))[0][1][:4] == b"text"


def test_many_zeros_behind_a_stream_are_passed_over_at_once() -> None:
    zeros = bytes(30_000_000)
    assert unpacked("a.gz", making.packed(b"one ") + zeros + making.packed(b"two")) == [("", b"one two")]
    assert unpacked("a.gz", making.packed(b"one ") + zeros) == [("", b"one ")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_stream_that_breaks_off(kind: str) -> None:
    whole = making.packed(b"text " * 50, kind)
    for data in (whole[:-1], whole[: len(whole) // 2], whole + whole[:-1]):
        with pytest.raises(Rejected, match=r"breaks off|damaged"):
            unpacked("a.gz", data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_stream(kind: str) -> None:
    data = bytearray(making.packed(bytes(range(256)) * 4, kind))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(Rejected, match=r"damaged|breaks off") as rejected:
        unpacked("a.gz", bytes(data))
    assert rejected.value.stage == "decode"


@pytest.mark.parametrize("kind", KINDS)
def test_a_bomb_is_put_out_at_the_limit(kind: str) -> None:
    data = making.packed(b"\0" * 20_000_000, kind)
    tracemalloc.start()
    with pytest.raises(Rejected, match="unpacks to more than") as rejected:
        unpacked("a.gz", data)
    assert rejected.value.stage == "limits"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000  # of which xz takes eight for its dictionary


def test_a_bomb_of_many_members() -> None:
    with pytest.raises(Rejected, match="unpacks to more than"):
        unpacked("a.gz", making.packed(b"a" * 1_000) * 500)


def test_zstd_skips_what_is_to_be_skipped_and_keeps_to_its_window() -> None:
    skipped = b"\x50\x2a\x4d\x18\x04\0\0\0skip"
    assert unpacked("a.zst", skipped + making.packed(b"one", "zstd") + skipped) == [("", b"one")]
    window = b"\x28\xb5\x2f\xfd\x00\xf8\x01\x00\x00"  # a window of terabytes, and one empty block
    with pytest.raises(Rejected, match="damaged"):
        unpacked("a.zst", window)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("a.txt.gz", "a.txt"),
        ("A.TXT.GZ", "A.TXT"),
        ("a.csv.bz2", "a.csv"),
        ("a.md.xz", "a.md"),
        ("a.json.zst", "a.json"),
        ("a.tgz", "a.tar"),
        ("a.tbz2", "a.tar"),
        ("a.txz", "a.tar"),
        ("a", "a"),
        ("news.gz/a.txt", "news.gz/a.txt"),
    ],
)
def test_names_within(name: str, within: str) -> None:
    (found,) = compressed.decode(Blob(name, making.packed(b"text")), SMALL)
    assert isinstance(found, Blob)
    assert (found.name, found.member) == (within, "")


def test_a_compressed_file_is_read_by_the_name_within() -> None:
    (found,) = read("a.md.gz", making.packed(b"# Head"))
    assert (found.text, found.format, found.name) == ("Head", "markdown", "")


FILES = {"b.txt": b"one", "a/c.txt": b"two", "../../etc/passwd": b"three", "/abs.txt": b"four", "C:\\d.txt": b"five"}
LEFT = {"__MACOSX/._b.txt": b"x", ".hidden": b"x", "a/.git/x": b"x", "c.part": b"x", "a/~x~": b"x", "d/": b""}


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tar.zst"])
def test_members_come_in_order_and_their_paths_are_labels(kind: str) -> None:
    made = making.archive(FILES | LEFT) if kind == "zip" else making.tape(FILES | LEFT)
    if "." in kind:
        made = making.packed(made, "gzip" if kind == "tar.gz" else "zstd")
    found = [(each.name, each.text) for each in read(f"a.{kind}", made)]
    names = [name.replace("\\", "/") if kind == "zip" else name for name in FILES]
    assert found == list(zip(names, [data.decode() for data in FILES.values()], strict=True))


@pytest.mark.parametrize(
    ("path", "left"),
    [("a/b.txt", False), ("../b.txt", False), ("./b.txt", False), (".b.txt", True), ("a/.b/c.txt", True),
     ("__MACOSX/a", True), ("a.crdownload", True), ("a/b.tmp/c.txt", True), ("", False), ("/", False)],
)  # fmt: skip
def test_what_is_left_in_an_archive(path: str, left: bool) -> None:
    assert left_in_archive(path) is left


def test_a_zip_of_every_kind_of_member() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        into.writestr("a.txt", b"deflated " * 9, zipfile.ZIP_DEFLATED)
        into.writestr("b.txt", b"bzip2 " * 9, zipfile.ZIP_BZIP2)
        into.writestr("c.txt", b"lzma", zipfile.ZIP_LZMA)
        into.writestr("café.txt", b"named")
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        into.writestr(link, "/etc/passwd")
        pipe = zipfile.ZipInfo("pipe")
        pipe.external_attr = (stat.S_IFIFO | 0o666) << 16
        into.writestr(pipe, "")
    assert held(list(zipped.decode(Blob("a.zip", made.getvalue()), SMALL))) == [
        ("a.txt", b"deflated " * 9),
        ("b.txt", b"bzip2 " * 9),
        ("c.txt", "compressed in a way that is not read (only stored, deflate and bzip2 are)"),
        ("café.txt", b"named"),
        ("link.txt", LINK),
        ("pipe", LINK),
    ]


def test_names_that_do_not_say_that_they_are_utf8() -> None:
    data = making.archive({"caf\xe9.txt": b"x"})
    bare = data.replace(struct.pack("<HH", 20, 0x800), struct.pack("<HH", 20, 0))
    assert bare != data
    assert held(list(zipped.decode(Blob("a.zip", bare), SMALL))) == [("café.txt", b"x")]
    dos = bare.replace("é".encode(), "é".encode("cp437") + b"s")
    assert held(list(zipped.decode(Blob("a.zip", dos), SMALL))) == [("cafés.txt", b"x")]


def test_an_encrypted_member() -> None:
    data = bytearray(making.archive({"a.txt": b"secret", "b.txt": b"open"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert held(list(zipped.decode(Blob("a.zip", bytes(data)), SMALL))) == [
        ("a.txt", "encrypted: it opens with a password only"),
        ("b.txt", b"open"),
    ]


def test_a_damaged_member_leaves_the_others() -> None:
    data = making.archive({"a.txt": b"first text", "b.txt": b"second"}, zipfile.ZIP_STORED)
    assert held(list(zipped.decode(Blob("a.zip", data.replace(b"first", b"worst")), SMALL))) == [
        ("a.txt", "damaged in its archive: its checksum or its data is wrong"),
        ("b.txt", b"second"),
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_bomb_in_a_zip_leaves_the_others(method: int) -> None:
    data = making.archive({"a.txt": b"\0" * 20_000_000, "b.txt": b"text"}, method)
    assert held(list(zipped.decode(Blob("a.zip", data), SMALL))) == [
        ("a.txt", "it unpacks to more than the 0 MB of one file"),
        ("b.txt", b"text"),
    ]


def test_headers_that_lie() -> None:
    honest = making.archive({"a.txt": b"a" * 90_000})
    for size in (10, 2**31):
        told = honest.replace(struct.pack("<I", 90_000), struct.pack("<I", size))
        ((name, why),) = held(list(zipped.decode(Blob("a.zip", told), SMALL)))
        assert name == "a.txt"
        assert why in (b"a" * 90_000, "damaged in its archive: its checksum or its data is wrong")


def test_members_that_overlap() -> None:
    """A thousand entries that all lead to the same bytes."""
    data = making.archive({"a.txt": b"a" * 50_000})
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : data.index(b"PK\x05\x06")], bytearray(data[data.index(b"PK\x05\x06") :])
    end[8:12] = struct.pack("<HH", 1000, 1000)
    end[12:16] = struct.pack("<I", len(entry) * 1000)
    *texts, last = contents("a.zip", data[:at] + entry * 1000 + bytes(end), SMALL)
    assert len(texts) <= 6
    assert "were unpacked from it" in reason(last) or "times its size" in reason(last) or "damaged" in reason(last)


def test_a_list_of_entries_without_end() -> None:
    with pytest.raises(Rejected, match="far more than 2 things"):
        list(zipped.decode(Blob("a.zip", b"PK\x03\x04" + b"PK\x01\x02" * 100), Rules(Limits(members=2))))


def test_archives_in_archives_in_archives() -> None:
    data = making.archive({"a.txt": b"text"})
    for _ in range(6):
        data = making.archive({"a.zip": data, "b.txt": b"beside"})
    found = list(contents("a.zip", data))
    assert "archives within each other" in reason(found[0])
    assert len([each for each in found if isinstance(each, Extracted)]) == 4


def test_a_tar_of_every_kind_of_member() -> None:
    links = {
        "soft": (tarfile.SYMTYPE, "/etc/passwd"), "hard": (tarfile.LNKTYPE, "a.txt"), "pipe": (tarfile.FIFOTYPE, ""),
        "device": (tarfile.CHRTYPE, ""), "disk": (tarfile.BLKTYPE, ""), "folder": (tarfile.DIRTYPE, ""),
    }  # fmt: skip
    data = making.tape({"a.txt": b"text", "é" * 120 + ".txt": b"long"}, links)
    assert held(list(tarred.decode(Blob("a.tar", data), SMALL))) == [
        ("a.txt", b"text"),
        ("é" * 120 + ".txt", b"long"),
        *((name, LINK) for name in ("soft", "hard", "pipe", "device", "disk")),
    ]


@pytest.mark.parametrize("cut", [700, 1024, 1100, 1536, 1600])
def test_a_tar_that_breaks_off(cut: int) -> None:
    data = making.tape({"a.txt": b"one", "b.txt": b"two" * 100})
    found = held(list(tarred.decode(Blob("a.tar", data[:cut]), SMALL)))
    assert found[0] == ("a.txt", b"one")
    if cut != 1024:  # where a file ends, and only the zeros of the end are missing
        assert found[-1] == ("", tarred.DAMAGED)


def test_a_tar_with_a_file_too_large() -> None:
    data = making.tape({"large.txt": b"\0" * 200_000, "last.txt": b"text"})
    assert held(list(tarred.decode(Blob("a.tar", data), SMALL))) == [
        ("large.txt", "it unpacks to more than the 0 MB of one file"),
        ("last.txt", b"text"),
    ]


def test_a_tar_with_holes() -> None:
    """A file of four gigabytes that takes no room."""
    header = tarfile.TarInfo("holes.txt")
    header.type = tarfile.GNUTYPE_SPARSE
    block = bytearray(header.tobuf(tarfile.GNU_FORMAT))
    block[483:495] = b"%011o\0" % 2**32
    block[148:156] = b"%06o\0 " % (sum(block[:148]) + sum(block[156:]) + 8 * 32)
    found = held(list(tarred.decode(Blob("a.tar", bytes(block) + making.tape({"b.txt": b"after"})), SMALL)))
    assert found == [
        ("holes.txt", "a file with holes in an archive: only plain files are read from one"),
        ("b.txt", b"after"),
    ]


def test_a_header_of_gigabytes() -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 10**10
    data = making.packed(header.tobuf(tarfile.GNU_FORMAT) + b"\0" * 5_000_000)
    tracemalloc.start()
    found = list(contents("a.tgz", data, SMALL))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert all(isinstance(each, Refused) for each in found)
    assert peak < 8_000_000


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400), st.sampled_from(["zip", "tar", *KINDS]))
def test_any_damage_is_told(noise: bytes, at: int, kind: str) -> None:
    files = {"a.txt": b"one " * 20, "b.txt": b"two"}
    if kind == "zip":
        whole = making.archive(files)
    else:
        whole = making.tape(files) if kind == "tar" else making.packed(b"one", kind)
    for data in (whole[:at] + noise + whole[at + len(noise) :], whole[:at]):
        assert list(contents("a", data, SMALL))
