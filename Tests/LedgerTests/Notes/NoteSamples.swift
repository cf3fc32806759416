import Ledger

/// A log and a witness with keys that everybody knows, and a note that an independent program (Python with the
/// cryptography package) made with them.
enum Known {
    static let origin = "stad.example/belfort-ledger"
    static let logKey = "stad.example/belfort-ledger+f80271c9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    static let witnessKey = "buurstad.example/getuige+ef792d75+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"
    static let note = """
        stad.example/belfort-ledger
        1234
        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

        — stad.example/belfort-ledger +AJxyQMgxzA7K/aMF5d+7DFzb8aWzguT2tjmMM\
        mBCIeUr8hOkVLTSN1vYy5FyNy2MixYA/8B+yYdY3I7AAniXIQOQAo=
        — buurstad.example/getuige 73ktdQAAAABkGFDLYajYJUHrM8ZGj0bHRO4ECx6jhYPGuJLawt\
        SSP2al8C/nSQooM1efUAAoEvPVSnTgsRsN6qmlPPyYbhmy6bwEDQ==

        """
    static let timestamp: UInt64 = 1_679_315_147

    static let log = signer(origin, seed: Array(0..<32))
    static let witness = signer("buurstad.example/getuige", seed: Array(32..<64))
    static let keys = [logKey, witnessKey].compactMap { VerifierKey($0) }

    static func signer(_ name: String, seed: [UInt8]) -> SigningKey {
        guard let key = SigningKey(name: name, seed: seed) else { preconditionFailure("\(name) is no name of a key") }
        return key
    }
}
