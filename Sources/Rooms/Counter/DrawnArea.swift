import Dossiers
import Kernel
import Pages

/// A place as people give it without a map: GeoJSON from a map program, or corners as lines of numbers.
enum DrawnArea {
    /// Corners, a line each of latitude and longitude as map programs copy them, as GeoJSON; nil for anything else.
    static func geoJSON(typed text: String) -> String? {
        let lines = text.split(whereSeparator: { $0.isNewline || $0 == ";" }).filter { line in
            line.contains { !$0.isWhitespace }
        }
        guard (3...cornersMax).contains(lines.count) else { return nil }
        let corners = lines.compactMap(corner)
        guard corners.count == lines.count, let area = Area(ring: corners) else { return nil }
        return String(decoding: area.geoJSON.bytes, as: UTF8.self)
    }

    private static let cornersMax = 200

    /// `51.0543, 3.7174`: latitude first, as all maps for people have it; in Flanders that is always the larger one.
    private static func corner(_ line: Substring) -> Area.Point? {
        let numbers = line.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { Double($0) }
        guard numbers.count == 2, let first = numbers[0], let second = numbers[1] else { return nil }
        return Area.Point(longitude: min(first, second), latitude: max(first, second))
    }

    /// An area as one types it; what is no area stays as it is.
    static func lines(_ text: String) -> String {
        guard let area = Area(geoJSON: text) else { return text }
        return area.ring.map { "\($0.latitude), \($0.longitude)" }.joined(separator: "\n")
    }

    /// A sketch of an area with its size, north up and in proportion; empty for what is no area.
    static func sketch(_ text: String) -> HTML {
        guard let area = Area(geoJSON: text), let box = Box(area) else { return .empty }
        let points = area.ring.map { box.place($0) }.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        let corners = String(area.ring.count)
        let size = area.squareMetres.writtenNumber
        return HTML(
            """
            <figure class="sketch"><svg viewBox="-4 -4 208 208" width="208" height="208" role="img" \
            aria-label="De vorm van de plaats, met het noorden boven">\
            <polygon points="\(points)" fill="none" stroke="currentColor" stroke-width="3"/></svg>\
            <figcaption>\(corners) hoeken, \(size) m²</figcaption></figure>
            """
        )
    }

    /// The frame of a sketch: 200 units for the longest side.
    private struct Box {
        let west: Double
        let north: Double
        let scale: Double

        /// At the latitude of Flanders a degree of longitude is this part of one of latitude.
        static let parallel = 0.629

        init?(_ area: Area) {
            let (x, y) = (area.ring.map(\.longitude), area.ring.map(\.latitude))
            guard let west = x.min(), let east = x.max(), let south = y.min(), let north = y.max() else { return nil }
            let side = Swift.max((east - west) * Box.parallel, north - south)
            guard side > 0 else { return nil }
            (self.west, self.north, scale) = (west, north, 200 / side)
        }

        func place(_ point: Area.Point) -> (x: Int, y: Int) {
            (
                Int(((point.longitude - west) * Box.parallel * scale).rounded()),
                Int(((north - point.latitude) * scale).rounded())
            )
        }
    }
}
