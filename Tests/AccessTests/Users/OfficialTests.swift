import Database
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct OfficialTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `an account is made with its roles, and found again`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke(roles: [.behandelaar, .goedkeurder])
            try await ground.database.read { transaction in
                #expect(try ground.officials.official(marieke.id, in: transaction) == marieke)
                #expect(try ground.officials.official(email: "MARIEKE@example.org", in: transaction) == marieke)
                #expect(try ground.officials.official(email: "x", in: transaction) == nil)
                let roles = try GrantStore.grants(of: marieke.id, in: transaction).map(\.gift)
                #expect(Set(roles) == [.role(.behandelaar), .role(.goedkeurder)])
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let email: String
        let code: AccessError.Code
        var testDescription: String { "\(name) <\(email)>" }
    }

    @Test(
        arguments: Kind.available,
        [
            Case(name: "Ander", email: " MARIEKE@example.org ", code: .exists),
            Case(name: "", email: "a@example.org", code: .malformed),
            Case(name: "A\u{0}", email: "a@example.org", code: .malformed),
            Case(name: String(repeating: "a", count: 201), email: "a@example.org", code: .malformed),
            Case(name: "A", email: "example.org", code: .malformed), Case(name: "A", email: "a@b@c", code: .malformed),
            Case(name: "A", email: "a b@example.org", code: .malformed),
            Case(name: "A", email: "a@example.org\r\nBcc: x@example.org", code: .malformed),
        ]
    ) func `an account that cannot be is refused, and none is made`(_ kind: Kind, _ one: Case) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addMarieke()
            await #expect(throws: AccessError(one.code, "")) {
                try await ground.database.write {
                    _ = try ground.officials.add(
                        name: one.name,
                        email: one.email,
                        department: "",
                        roles: [],
                        in: $0
                    )
                }
            }
            #expect(try await ground.database.read { try ground.officials.officials(in: $0) }.count == 1)
        }
    }

    @Test(arguments: Kind.available) func `a suspended account is out at the next request, and back when activated`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let token = try await SignInTests.enter(ground)
            #expect(try await ground.database.write { try ground.officials.suspend(marieke.id, in: $0) })
            #expect(try await ground.session(token) == nil)
            #expect(try await ground.database.write { try ground.officials.activate(marieke.id, in: $0) })
            #expect(try await ground.session(token) == nil)
            _ = try await SignInTests.enter(ground)
            let unknown = ground.surroundings.identifier()
            #expect(try await !ground.database.write { try ground.officials.suspend(unknown, in: $0) })
        }
    }

    @Test(arguments: Kind.available) func `a session that outlived a suspension by any other way opens nothing`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let token = try await SignInTests.enter(ground)
            try await ground.database.write {
                try $0.run("UPDATE official SET state = 2 WHERE id = $1", [.bytes(marieke.id.bytes)])
            }
            #expect(try await ground.session(token) == nil)
            try await ground.database.write { try $0.run("DELETE FROM official") }
            #expect(try await ground.session(token) == nil)
        }
    }

    @Test(arguments: Kind.available) func `a new password ends all other sessions`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let (one, other) = (try await SignInTests.enter(ground), try await SignInTests.enter(ground))
            let hash = try await ground.passwords().hash("een koe in de regen staat stil")
            let done = try await ground.database.write {
                try ground.officials.set(hash, of: marieke.id, keeping: one, in: $0)
            }
            #expect(done)
            #expect(try await ground.session(one) != nil)
            #expect(try await ground.session(other) == nil)
            await #expect(throws: AccessError(.wrongCredentials, "")) { try await SignInTests.enter(ground) }
        }
    }

    @Test(arguments: Kind.available) func `accounts are listed by name, page after page`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let names = ["Bea", "An", "Bea", "Dirk", "Cis"]
            let shown = try await ground.database.write { transaction in
                for (index, name) in names.enumerated() {
                    _ = try ground.officials.add(
                        name: name,
                        email: "\(index)@example.org",
                        department: "",
                        roles: [],
                        in: transaction
                    )
                }
                let first = try ground.officials.officials(atMost: 2, in: transaction)
                let rest = try ground.officials.officials(after: first.last, in: transaction)
                return first + rest
            }
            #expect(shown.map(\.name) == ["An", "Bea", "Bea", "Cis", "Dirk"])
            #expect(Set(shown.map(\.id)).count == 5)
        }
    }
}
