public import Kernel

extension WrittenPart where Relations == PartRelations {
    public static func repeated(_ input: TypeInput<Self>) -> RepeatedFacts { RepeatedFacts(input.relations) }
}

extension StatusType: WrittenPart {
    public static var uniqueColumns: [String] { ["volgnummer"] }

    public static func repeated(_ input: TypeInput<StatusType>) -> RepeatedFacts {
        var facts = RepeatedFacts()
        facts.catalogus = input.relations.catalogus ?? nil
        facts.beginGeldigheid = input.relations.beginGeldigheid ?? nil
        facts.eindeGeldigheid = input.relations.eindeGeldigheid
        return facts
    }

    public static func settle(
        _ record: inout Record<StatusType>,
        _ input: TypeInput<StatusType>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        for (index, eigenschap) in (input.relations.eigenschappen ?? []).enumerated() {
            try work.checkEigenschap(eigenschap, of: type, "eigenschappen.\(index)", &check)
        }
    }

    public static func wrote(_ record: Record<StatusType>, _ input: TypeInput<StatusType>, _ work: TypeWork) throws {
        guard let given = input.relations.eigenschappen else { return }
        try work.give(Set(given.compactMap(\.identifier)), to: record)
    }

    public static func willRemove(_ record: Record<StatusType>, _ work: TypeWork) throws {
        let eigenschap = WritableStatus<Eigenschap>(get: { $0.statustype }, clear: { $0.statustype = nil })
        let document = WritableStatus<ZaakTypeInformatieObjectType>(
            get: { $0.statustype },
            clear: { $0.statustype = nil }
        )
        let object = WritableStatus<ZaakObjectType>(get: { $0.statustype }, clear: { $0.statustype = nil })
        try work.release(record, in: Eigenschap.self, eigenschap)
        try work.release(record, in: ZaakTypeInformatieObjectType.self, document)
        try work.release(record, in: ZaakObjectType.self, object)
    }
}

extension RolType: WrittenPart {
    public static var uniqueColumns: [String] { ["omschrijving"] }
}

extension ZaakObjectType: WrittenPart {
    public static func settle(
        _ record: inout Record<ZaakObjectType>,
        _ input: TypeInput<ZaakObjectType>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        try work.checkStatusType(record.statustype, of: type, &check)
    }
}

extension ZaakTypeInformatieObjectType: WrittenPart {
    public static var frozenCode: String { "non-concept-relation" }
    public static var uniqueColumns: [String] { ["volgnummer"] }

    public static func settle(
        _ record: inout Record<ZaakTypeInformatieObjectType>,
        _ input: TypeInput<ZaakTypeInformatieObjectType>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        let name = try work.name(
            TypeName(record.informatieobjecttype, of: InformatieObjectType.self, input.addresses),
            of: InformatieObjectType.self,
            in: type.catalogus,
            "informatieobjecttype",
            &check
        )
        if let name { record.informatieobjecttype = name }
        try work.checkStatusType(record.statustype, of: type, &check)
    }
}

extension Eigenschap: WrittenPart {
    public static var uniqueColumns: [String] { ["naam"] }

    /// A form fixes the length of its values (ztc-015); a number may have a part after the comma.
    public static func settle(
        _ record: inout Record<Eigenschap>,
        _ input: TypeInput<Eigenschap>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        try work.checkStatusType(record.statustype, of: type, &check)
        let form = record.specificatie
        let reason =
            switch form.formaat {
            case .datum: form.lengte == "8" ? nil : "Een datum heeft lengte 8: JJJJMMDD."
            case .datum_tijd: form.lengte == "14" ? nil : "Een datum met tijd heeft lengte 14: JJJJMMDDuummss."
            case .tekst: isNumber(form.lengte[...]) ? nil : "Hier hoort een getal."
            case .getal: isDecimal(form.lengte) ? nil : "Hier hoort een getal, of twee met een komma ertussen."
            }
        if let reason { check.add(Fault("specificatie.lengte", "invalid", reason)) }
        check.that(
            form.kardinaliteit == "N" || isNumber(form.kardinaliteit[...]),
            "specificatie.kardinaliteit",
            "invalid",
            "Hier hoort een getal, of N voor onbeperkt."
        )
        check.each(form.waardenverzameling, "specificatie.waardenverzameling", atMost: 100)
    }

    private static func isDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, isNumber(first) else { return false }
        return parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { $0 &- 0x30 < 10 })
    }

    /// A whole number above zero.
    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.first != 0x30 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
    }
}
