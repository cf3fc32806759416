extension JSONReader {
    /// Takes an object and hands each member to the closure, with its name undone of escapes.
    ///
    /// A value that the closure leaves is stepped over. The name is lent for the time of the call.
    public mutating func object(
        _ member: (inout JSONReader, UnsafeBufferPointer<UInt8>) throws(JSONError) -> Void
    ) throws(JSONError) {
        try expect(.object)
        try enter()
        let mark = names.mark
        var count = 0
        while try hasNext(after: count, closing: 0x7D) {
            count += 1
            guard count <= limits.members else { throw error(.tooManyMembers) }
            try takeMember(since: mark, member)
        }
        names.close(mark)
        depth -= 1
    }

    /// Takes an array and hands each element to the closure, with its index.
    ///
    /// An element that the closure leaves is stepped over.
    public mutating func array(
        _ element: (inout JSONReader, Int) throws(JSONError) -> Void
    ) throws(JSONError) {
        try expect(.array)
        try enter()
        var count = 0
        while try hasNext(after: count, closing: 0x5D) {
            guard count < limits.elements else { throw error(.tooManyMembers) }
            do throws(JSONError) {
                try takeValue { (reader) throws(JSONError) in try element(&reader, count) }
            } catch {
                throw error.inside("\(count)")
            }
            count += 1
        }
        depth -= 1
    }

    private mutating func enter() throws(JSONError) {
        guard depth < limits.depth else { throw error(.tooDeep) }
        depth += 1
        position += 1
    }

    /// Steps to the next member, over a comma if there must be one; false, and over the bracket, at the end.
    private mutating func hasNext(after count: Int, closing bracket: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        if try current() == bracket {
            position += 1
            return false
        }
        guard count > 0 else { return true }
        try take(",")
        skipSpace()
        return true
    }

    private mutating func takeMember(
        since mark: Int,
        _ member: (inout JSONReader, UnsafeBufferPointer<UInt8>) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard try current() == 0x22 else { throw error(.unexpectedByte) }
        let start = position
        switch try takeText() {
        case .plain(let range):
            let name = UnsafeBufferPointer(rebasing: bytes[range])
            try takeMember(named: name, at: start, isPlain: true, since: mark, member)
        case .unescaped:
            // A copy: values inside may undo escapes of their own.
            let name = unescaped
            try name.withUnsafeBufferPointer { buffer throws(JSONError) in
                try takeMember(named: buffer, at: start, isPlain: false, since: mark, member)
            }
        }
    }

    private mutating func takeMember(
        named name: UnsafeBufferPointer<UInt8>,
        at start: Int,
        isPlain: Bool,
        since mark: Int,
        _ member: (inout JSONReader, UnsafeBufferPointer<UInt8>) throws(JSONError) -> Void
    ) throws(JSONError) {
        do throws(JSONError) {
            guard names.insert(name, at: isPlain ? start + 1 : nil, in: bytes, since: mark) else {
                throw JSONError(.duplicateMember, at: start)
            }
            skipSpace()
            try take(":")
            try takeValue { (reader) throws(JSONError) in try member(&reader, name) }
        } catch {
            throw error.inside(String(decoding: name, as: UTF8.self))
        }
    }

    private mutating func takeValue(
        _ body: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        skipSpace()
        let start = position
        try body(&self)
        if position == start { try skip() }
    }
}
