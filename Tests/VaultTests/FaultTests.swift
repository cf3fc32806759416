import Foundation
import Kernel
import Synchronization
import TestGround
import Testing

@testable import Vault

/// A disk whose n-th system call fails.
final class FailingDisk: Sendable {
    let calls = Mutex<(count: Int, failAt: Int, code: Int32, steps: [Disk.Step])>((0, 0, 0, []))

    /// Counts from one, from now on; zero fails never.
    func fail(at call: Int, with code: Int32) { calls.withLock { $0 = (0, call, code, []) } }

    var steps: [Disk.Step] { calls.withLock { $0.steps } }

    var disk: Disk {
        Disk(before: { step in
            self.calls.withLock { calls in
                calls.count += 1
                calls.steps.append(step)
                return calls.count == calls.failAt ? calls.code : nil
            }
        })
    }
}

@Suite struct FaultTests {
    @Test(arguments: [(EIO, .disk), (ENOSPC, .full), (EDQUOT, .full)] as [(Int32, VaultError.Code)])
    func `whichever call the disk refuses, nothing half is kept and the next upload is well`(
        _ code: Int32,
        _ expected: VaultError.Code
    ) async throws {
        let failing = FailingDisk()
        try await Safe.with(.sqlite, disk: failing.disk) { safe in
            let bytes = letters(600_000)
            var (call, failures) = (1, 0)
            while true {
                failing.fail(at: call, with: code)
                do {
                    _ = try await safe.store(bytes)
                    break
                } catch let error as VaultError {
                    #expect(error.code == expected, "call \(call)")
                    #expect(safe.files == [], "call \(call)")
                    failures += 1
                }
                call += 1
            }
            // Create, three or more writes, flush, two folders made and flushed, name, flush of its folder.
            #expect(failures >= 9)
            #expect(try await safe.findings() == [])
            #expect(safe.files.count == 1)
        }
    }

    @Test func `a flush that failed is not asked again`() async throws {
        let failing = FailingDisk()
        try await Safe.with(.sqlite, disk: failing.disk) { safe in
            failing.fail(at: 0, with: 0)
            _ = try await safe.store(letters(10))
            let flush = try #require(failing.steps.firstIndex(of: .flush)) + 1
            failing.fail(at: flush, with: EIO)
            await #expect(throws: VaultError(.disk, "")) { try await safe.store(letters(10)) }
            #expect(failing.steps.last == .flush)
        }
    }

    @Test func `the file is flushed before it gets its name, and its folder after`() async throws {
        let failing = FailingDisk()
        try await Safe.with(.sqlite, disk: failing.disk) { safe in
            failing.fail(at: 0, with: 0)
            _ = try await safe.store(letters(10))
            let steps = failing.steps.filter { $0 != .makeFolder }
            #expect(steps == [.create, .write, .flushFolder, .flushFolder, .flush, .name, .flushFolder])
        }
    }

    @Test func `a full disk is said to be full, and what was there is still read`() async throws {
        // A real one of 1 MiB, which only the super-user can make.
        try await withFolder { folder in
            guard run("/usr/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.path) else { return }
            defer { _ = run("/usr/bin/umount", "-l", folder.path) }
            try await Safe.with(.sqlite, at: folder.path + "/vault") { safe in
                let id = try await safe.store(letters(300_000)).id
                await #expect(throws: VaultError(.full, "")) { try await safe.store(letters(900_000)) }
                #expect(try await safe.read(id) == letters(300_000))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/vault/drafts") == [])
                _ = try await safe.store(letters(300_000))
            }
        }
    }

    private func run(_ program: String, _ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
