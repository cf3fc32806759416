extension HouseLetters {
    /// The letters that the house comes with, as a document: a town may hand in others.
    public static var own: [UInt8] { PackageResources.huisbrieven_json }
}
