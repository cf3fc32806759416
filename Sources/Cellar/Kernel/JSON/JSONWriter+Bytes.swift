extension JSONWriter {
    /// Makes room for so many more bytes; whoever puts bytes has asked for it.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memory.update(from: base, count: count)
        base.deallocate()
        (base, capacity) = (memory, larger)
    }

    mutating func put(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func putComma() {
        guard count > 0 else { return }
        switch base[count - 1] {
        case 0x7B, 0x5B, 0x3A: return
        default:
            base[count] = 0x2C
            count += 1
        }
    }

    @inline(__always)
    mutating func putAll(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    mutating func putDigits(_ value: UInt64) {
        var (rest, length) = (value, 1)
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        rest = value
        for place in stride(from: count + length - 1, through: count, by: -1) {
            base[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += length
    }

    /// Copies eight bytes at a time while none needs an escape.
    mutating func putEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        let (source, target) = (UnsafeRawPointer(start), UnsafeMutableRawPointer(base + count))
        var done = 0
        while bytes.count - done >= 8 {
            let word = source.loadUnaligned(fromByteOffset: done, as: UInt64.self)
            guard ByteWord.marks(word) == 0 else { break }
            target.storeBytes(of: word, toByteOffset: done, as: UInt64.self)
            done += 8
        }
        while done < bytes.count, JSONWriter.needsNoEscape(start[done]) {
            base[count + done] = start[done]
            done += 1
        }
        count += done
        if done < bytes.count { putSlowly(UnsafeBufferPointer(rebasing: bytes[done...])) }
    }

    /// The same, byte by byte, from the first that needs an escape.
    private mutating func putSlowly(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            reserve(6)
            guard !JSONWriter.needsNoEscape(byte) else {
                base[count] = byte
                count += 1
                continue
            }
            base[count] = 0x5C
            if let letter = JSONWriter.letter(of: byte) {
                base[count + 1] = letter
                count += 2
            } else {
                putHexadecimal(byte)
            }
        }
    }

    private mutating func putHexadecimal(_ byte: UInt8) {
        let digits: StaticString = "0123456789abcdef"
        base[count + 1] = 0x75
        base[count + 2] = 0x30
        base[count + 3] = 0x30
        base[count + 4] = digits.utf8Start[Int(byte >> 4)]
        base[count + 5] = digits.utf8Start[Int(byte & 15)]
        count += 6
    }

    @inline(__always)
    private static func needsNoEscape(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x22 && byte != 0x5C
    }

    private static func letter(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0x22, 0x5C: byte
        case 0x08: 0x62
        case 0x0C: 0x66
        case 0x0A: 0x6E
        case 0x0D: 0x72
        case 0x09: 0x74
        default: nil
        }
    }
}
