public import Database
public import Kernel
import Ledger

extension RolStore {
    /// What a party is known by, by name: `natuurlijkPersoon__inpBsn`.
    static func keys(of rol: Record<Rol>) -> [(name: String, value: String)] {
        let keys = rol.betrokkeneType.keys
        return keys.members.compactMap { member in
            guard let text = rol.betrokkeneIdentificatie?.value?[member]?.text, !text.isEmpty else { return nil }
            return ("\(keys.group)__\(member)", text)
        }
    }

    /// Keeps the keys by which lists find a rol: a table derived from the rows of roles, written with them.
    static func keepKeys(of rol: Record<Rol>, _ transaction: Transaction) throws {
        for key in keys(of: rol) {
            try transaction.run(
                "INSERT INTO rol_sleutel (rol, naam, waarde) VALUES ($1, $2, $3)",
                [rol.identifier.stored, .text(key.name), .text(key.value)]
            )
        }
    }

    static func dropKeys(of rol: Identifier, _ transaction: Transaction) throws {
        try transaction.run("DELETE FROM rol_sleutel WHERE rol = $1", [rol.stored])
    }

    /// Whether the keys of a zaak's roles are those that the roles say; answers the roles of which they are not.
    ///
    /// For whoever verifies derived tables; a rol that was changed itself is found by `Verification`.
    public static func keysDiffer(of zaak: Identifier, in transaction: Transaction) throws -> [Identifier] {
        var differing: [Identifier] = []
        let ids = try transaction.all("SELECT uuid FROM rol WHERE zaak = $1 ORDER BY uuid", [zaak.stored]) { row in
            row.withText(0) { Identifier(utf8: $0) }
        }
        for id in ids.compactMap(\.self) {
            let rol = try rows.find(id, "1 = 1", in: transaction).record
            let kept = try transaction.all(
                "SELECT naam, waarde FROM rol_sleutel WHERE rol = $1",
                [id.stored]
            ) { [$0.text(0), $0.text(1)] }
            if Set(kept) != Set(keys(of: rol).map { [$0.name, $0.value] }) { differing.append(id) }
        }
        return differing
    }
}
