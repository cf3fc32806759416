public import Access
import Database
import Kernel
import Ledger
import Stewardship

extension TownHall {
    /// Makes an account of an official, also while the house is served; without a password a mail with a link to choose
    /// one goes to the outbox. Answers whether such a mail was put there.
    public func addUser(
        name: String,
        email: String,
        department: String,
        roles: [Role],
        password: String?,
        _ settings: Settings
    ) async throws -> Bool {
        let names = [name, String(email.prefix { $0 != "@" })]
        let hash: PasswordHash? =
            if let password {
                try await Passwords(surroundings: surroundings).hash(password, names: names)
            } else { nil }
        let (accounts, mail) = (Accounts(surroundings: surroundings), try passwordMail(settings))
        return try await journal.change(by: .house, request: surroundings.identifier()) { change in
            let official = try accounts.add(
                name: name,
                email: email,
                department: department,
                roles: roles,
                password: hash,
                change
            )
            return try hash == nil && mail.put(for: official, change)
        }
    }

    /// Sets the password of an account; throws `unknown` when nobody has the address.
    public func setPassword(of email: String, to password: String) async throws {
        let officials = OfficialStore(surroundings: surroundings)
        guard let official = try await database.read({ try officials.official(email: email, in: $0) }) else {
            throw AccessError(.unknown, "nobody has this mail address")
        }
        let hash = try await Passwords(surroundings: surroundings).hash(password, names: [official.name])
        let accounts = Accounts(surroundings: surroundings)
        _ = try await journal.change(by: .house, request: surroundings.identifier()) { change in
            try accounts.set(hash, of: official.id, change)
        }
    }

    /// A line for each account: mail address, name, department, state and roles, with tabs between.
    public func userLines() async throws -> [String] {
        let officials = OfficialStore(surroundings: surroundings)
        var (lines, last) = ([String](), Official?.none)
        repeat {
            let page = try await database.snapshot { [last] transaction in
                try officials.officials(after: last, in: transaction).map { official in
                    (official, try OfficialStore.roles(of: official.id, in: transaction))
                }
            }
            last = page.last?.0
            lines += page.map { official, roles in
                [
                    official.email, official.name, official.department,
                    official.state == .active ? "actief" : "geschorst", roles.map(\.rawValue).joined(separator: ","),
                ].joined(separator: "\t")
            }
        } while last != nil
        return lines
    }
}
