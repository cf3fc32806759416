/// What can be wrong with a tree, its stored parts or a question about it.
public enum TreeError: Error, Hashable {
    /// A tree of that many leaves is larger than `Tree.sizeMax`.
    case tooLarge(UInt64)
    /// The question names a leaf or an earlier size that the tree of `size` leaves does not have.
    case beyondTree(asked: UInt64, size: UInt64)
    /// The store gave fewer bytes for this tile than its width asks.
    case shortTile(Tile)
}
