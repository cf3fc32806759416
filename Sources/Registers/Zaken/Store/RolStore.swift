import Database
public import Kernel
public import Ledger

/// Who has to do with zaken. A rol can be made and removed, and rewritten as long as its party stays the same.
public struct RolStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Gives somebody a role in a zaak.
    public func add(_ draft: Draft<Rol>, _ mandate: Mandate, _ change: Change) throws -> KeptRecord<Rol> {
        var draft = draft
        draft.uuid = change.identifier()
        draft.registratiedatum = change.now
        let type = try fill(&draft, change.transaction)
        let rol = try identified(try draft.record())
        let zaak = try zaken.openParent(rol.zaak, mandate, change)
        try Self.check(rol, type, of: zaak, change.transaction)
        let kept = try Self.rows.kept(change.transaction).add(rol, to: zaak.identifier, change)
        try Self.keepKeys(of: rol, change.transaction)
        return kept
    }

    /// Writes a rol again; its zaak and its party stay.
    public func change(
        _ id: Identifier,
        _ draft: Draft<Rol>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<Rol> {
        let old = try zaken.held(Self.rows, id, mandate, change)
        var draft = draft
        if draft.roltype == nil { draft.roltype = old.roltype }
        let type = try fill(&draft, change.transaction)
        let rol = try identified(try draft.record(rewrite, old))
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        try Self.check(rol, type, of: zaak, change.transaction)
        let kept = try Self.rows.kept(change.transaction).replace(rol, in: zaak.identifier, change)
        try Self.dropKeys(of: id, change.transaction)
        try Self.keepKeys(of: rol, change.transaction)
        return kept
    }

    /// Takes somebody's role away.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        try Self.erase(old, from: zaak.identifier, change)
    }

    /// Removes the row with its keys.
    static func erase(_ rol: Record<Rol>, from zaak: Identifier, _ change: Change) throws {
        try dropKeys(of: rol.identifier, change.transaction)
        try rows.kept(change.transaction).remove(rol, from: zaak, change)
    }
}

// MARK: - Rules

extension RolStore {
    /// The words that a rol takes from its type; nil when the type is missing or wrong, of which the draft tells.
    private func fill(_ draft: inout Draft<Rol>, _ transaction: Transaction) throws -> RoltypeFacts? {
        let type = try draft.roltype.flatMap { try zaken.neighbours.roltype($0, transaction) }
        if draft.roltype != nil, type == nil { draft.add(Fault("roltype", "bad-url")) }
        draft.omschrijving = type?.omschrijving ?? ""
        draft.omschrijvingGeneriek = type?.omschrijvingGeneriek ?? .belanghebbende
        return type
    }

    /// The rol with what its party is known by in the form that belongs to the type of party.
    private func identified(_ rol: Record<Rol>) throws -> Record<Rol> {
        guard let sent = rol.betrokkeneIdentificatie else {
            guard rol.betrokkene != nil else {
                throw Invalid(Fault.whole, "invalid-betrokkene", "Geef betrokkene of betrokkeneIdentificatie.")
            }
            return rol
        }
        var rol = rol
        do {
            rol.betrokkeneIdentificatie = try rol.betrokkeneType.identification(sent)
        } catch {
            var check = Check()
            check.add(error, inside: "betrokkeneIdentificatie")
            try check.done()
        }
        return rol
    }

    private static func check(
        _ rol: Record<Rol>,
        _ type: RoltypeFacts?,
        of zaak: Record<Zaak>,
        _ transaction: Transaction
    ) throws {
        guard type?.zaaktype == zaak.zaaktype else { throw Invalid(Fault.whole, "zaaktype-mismatch") }
        guard rol.omschrijvingGeneriek.isUnique else { return }
        let isTaken = try transaction.exists(
            "SELECT 1 FROM rol WHERE zaak = $1 AND omschrijving_generiek = $2 AND uuid <> $3",
            [zaak.identifier.stored, rol.omschrijvingGeneriek.stored, rol.identifier.stored]
        )
        guard !isTaken else {
            // The code is spelled as clients in the field expect it.
            throw Invalid("roltype", "max-occurences", "De zaak heeft al een \(rol.omschrijvingGeneriek.rawValue).")
        }
    }
}

extension OmschrijvingGeneriek {
    /// Whether a zaak has at most one of them.
    var isUnique: Bool { self == .initiator || self == .zaakcoordinator }
}

// MARK: - Rows

extension RolStore {
    /// The rows of roles.
    public static let rows = Rows<Rol>(
        "rol",
        kinds: ZakenModule.Kinds.rol,
        parent: "rol.zaak",
        order: "rol.registratiedatum DESC"
    ) { dialect in
        [
            "statussen": GatheredStore.list(
                "gezet.uuid",
                from: "status AS gezet WHERE gezet.gezetdoor = rol.uuid ORDER BY gezet.datum_status_gezet",
                dialect
            )
        ]
    }

    static let migration = Migration(
        "zaken: make roles",
        """
        CREATE TABLE rol (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            betrokkene TEXT,
            betrokkene_type TEXT NOT NULL,
            afwijkende_naam_betrokkene TEXT NOT NULL,
            roltype TEXT NOT NULL,
            omschrijving TEXT NOT NULL,
            omschrijving_generiek TEXT NOT NULL,
            roltoelichting TEXT NOT NULL,
            registratiedatum BIGINT NOT NULL,
            indicatie_machtiging TEXT,
            contactpersoon_rol TEXT,
            betrokkene_identificatie TEXT
        );
        CREATE INDEX rol_chain ON rol (chain);
        CREATE INDEX rol_zaak ON rol (zaak, omschrijving_generiek);
        CREATE INDEX rol_betrokkene ON rol (betrokkene) WHERE betrokkene IS NOT NULL;
        CREATE INDEX rol_roltype ON rol (roltype);
        CREATE INDEX rol_registratie ON rol (registratiedatum, uuid);
        CREATE TABLE rol_sleutel (
            rol TEXT NOT NULL REFERENCES rol (uuid),
            naam TEXT NOT NULL,
            waarde TEXT NOT NULL,
            PRIMARY KEY (rol, naam)
        );
        CREATE INDEX rol_sleutel_waarde ON rol_sleutel (naam, waarde, rol);
        """
    )
}
