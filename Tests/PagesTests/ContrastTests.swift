import Foundation
import Pages
import Testing

/// The tokens' contrasts, measured (WCAG 2.2, 1.4.3 and 1.4.11), in light and dark.
@Suite struct ContrastTests {
    @Test(arguments: [false, true])
    func `text can be read on every ground it stands on`(isDark: Bool) throws {
        let tokens = try Tokens(isDark: isDark)
        let texts = ["ink", "ink-2", "brand", "brand-strong", "bronze", "bad", "attention", "good", "info"]
        for text in texts {
            for ground in ["ground", "panel", "panel-2"] { try expect(tokens, text, on: ground) }
        }
        for tone in ["bad", "attention", "good", "info"] {
            for text in [tone, "ink", "ink-2", "brand"] { try expect(tokens, text, on: "\(tone)-panel") }
            try expect(tokens, "ground", on: tone)
        }
        try expect(tokens, "on-brand", on: "brand")
        try expect(tokens, "on-brand", on: "brand-strong")
        for head in ["head", "head-2"] {
            for text in ["on-head", "on-head-2", "gold"] { try expect(tokens, text, on: head) }
        }
    }

    @Test(arguments: [false, true])
    func `edges and focus stand out`(isDark: Bool) throws {
        let tokens = try Tokens(isDark: isDark)
        for ground in ["ground", "panel", "panel-2"] { try expect(tokens, "edge", on: ground, atLeast: 3) }
        try expect(tokens, "focus", on: "focus-ink", atLeast: 3)
        try expect(tokens, "focus", on: "head", atLeast: 3)
    }

    private func expect(_ tokens: Tokens, _ text: String, on ground: String, atLeast least: Double = 4.5) throws {
        let ratio = try tokens.ratio(text, ground)
        #expect(ratio >= least, "--\(text) on --\(ground): \(ratio)")
    }
}

/// The colours of the stylesheet's first block, or with the dark ones over them.
private struct Tokens {
    var colours: [String: String] = [:]

    init(isDark: Bool) throws {
        let text = String(decoding: Asset.style.bytes, as: UTF8.self)
        let blocks = text.components(separatedBy: ":root{")
        for block in blocks[1...(isDark ? 2 : 1)] {
            for match in block.prefix(while: { $0 != "}" }).matches(of: /--([a-z0-9-]+):#([0-9a-f]{6}|[0-9a-f]{3})\b/) {
                colours[String(match.1)] = String(match.2)
            }
        }
    }

    func ratio(_ one: String, _ other: String) throws -> Double {
        let (a, b) = (try luminance(one), try luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ name: String) throws -> Double {
        let colour = try #require(colours[name], "--\(name) is no colour")
        let long = colour.count == 3 ? colour.map { "\($0)\($0)" }.joined() : colour
        let number = try #require(Int(long, radix: 16))
        let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
