extension Area {
    /// Whether two areas have more than an edge or a corner in common; areas that only touch do not overlap.
    func overlaps(_ other: Area) -> Bool {
        guard spans(other) else { return false }
        let crosses = edges.contains { edge in other.edges.contains { Area.cross(edge, $0) } }
        return crosses || ring.contains(where: other.holds) || other.ring.contains(where: holds)
            || insides.contains(where: other.holds) || other.insides.contains(where: holds)
    }

    private typealias Edge = (from: Point, to: Point)

    private var edges: [Edge] { ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) } }

    /// Points that surely lie inside: the middles of three corners in a row, of which every polygon has some within.
    /// They tell two areas apart of which all corners lie on each other's edges.
    private var insides: [Point] {
        ring.indices.map { index in
            let three = (0..<3).map { ring[(index + $0) % ring.count] }
            return Point(
                longitude: three.reduce(0) { $0 + $1.longitude } / 3,
                latitude: three.reduce(0) { $0 + $1.latitude } / 3
            )
        }.filter(holds)
    }

    /// Whether the boxes around them overlap: what most pairs in a town do not.
    private func spans(_ other: Area) -> Bool {
        func apart(_ axis: (Point) -> Double) -> Bool {
            let (mine, theirs) = (ring.map(axis), other.ring.map(axis))
            guard let (low, high) = mine.range, let (least, most) = theirs.range else { return true }
            return high <= least || most <= low
        }
        return !apart(\.longitude) && !apart(\.latitude)
    }

    /// Whether a point lies inside, by the number of edges east of it.
    private func holds(_ point: Point) -> Bool {
        edges.reduce(false) { isInside, edge in
            let (a, b) = edge
            guard (a.latitude > point.latitude) != (b.latitude > point.latitude) else { return isInside }
            let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
            return point.longitude < a.longitude + share * (b.longitude - a.longitude) ? !isInside : isInside
        }
    }

    /// Whether two edges cross in a point that is an end of neither.
    private static func cross(_ first: Edge, _ second: Edge) -> Bool {
        let (a, b) = (side(first, second.from), side(first, second.to))
        let (c, d) = (side(second, first.from), side(second, first.to))
        return a * b < 0 && c * d < 0
    }

    /// On which side of an edge a point lies: above zero, below it, or zero on the line.
    private static func side(_ edge: Edge, _ point: Point) -> Double {
        let (x, y) = (edge.to.longitude - edge.from.longitude, edge.to.latitude - edge.from.latitude)
        return x * (point.latitude - edge.from.latitude) - y * (point.longitude - edge.from.longitude)
    }
}

extension [Double] {
    fileprivate var range: (Double, Double)? {
        guard let low = self.min(), let high = self.max() else { return nil }
        return (low, high)
    }
}
