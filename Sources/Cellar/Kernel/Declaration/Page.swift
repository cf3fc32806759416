extension JSONWriter {
    /// Writes a page of a list as ZGW has it: `count`, `next`, `previous`, `results`.
    ///
    /// - Parameters:
    ///   - count: how many there are in all.
    ///   - next: the URL of the next page, if there is one.
    ///   - previous: the URL of the page before, if there is one.
    ///   - results: writes the objects of the page, one after another.
    public mutating func page<Failure: Error>(
        count: Int,
        next: String?,
        previous: String?,
        _ results: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginObject()
        name("count")
        integer(Int64(count))
        name("next")
        next.map { text($0) } ?? null()
        name("previous")
        previous.map { text($0) } ?? null()
        name("results")
        beginArray()
        try results(&self)
        endArray()
        endObject()
    }
}
