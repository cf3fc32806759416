extension Request {
    /// The fields of a form (`application/x-www-form-urlencoded`): at most `fieldsMax` in `bytesMax` bytes.
    ///
    /// Throws 415 for another format, 413 beyond the bytes, 400 for more fields or a broken encoding.
    public func form(fieldsMax: Int = 500, bytesMax: Int = 512 * 1024) async throws -> Pairs {
        guard let type = MediaType(headers[.contentType]), type.essence == "application/x-www-form-urlencoded" else {
            throw Refusal.unsupported("Hier hoort een formulier.")
        }
        return try Pairs(urlEncoded: try await body.collect(max: bytesMax), most: fieldsMax)
    }

    /// The parts of a form with files (`multipart/form-data`), one after another as they arrive.
    ///
    /// Throws 415 for another format or without a sound boundary.
    public func parts(_ limits: PartLimits = PartLimits()) throws(Refusal) -> Parts {
        guard let type = MediaType(headers[.contentType]), type.essence == "multipart/form-data",
            let boundary = type.parameters["boundary"], Boundary.isSound(boundary)
        else { throw .unsupported("Hier hoort een formulier met bestanden.") }
        return Parts(PartReader(boundary: boundary, limits: limits, body: body))
    }
}
