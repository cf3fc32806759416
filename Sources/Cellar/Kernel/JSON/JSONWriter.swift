/// Writes JSON straight into memory: compact, UTF-8, commas where they belong.
///
/// A comma is needed exactly when the last byte written is not `{`, `[` or `:`, which no value ends in; so there is no
/// state to keep but the bytes. The caller's begin and end must match.
public struct JSONWriter: ~Copyable {
    var base: UnsafeMutablePointer<UInt8>
    var capacity: Int
    /// Bytes written so far.
    public internal(set) var count = 0
    /// Where dates and identifiers are put into characters.
    var scratch: [UInt8] = []

    /// Starts with room for so many bytes; it grows by itself.
    public init(capacity: Int = 4096) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The bytes that a closure writes.
    public static func bytes<Failure: Error>(
        capacity: Int = 4096,
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        try body(&writer)
        return writer.withBytes { Array($0) }
    }

    /// Lends what was written so far.
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: count))
    }

    /// Forgets what was written and keeps the memory, to write the next document.
    public mutating func removeAll() {
        count = 0
    }
}

// MARK: - Structure

extension JSONWriter {
    /// Opens an object.
    public mutating func beginObject() { open(0x7B) }

    /// Closes the innermost object.
    public mutating func endObject() { put(0x7D) }

    /// Opens an array.
    public mutating func beginArray() { open(0x5B) }

    /// Closes the innermost array.
    public mutating func endArray() { put(0x5D) }

    /// Writes a member's name, which was made ready.
    public mutating func name(_ name: JSONName) {
        name.bytes.withUnsafeBufferPointer { json(utf8: $0) }
    }

    /// Writes a member's name.
    public mutating func name(_ name: String) {
        text(name)
        put(0x3A)
    }

    /// Writes a member's name from its UTF-8 bytes.
    public mutating func name(utf8 name: UnsafeBufferPointer<UInt8>) {
        text(utf8: name)
        put(0x3A)
    }

    /// Writes bytes that are JSON already.
    public mutating func json(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count + 1)
        putComma()
        putAll(bytes)
    }

    private mutating func open(_ bracket: UInt8) {
        reserve(2)
        putComma()
        base[count] = bracket
        count += 1
    }
}
