import Kernel

/// A part of the earth between two meridians and two parallels (WGS 84, degrees).
public struct BoundingBox: Described {
    /// West.
    public internal(set) var west = Amount.zero
    /// South.
    public internal(set) var south = Amount.zero
    /// East.
    public internal(set) var east = Amount.zero
    /// North.
    public internal(set) var north = Amount.zero

    init() {}

    /// Takes the four sides, in degrees.
    public init(west: Amount, south: Amount, east: Amount, north: Amount) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// Flanders and Brussels.
    public static let flanders = BoundingBox(
        west: Amount("2.5") ?? .zero,
        south: Amount("50.6") ?? .zero,
        east: Amount("5.95") ?? .zero,
        north: Amount("51.55") ?? .zero
    )

    static let shape = Shape<BoundingBox>(
        "Kader",
        "Een kader op de kaart",
        "Bounding box, WGS 84, degrees.",
        [
            .needed("west", \.west, .amount, "West", "Western meridian."),
            .needed("zuid", \.south, .amount, "Zuid", "Southern parallel."),
            .needed("oost", \.east, .amount, "Oost", "Eastern meridian."),
            .needed("noord", \.north, .amount, "Noord", "Northern parallel."),
        ]
    )
}
