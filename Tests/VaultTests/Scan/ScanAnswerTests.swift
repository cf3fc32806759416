import Testing

@testable import Vault

@Suite struct ScanAnswerTests {
    @Test(arguments: [
        ("stream: OK\0", ScanAnswer.clean), ("stream: OK\n", .clean),
        ("stream: Eicar-Test FOUND\0", .infected("Eicar-Test")),
        ("stream: Heuristics.Phishing.Email FOUND\0", .infected("Heuristics.Phishing.Email")),
        ("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", .cannot("Heuristics.Limits.Exceeded.MaxFileSize")),
        ("stream: Heuristics.Encrypted.Zip FOUND\0", .cannot("Heuristics.Encrypted.Zip")),
        ("INSTREAM size limit exceeded. ERROR\0", .cannot("larger than the scanner takes")),
        ("", .failed("the scanner ended without an answer")), ("\0", .failed("the scanner ended without an answer")),
        ("stream: Can't allocate memory ERROR\0", .failed("stream: Can't allocate memory ERROR")),
        ("OK", .failed("OK")), ("stream: OK?", .failed("stream: OK?")), ("xstream: OK", .failed("xstream: OK")),
        ("stream: O", .failed("stream: O")), ("UNKNOWN COMMAND\0", .failed("UNKNOWN COMMAND")),
    ])
    func `only a plain OK is clean`(_ reply: String, _ answer: ScanAnswer) {
        #expect(ScanAnswer(reply: Array(reply.utf8)) == answer)
    }

    @Test func `a long reply is cut`() {
        #expect(ScanAnswer(reply: Array(repeating: 0x41, count: 4_096)) == .failed(String(repeating: "A", count: 200)))
    }

    @Test(
        arguments: [
            ("/run/clamav/clamd.ctl", ScannerAddress.socket(path: "/run/clamav/clamd.ctl")),
            ("scanner:3310", .tcp(host: "scanner", port: 3_310)), ("[::1]:3310", .tcp(host: "::1", port: 3_310)),
            ("scanner", nil), (":3310", nil), ("scanner:0", nil), ("scanner:70000", nil), ("::1:3310", nil), ("", nil),
        ] as [(String, ScannerAddress?)]
    )
    func `an address is read or refused`(_ text: String, _ address: ScannerAddress?) {
        #expect(ScannerAddress(text) == address)
    }
}
