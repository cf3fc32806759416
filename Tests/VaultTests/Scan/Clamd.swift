import Foundation
import Testing

@testable import Vault

/// A real clamd with one signature of its own, on a socket in a folder.
struct Clamd {
    static let program = "/usr/sbin/clamd"

    /// Whether `scripts/setup-clamd` was run.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// The test file that every scanner knows (eicar.org), written so that no scanner takes this source for it.
    static let marked =
        Array("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-".utf8) + Array("ANTIVIRUS-TEST-FILE!$H+H*".utf8)

    let path: String
    private let process = Process()

    init(in folder: String) throws {
        path = folder + "/clamd.sock"
        let database = folder + "/signatures"
        try FileManager.default.createDirectory(atPath: database, withIntermediateDirectories: true)
        let digits = Self.marked.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        try Data("Belfort.Test:0:*:\(digits)\n".utf8).write(to: URL(filePath: database + "/belfort.ndb"))
        let configuration = """
            DatabaseDirectory \(database)
            LocalSocket \(path)
            TemporaryDirectory \(folder)
            Foreground yes
            LogFile \(folder)/clamd.log
            AlertExceedsMax yes
            AlertEncrypted yes
            StreamMaxLength 4M
            MaxFileSize 2M
            MaxScanSize 2M

            """
        try Data(configuration.utf8).write(to: URL(filePath: folder + "/clamd.conf"))
        let output = Pipe()
        process.executableURL = URL(filePath: Self.program)
        process.arguments = ["--config-file=\(folder)/clamd.conf"]
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        // It listens when it begins to check itself; until then reading waits.
        var said = ""
        while !said.contains("Self checking") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "clamd ended: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
