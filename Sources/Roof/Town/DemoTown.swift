import Access
import Database
import Dossiers
public import House
import Kernel
import Ledger
import Organisatie

/// The fictional town of Leiebeke: departments, officials and products, written through the public verbs.
///
/// It serves the demo; whoever tries Belfort finds a town at work instead of empty lists.
public enum DemoTown {
    /// The password of every official of the demo; nobody else's, since the demo keeps to itself.
    public static let password = "een ooievaar op de hallen"

    /// The town as its pages name it.
    public static func dress(_ settings: inout Settings) {
        (settings.town.kind, settings.town.name) = ("Gemeente", "Leiebeke")
        settings.town.address = "Markt 1, 9999 Leiebeke"
        (settings.town.phone, settings.town.mail) = ("09 999 99 99", "onthaal@leiebeke.example")
        settings.isDemo = true
    }

    /// Fills a house that is new; one that was filled before stays as it is.
    ///
    /// The town has been at work for months: its clock begins in the past, and ends now.
    public static func fill(_ settings: Settings) async throws {
        let days = Int64(TownLife.days) * 24 * 3_600_000
        let clock = HandClock(at: Surroundings.live.now().adding(milliseconds: -days) ?? .latest)
        // Keys are as secret as anywhere: only the time is not that of the machine.
        let surroundings = Surroundings(now: { clock.now }, random: Surroundings.live.random)
        let hall = try await TownHall.open(settings, surroundings: surroundings)
        defer { hall.database.close() }
        guard try await hall.database.read({ try AfdelingStore().all(in: $0) }).isEmpty else { return }
        let request = hall.surroundings.identifier()
        try await hall.journal.change(by: .house, request: request) { change in
            for department in Department.all { _ = try AfdelingStore().add(department.draft, change) }
        }
        let hash = try await Passwords(surroundings: hall.surroundings).hash(password)
        let accounts = Accounts(surroundings: hall.surroundings)
        try await hall.journal.change(by: .house, request: request) { change in
            for one in DemoOfficial.all {
                _ = try accounts.add(
                    name: one.name,
                    email: one.email,
                    department: one.department,
                    roles: one.roles,
                    password: hash,
                    change
                )
            }
        }
        let register = try hall.dossiers(settings)
        for document in DemoTypes.all {
            try await register.publish(try DossierType.read(document), by: .house, request: request)
        }
        var life = try await TownLife(hall: hall, register: register, clock: clock)
        try await life.run()
        _ = try await hall.journal.sequence()
    }
}
