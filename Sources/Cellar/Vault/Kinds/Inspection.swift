/// Looks at a content's own bytes: what is it, does its name agree, is it allowed here, and what stands out in it.
struct Inspection: Sendable {
    /// What was found.
    struct ContentsFinding: Equatable, Sendable {
        let kind: MediaKind
        let marks: Marks
    }

    /// Bytes read at a time.
    private static let partSize: Int64 = 256 << 10

    let size: Int64
    let read: @Sendable (Range<Int64>) async throws -> [UInt8]

    /// The kind and marks, or `kind` thrown with the reason.
    func judge(name: String, allowed: Set<MediaKind>) async throws -> ContentsFinding {
        let wanted = FileName.lastExtension(of: name)
        let (kinds, marks) = try await kinds()
        // Where anything is taken, a name may be missing, and one that does not agree makes it nothing known.
        if allowed.contains(.other) {
            let kind = kinds.first { wanted.isEmpty || $0.extensions.contains(wanted) } ?? .other
            return ContentsFinding(kind: allowed.contains(kind) ? kind : .other, marks: marks)
        }
        guard let kind = kinds.first(where: { $0.extensions.contains(wanted) }) else {
            let found = kinds.isEmpty ? "nothing known" : kinds.map(\.rawValue).joined(separator: " or ")
            throw VaultError(.kind, "the bytes are \(found), which does not agree with the name's extension")
        }
        guard allowed.contains(kind) else { throw VaultError(.kind, "\(kind.rawValue) is not received here") }
        return ContentsFinding(kind: kind, marks: marks)
    }

    private func kinds() async throws -> ([MediaKind], Marks) {
        switch Signature(try await bytes(0, Signature.lengthMax)) {
        case .of(.pdf): return ([.pdf], try await pdfMarks())
        case .of(let kind): return ([kind], [])
        case .zip:
            let directory = try await ZipDirectory(size: size, read: bytes)
            return (directory.kind.map { [$0] } ?? [], directory.marks)
        case .compound:
            let file = try await CompoundFile(size: size, read: bytes)
            return (file.isMessage ? [.msg] : [], [])
        case .none: return (try await textKinds(), [])
        }
    }

    private func pdfMarks() async throws -> Marks {
        var names = PDFNames()
        try await eachPart { names.take($0) }
        return names.marks
    }

    private func textKinds() async throws -> [MediaKind] {
        var text = TextCheck()
        try await eachPart { text.take($0) }
        return text.kinds
    }

    private func eachPart(_ body: ([UInt8]) -> Void) async throws {
        var position: Int64 = 0
        while position < size {
            let end = min(size, position + Self.partSize)
            body(try await read(position..<end))
            position = end
        }
    }

    /// The bytes from a place on: so many, or as many as there are.
    @Sendable private func bytes(_ start: Int64, _ count: Int) async throws -> [UInt8] {
        guard start >= 0, start < size, count > 0 else { return [] }
        return try await read(start..<min(size, start + Int64(count)))
    }
}

/// Little-endian numbers in bytes from outside: nil beyond the end.
extension [UInt8] {
    func little16(_ index: Int) -> Int? { little(index, 2) }
    func little32(_ index: Int) -> Int? { little(index, 4) }

    private func little(_ index: Int, _ width: Int) -> Int? {
        guard index >= 0, index <= count - width else { return nil }
        return (0..<width).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
    }
}
