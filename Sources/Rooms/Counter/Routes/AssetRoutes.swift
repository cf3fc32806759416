import Kernel
import Pages
import Web

/// The script of the counter, without which everything works too.
enum AssetRoutes {
    private static let bytes = PackageResources.counter_js
    private static let name = "loket-\(hash(bytes)).js"

    static var routes: [Route] {
        [
            .get("/static/\(name)", policy: .everyone) { _, _ in
                var answer = Answer.asset(bytes, type: "text/javascript; charset=utf-8")
                // The name holds the hash of the content.
                answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
                return answer
            }
        ]
    }

    /// Asks for the script, on a page that has use for it.
    static var tag: HTML { HTML("<script type=\"module\" src=\"\(Href("/static/\(name)"))\"></script>") }

    /// FNV-1a, 64 bits: it tells versions apart and protects against nothing.
    private static func hash(_ bytes: [UInt8]) -> String {
        String(bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }
}
