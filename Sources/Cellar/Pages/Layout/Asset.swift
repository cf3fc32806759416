/// A file that pages need: the stylesheet, the script, the sprite, the pictures.
///
/// They are real files in the folder Assets, compiled into the program (`.embedInCode`): a program that is moved or
/// packed needs no folder beside it, and Foundation's `Bundle` with its build-time path stays out. The name holds the
/// hash of the content, so an answer may be kept for ever (`Cache-Control: immutable`) and a new release is seen at
/// once. The hash only tells versions apart; it protects against nothing, so FNV-1a is enough.
public struct Asset: Sendable {
    /// The last part of the address, such as `belfort-1f2e3d4c5b6a7988.css`.
    public let name: String
    /// The media type, with charset for text.
    public let type: String
    /// The content.
    public let bytes: [UInt8]

    /// The address, under `/static/`.
    public let link: Href

    /// The stylesheet, its parts joined in the order of their layers.
    public static let style = Asset(
        "belfort",
        "css",
        "text/css; charset=utf-8",
        [
            PackageResources.tokens_css, PackageResources.base_css, PackageResources.layout_css,
            PackageResources.parts_css, PackageResources.forms_css, PackageResources.lists_css,
            PackageResources.modes_css,
        ]
    )
    /// The script, without which everything works too.
    public static let script = Asset(
        "belfort",
        "js",
        "text/javascript; charset=utf-8",
        [PackageResources.belfort_js]
    )
    /// The pictograms, one symbol each.
    public static let icons = Asset("icons", "svg", "image/svg+xml", [PackageResources.icons_svg])
    /// The wordmark's tower, also the icon of the browser's tab.
    public static let belfry = Asset("belfry", "svg", "image/svg+xml", [PackageResources.belfry_svg])
    /// The town's roofs, at the foot of the home page's head.
    public static let skyline = Asset("skyline", "svg", "image/svg+xml", [PackageResources.skyline_svg])

    /// All that the server has to answer for.
    public static let all = [style, script, icons, belfry, skyline]

    private init(_ stem: String, _ suffix: String, _ type: String, _ parts: [[UInt8]]) {
        let joined = Array(parts.joined())
        bytes = suffix == "css" ? Stylesheet.squeezed(joined) : joined
        name = "\(stem)-\(Asset.hash(bytes)).\(suffix)"
        link = Href(unchecked: "/static/\(name)")
        self.type = type
    }

    /// FNV-1a, 64 bits, in hexadecimal.
    private static func hash(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
