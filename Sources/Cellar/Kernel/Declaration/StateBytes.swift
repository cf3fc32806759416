extension Record {
    /// What is hashed of a resource: for each field in the order of numbers its number (2 bytes), the type of its
    /// stored value (1: 0 null, 1 integer, 2 real, 3 text, 4 bytes), the length (4) and the stored bytes.
    ///
    /// All numbers are most significant byte first; integers take 8 bytes, reals the 8 bytes of IEEE 754, texts UTF-8.
    /// A field that equals its default is left out, so that a field that is added changes no hash. Derived fields
    /// do not count.
    ///
    /// - Parameter sealed: the bytes in the columns of secret fields, by number; what is hashed can then be verified
    ///   without a key.
    public func stateBytes(sealed: [Int: [UInt8]] = [:]) -> [UInt8] {
        let outline = F.declaration.outline
        var bytes: [UInt8] = []
        for slot in outline.hashOrder where values[slot] != outline.slotted[slot].spec.fallback {
            let spec = outline.slotted[slot].spec
            guard let number = spec.number else { continue }
            StateBytes.append(number, as: UInt16.self, to: &bytes)
            guard spec.marks.contains(.secret), values[slot] != .null else {
                StateBytes.append(values[slot], to: &bytes)
                continue
            }
            guard let seal = sealed[number] else {
                preconditionFailure("\(F.self).\(outline.slotted[slot].name) is secret: hand in its sealed bytes")
            }
            StateBytes.append(.bytes(seal), to: &bytes)
        }
        return bytes
    }
}

private enum StateBytes {
    static func append(_ value: Value, to bytes: inout [UInt8]) {
        switch value {
        case .null: head(0, 0, to: &bytes)
        case .integer(let number):
            head(1, 8, to: &bytes)
            append(UInt64(bitPattern: number), as: UInt64.self, to: &bytes)
        case .real(let number):
            head(2, 8, to: &bytes)
            append(number.bitPattern, as: UInt64.self, to: &bytes)
        case .text(let text):
            head(3, text.utf8.count, to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case .bytes(let content):
            head(4, content.count, to: &bytes)
            bytes.append(contentsOf: content)
        }
    }

    private static func head(_ tag: UInt8, _ length: Int, to bytes: inout [UInt8]) {
        bytes.append(tag)
        append(length, as: UInt32.self, to: &bytes)
    }

    static func append<Width: FixedWidthInteger>(
        _ number: some BinaryInteger,
        as width: Width.Type,
        to bytes: inout [UInt8]
    ) {
        for shift in stride(from: Width.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
