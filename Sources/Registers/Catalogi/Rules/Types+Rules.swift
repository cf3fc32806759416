public import Kernel

extension InformatieObjectType: WrittenVersion {
    public static func settle(
        _ record: inout Record<InformatieObjectType>,
        _ input: TypeInput<InformatieObjectType>,
        _ old: Record<InformatieObjectType>?,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        check.each(record.trefwoord, "trefwoord", atMost: 30)
    }
}

extension BesluitType: WrittenVersion {
    public static func settle(
        _ record: inout Record<BesluitType>,
        _ input: TypeInput<BesluitType>,
        _ old: Record<BesluitType>?,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        guard let texts = input.relations.informatieobjecttypen else { return }
        record.informatieobjecttypeOmschrijvingen = try work.names(
            texts,
            of: InformatieObjectType.self,
            in: record.catalogus.identifier,
            field: "informatieobjecttypen",
            input,
            &check
        )
    }
}
