public import Kernel

/// What somebody writes of a type: its own fields, and its relations by name or URL.
public struct TypeInput<R: CatalogiResource>: Sendable {
    public var draft: Draft<R>
    public var relations: Draft<R.Relations>
    /// Under which addresses URLs in the relations are ours.
    public let addresses: Addresses
    /// The members that were written, if it came as JSON.
    private let members: Set<String>

    /// Starts empty, for the program itself.
    public init(_ addresses: Addresses) {
        (draft, relations, members) = (Draft(), Draft(), [])
        self.addresses = addresses
    }

    /// Writes nothing but the last day.
    public static func ending(on day: Day?, _ addresses: Addresses) -> TypeInput where R: VersionedType {
        var draft = Draft<R>()
        draft.eindeGeldigheid = .some(day)
        return TypeInput(draft: draft, addresses: addresses, members: ["eindeGeldigheid"])
    }

    private init(draft: Draft<R>, addresses: Addresses, members: Set<String>) {
        (self.draft, relations, self.addresses, self.members) = (draft, Draft(), addresses, members)
    }

    /// Reads a document; throws only for what is no JSON, all else is noted in the drafts.
    public init(_ bytes: [UInt8], _ addresses: Addresses, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        draft = try Draft.read(bytes, addresses, limits: limits)
        relations = try Draft.read(bytes, addresses, limits: limits)
        guard case .object(let members) = try JSONValue(bytes, limits: limits) else {
            (self.addresses, self.members) = (addresses, [])
            return
        }
        (self.addresses, self.members) = (addresses, Set(members.map(\.name)))
    }

    /// Whether it writes nothing but the last day, which a published type allows.
    public var writesOnlyEnd: Bool { members == ["eindeGeldigheid"] }
}

extension TypeInput {
    /// The record and the relations, or all faults of both.
    func record(
        _ make: (Draft<R>) throws(Invalid) -> Record<R>,
        relationsRequired: Bool
    ) throws(Invalid) -> Record<R> {
        var faults: [Fault] = []
        var record: Record<R>?
        do throws(Invalid) { record = try make(draft) } catch { faults += error.faults }
        if relationsRequired {
            do throws(Invalid) { _ = try relations.record() } catch { faults += error.faults }
        } else {
            faults += relations.check.faults
        }
        // What is no object at all is said once.
        var seen: Set<Fault> = []
        if let invalid = Invalid(faults.filter { seen.insert($0).inserted }) { throw invalid }
        guard let record else { throw Invalid(Fault.whole, "invalid") }
        return record
    }
}
