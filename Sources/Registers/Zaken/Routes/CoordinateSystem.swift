import Kernel
import Web

/// The one system of coordinates in which zaken are served, which clients must ask for by name.
///
/// Source: ZGW Zaken API 1.5.1, headers `Accept-Crs`, `Content-Crs`.
enum CoordinateSystem {
    static let name = "EPSG:4326"

    /// Refuses a request that asks for none (412) or for another (406).
    static func check(_ request: Request, hasBody: Bool) throws(Problem) {
        for field in hasBody ? [HTTPField.Name.acceptCRS, .contentCRS] : [.acceptCRS] {
            guard let asked = request.headers[field] else {
                throw Problem(.preconditionFailed, detail: "De header \(field.rawName) ontbreekt: vraag \(name).")
            }
            guard asked == name else { throw Problem(.notAcceptable, detail: "We kennen alleen \(name).") }
        }
    }

    /// The answer, with the system that it is in.
    static func named(_ answer: Answer) -> Answer {
        var answer = answer
        answer.headers[.contentCRS] = name
        return answer
    }
}

extension HTTPField.Name {
    fileprivate static let acceptCRS = known("Accept-Crs")
    fileprivate static let contentCRS = known("Content-Crs")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
        return field
    }
}
