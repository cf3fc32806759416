extension StringProtocol {
    /// Whether it holds no control characters: a name or address never does, and PostgreSQL keeps no NUL in a text.
    var isPlain: Bool { !unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }

    /// The same without control characters, for what only has to be recognised.
    var plain: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}
