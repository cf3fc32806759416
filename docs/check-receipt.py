#!/usr/bin/env python3
"""Checks a receipt of Belfort without Belfort: check-receipt.py RECEIPT VERIFIER-KEY [DOCUMENT...]

Written from docs/receipt.md alone and sharing no code with the program that makes receipts. Needs Python 3.11 and
nothing else. Leaves with 0 if the receipt holds and every document is among those received, with 1 if not, with 2
if it was called wrongly. What it prints after OK comes from inside the proof.
"""
import base64
import hashlib
import json
import re
import struct
import sys

P = 2**255 - 19  # Ed25519, RFC 8032 section 5.1
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


class Refused(Exception):
    pass


def demand(holds, reason):
    if not holds:
        raise Refused(reason)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def decode(text):
    """Base64 in its one spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused("base64 is malformed")
    demand(base64.b64encode(data) == text, "base64 has another spelling")
    return data


def number(text):
    demand(re.fullmatch(rb"0|[1-9][0-9]{0,18}", text), "a number is malformed")
    return int(text)


def point(data):
    """A point in extended coordinates, RFC 8032 section 5.1.3."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    demand(y < P and (x * x - square) % P == 0 and not (x == 0 and sign), "no point of the curve")
    x = x if x & 1 == sign else P - x
    return (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(factor, p):
    result = (0, 1, 1, 0)
    while factor:
        result = add(result, p) if factor & 1 else result
        factor, p = factor >> 1, add(p, p)
    return result


def verify(public, message, signature):
    """RFC 8032 section 5.1.7."""
    demand(len(signature) == 64, "the signature has another length")
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(r + public + message).digest(), "little") % ORDER
    y = 4 * pow(5, -1, P) % P
    left, right = times(s, point(y.to_bytes(32, "little"))), add(point(r), times(k, point(public)))
    same = all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))
    demand(s < ORDER and same, "the signature of the log is false")


def read_checkpoint(note, key):
    name, key_id, key_data = key.encode().split(b"+", 2)
    key_data = decode(key_data)
    demand(len(key_data) == 33 and key_data[0] == 1, "the key is not a log's Ed25519 key")
    demand(sha256(name, b"\n", key_data)[:4].hex().encode() == key_id, "the key's id does not fit it")
    text, blank, signatures = note.rpartition(b"\n\n")
    demand(blank and signatures.endswith(b"\n"), "the checkpoint is malformed")
    text += b"\n"
    signed = False
    for line in signatures[:-1].split(b"\n"):
        match = re.fullmatch("— (\\S+) (\\S+)".encode(), line)
        demand(match, "a signature line is malformed")
        signature = decode(match[2])
        if match[1] == name and signature[:4].hex().encode() == key_id:
            verify(key_data[1:], text, signature[4:])
            signed = True
    demand(signed, "the log did not sign with this key")
    origin, size, root, *_ = text.split(b"\n")
    demand(origin == name, "the checkpoint is of another log")
    return number(size), decode(root)


def root_of(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2."""
    demand(index < size, "the entry's place is beyond the log")
    place, last, root = index, size - 1, leaf
    for sibling in path:
        demand(last > 0 and len(sibling) == 32, "the path does not fit")
        if place & 1 or place == last:
            root = sha256(b"\1", sibling, root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            root = sha256(b"\1", root, sibling)
        place, last = place >> 1, last >> 1
    demand(last == 0, "the path does not fit")
    return root


def read_extra(data):
    demand(data[:1] == b"\1", "the opening has an unknown layout")
    parts, data = [], data[1:]
    for _ in range(3):
        demand(len(data) >= 4, "the opening is cut short")
        (length,) = struct.unpack(">I", data[:4])
        demand(len(data) >= 4 + length, "the opening is cut short")
        parts.append(data[4 : 4 + length])
        data = data[4 + length :]
    entry, nonce, clear = parts
    demand(not data and len(entry) == 244 and entry[0] == 1 and len(nonce) == 32, "the opening is malformed")
    return entry, nonce, clear


def unique(pairs):
    demand(len({key for key, _ in pairs}) == len(pairs), "the content names a key twice")
    return dict(pairs)


def check(receipt, key, documents):
    head, blank, note = receipt.partition(b"\n\n")
    lines = head.split(b"\n")
    demand(blank and len(lines) >= 3 and lines[0] == b"c2sp.org/tlog-proof@v1", "this is no tlog-proof")
    demand(lines[1].startswith(b"extra ") and lines[2].startswith(b"index "), "opening or index is missing")
    size, root = read_checkpoint(note, key)
    entry, nonce, clear = read_extra(decode(lines[1][6:]))
    path = [decode(line) for line in lines[3:]]
    demand(root_of(sha256(b"\0", entry), number(lines[2][6:]), size, path) == root, "the log does not hold this entry")
    demand(sha256(b"belfort/commit/v1", nonce, clear) == entry[148:180], "the content is not that of the entry")
    content = json.loads(clear.decode(), object_pairs_hook=unique)
    received = {document["sha256"]: document["naam"] for document in content["documenten"]}
    texts = [content["nummer"], content["tijd"], *received, *received.values()]
    demand(texts[0] and all(isinstance(text, str) for text in texts), "the content states no number and time")
    demand(all(re.fullmatch("[0-9a-f]{64}", text) for text in received), "a hash in the content is malformed")
    for name in documents:
        with open(name, "rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        demand(found in received, f"{name} is not what was received")
    return [f"number {content['nummer']}", f"time {content['tijd']}"] + [
        f"document {document['naam']} sha256 {document['sha256']}" for document in content["documenten"]
    ]


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(arguments[0], "rb") as file:
            lines = check(file.read(), arguments[1], arguments[2:])
    except (Refused, ValueError, KeyError, TypeError, OSError) as reason:
        print(f"REFUSED: {reason}")
        return 1
    print("OK")
    for line in lines:
        print("".join(character if character.isprintable() else " " for character in line))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
