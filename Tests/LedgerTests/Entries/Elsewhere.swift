/// An entry and its sealed payload, as another program made them from the fields of `Sample` and fixed nonces.
enum Elsewhere {
    static let entry =
        "010000000000000001000000000000000200000000000001020000018bcfe56800030400000000000000030000000000"
        + "0000041e2ae1c19c0cbd378e46c927a9f3611923ec07cc1ae357502a09536d455275cf21540215c76dfdce1e281efe40"
        + "ab087bf7fb25f41ce0f43f6b5609a1366541a44cf53e17d003255386dcc45b8b7305103be738858dfbd0f57879e9549e"
        + "dcc7b8e0e89e7d21e5b5473dcc1e046490c944b66e8f93ff30518bba0d2318bf7e5448d8d81f51781eeb8f46a0e112e8"
        + "6ca335896ccc12cee00e6cfcf58a3501129dfc2400000000000000050000000000000006000000000000000700000000"
        + "00000008"

    static let sealed =
        "151515151515151515151515e7ff6e46c4679e7c7a8ed06e51d63dd1d7967d15e956c55795448aabe1ad113b3e1d0a3f"
        + "541ddc139bb9f133831bdf58ca1912aad929ca8189a8db3249f48d60d115a19edca5"
}

/// Bytes that a test wrote down in hexadecimal digits.
func hexadecimal(_ text: String) -> [UInt8] {
    let digits = text.compactMap { $0.hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
