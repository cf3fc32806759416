public import Kernel
public import Ledger

/// What keeps a program from a change that the type of a dossier does not allow yet; filled in by the house.
///
/// A zaak that is no dossier of Belfort's has no gates: there a program meets the pure standard. Each throws a 403 with
/// the reason, within the change that it is about.
public struct Gates: Sendable {
    public typealias Check = @Sendable (_ zaak: Identifier, _ type: Identifier, Change) throws -> Void

    /// Before a status of that statustype.
    public var status: Check
    /// Before a result of that resultaattype.
    public var resultaat: Check
    /// Before a result is taken away, or a whole zaak.
    public var removal: @Sendable (_ zaak: Identifier, Change) throws -> Void
    /// After a change, so that what is derived from it follows in the same transaction.
    public var changed: @Sendable (_ zaak: Identifier, Change) throws -> Void

    public init(
        status: @escaping Check,
        resultaat: @escaping Check,
        removal: @escaping @Sendable (_ zaak: Identifier, Change) throws -> Void,
        changed: @escaping @Sendable (_ zaak: Identifier, Change) throws -> Void
    ) {
        (self.status, self.resultaat, self.removal, self.changed) = (status, resultaat, removal, changed)
    }
}
