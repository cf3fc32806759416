import Access
import Database
import Entrance
import Kernel
import Web

extension TownHall {
    /// How visitors are recognised and what they may: programs by their token, anew with each request.
    func admission(_ settings: Settings) async throws -> Admission {
        let seal = try await Seal.open(database, keys, surroundings)
        let programs = try ProgramSignIn(seal: seal, surroundings: surroundings)
        return Admission(
            authenticate: { [database] request in
                guard request.path.contains("/api/v") else { return .nobody }
                let header = request.headers[.authorization]
                do {
                    let visitor = try await database.read { transaction in
                        try programs.visitor(authorization: header, in: transaction)
                    }
                    return Caller(visitor)
                } catch let fault as TokenFault {
                    throw Refusal(.forbidden, fault.rawValue, fault.sentence)
                }
            },
            may: { [database] caller, policy in
                try await database.read { try Rights(of: caller.visitor).may(policy, in: $0) }
            },
            page: { [brand = settings.brand] refusal, _ in Entrance.refusalPage(refusal, brand: brand) }
        )
    }
}
