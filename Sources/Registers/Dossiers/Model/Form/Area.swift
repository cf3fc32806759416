public import Kernel

/// An area drawn on the map: one ring without holes, in WGS 84.
///
/// Source: GeoJSON (RFC 7946), a `Polygon` with one ring.
public struct Area: Hashable, Sendable {
    /// A corner in degrees.
    public struct Point: Hashable, Sendable {
        /// East of Greenwich.
        public let longitude: Double
        /// North of the equator.
        public let latitude: Double

        /// Takes degrees.
        public init(longitude: Double, latitude: Double) {
            (self.longitude, self.latitude) = (longitude, latitude)
        }
    }

    /// The corners; the first is not repeated at the end.
    public let ring: [Point]

    /// Takes three to a thousand corners; nil for fewer, more, or what is no number.
    public init?(ring: [Point]) {
        let corners = ring.first == ring.last ? Array(ring.dropLast()) : ring
        guard (3...Area.cornersMax).contains(corners.count),
            corners.allSatisfy({ abs($0.longitude) <= 180 && abs($0.latitude) <= 90 })
        else { return nil }
        self.ring = corners
    }

    /// Reads a GeoJSON polygon, or a feature that holds one.
    public init?(geoJSON text: String) {
        guard let tree = try? JSONValue(Array(text.utf8), limits: Area.limits) else { return nil }
        let geometry = tree["geometry"] ?? tree
        guard geometry["type"]?.text == "Polygon", case .array(let rings)? = geometry["coordinates"], rings.count == 1,
            case .array(let points)? = rings.first
        else { return nil }
        let corners = points.compactMap(Area.point)
        guard corners.count == points.count else { return nil }
        self.init(ring: corners)
    }

    /// The polygon as GeoJSON.
    public var geoJSON: JSONValue {
        let closed = ring + ring.prefix(1)
        let points = closed.map { JSONValue.array([.degrees($0.longitude), .degrees($0.latitude)]) }
        return .object([.init("type", .text("Polygon")), .init("coordinates", .array([.array(points)]))])
    }

    /// Corners at most.
    public static let cornersMax = 1_000
    private static let limits = JSONLimits(bytes: 40_000, depth: 8, text: 1_000, members: 20, elements: cornersMax + 1)

    private static func point(_ value: JSONValue) -> Point? {
        guard case .number(let x)? = value[0], case .number(let y)? = value[1] else { return nil }
        return Point(longitude: x.double, latitude: y.double)
    }

    /// The surface, rounded to whole square metres: on a plane that touches the earth there, which for an area within a
    /// town differs by less than one in a thousand.
    public var squareMetres: Amount {
        guard let origin = ring.first else { return .zero }
        let metres = ring.map { plane($0, from: origin) }
        let twice = metres.indices.reduce(0.0) { sum, index in
            let (a, b) = (metres[index], metres[(index + 1) % metres.count])
            return sum + a.x * b.y - b.x * a.y
        }
        return Amount(clamping: Int(min(abs(twice) / 2, 1e8).rounded()))
    }

    /// Whether all corners lie in the box.
    func lies(in box: BoundingBox) -> Bool {
        ring.allSatisfy { point in
            point.longitude >= box.west.double && point.longitude <= box.east.double
                && point.latitude >= box.south.double && point.latitude <= box.north.double
        }
    }

    private func plane(_ point: Point, from origin: Point) -> (x: Double, y: Double) {
        let parallel = Area.cosine(ofDegrees: origin.latitude)
        let x = (point.longitude - origin.longitude) * Area.metresPerDegree * parallel
        return (x, (point.latitude - origin.latitude) * Area.metresPerDegree)
    }

    /// A degree of a great circle on a sphere of 6 371 008.8 m.
    private static let metresPerDegree = 111_195.08

    /// The cosine by its series: eight terms are exact to 1e-9 up to 90 degrees, and no C library is needed.
    private static func cosine(ofDegrees degrees: Double) -> Double {
        let x = degrees * Double.pi / 180
        var (sum, term) = (1.0, 1.0)
        for step in 1...8 {
            term *= -x * x / Double((2 * step - 1) * 2 * step)
            sum += term
        }
        return sum
    }
}

extension Amount {
    var double: Double { Double(units) / Double(Amount.scale) }
}

extension JSONValue {
    fileprivate static func degrees(_ value: Double) -> JSONValue {
        .number(.decimal(text: value.description, value: value))
    }
}
