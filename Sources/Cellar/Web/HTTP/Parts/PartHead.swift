/// What stands before the content of a part.
struct PartHead: Equatable {
    let name: String
    let fileName: String?
    let contentType: String?

    /// Reads the lines of a part's head; Content-Disposition with a name must be there, once.
    init(_ bytes: ArraySlice<UInt8>, limits: PartLimits) throws(Refusal) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .brokenParts }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: true) {
            let (name, value) = try PartHead.field(line)
            guard fields.updateValue(value, forKey: name) == nil else { throw .brokenParts }
        }
        guard let disposition = fields["content-disposition"] else { throw .brokenParts }
        var reader = ParameterReader(disposition)
        guard reader.head.lowercased() == "form-data", let parameters = reader.parameters(most: 4),
            let name = parameters["name"], name.utf8.count <= limits.nameBytes
        else { throw .brokenParts }
        self.name = name
        fileName = parameters["filename"]
        contentType = fields["content-type"]
        guard fileName?.utf8.count ?? 0 <= limits.fileNameBytes else { throw .brokenParts }
    }

    private static func field(_ line: Substring) throws(Refusal) -> (name: String, value: String) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line.utf8[..<colon].allSatisfy(isTokenByte), !line.utf8.contains(where: { $0 == 13 || $0 == 10 || $0 == 0 })
        else { throw .brokenParts }
        return (line[..<colon].lowercased(), line[line.utf8.index(after: colon)...].trimmed)
    }
}
