import Kernel

extension AnswerReader {
    mutating func address() -> FormAnswer? {
        let names = ["straat", "nummer", "postcode", "gemeente"]
        let parts = names.map { part($0)?.cleaned(keepingLines: false) }
        guard parts.contains(where: { $0 != nil }) else { return nil }
        for (name, value) in zip(names, parts) where value == nil {
            refuse(
                name == "straat"
                    ? "Vul de straat in." : "Vul \(name == "gemeente" ? "de gemeente" : "het \(name)") in.",
                part: name
            )
        }
        for (name, value) in zip(names, parts) where value?.count ?? 0 > 100 {
            refuse("Dit mag hoogstens 100 tekens hebben.", part: name)
        }
        if let postcode = parts[2], postcode.utf8.count != 4 || !postcode.utf8.allSatisfy(Naming.isDigit) {
            refuse("Vul een postcode van vier cijfers in.", part: "postcode")
        }
        guard faults.isEmpty, let street = parts[0], let number = parts[1], let code = parts[2], let town = parts[3]
        else { return nil }
        let box = part("bus").map { String($0.cleaned(keepingLines: false).prefix(20)) }
        return .address(Address(street: street, number: number, box: box, postcode: code, town: town))
    }

    mutating func area() -> FormAnswer? {
        guard let text = submission.value(field.name) else { return nil }
        guard let area = Area(geoJSON: text) else {
            return wrong("Deze tekening kunnen we niet lezen. Teken de plaats opnieuw.")
        }
        guard area.lies(in: field.box ?? town) else {
            return wrong("Deze plaats ligt niet in onze gemeente. Teken ze opnieuw.")
        }
        return within(area.squareMetres) { $0.writtenNumber + " m²" }.map { _ in .area(area) }
    }

    mutating func files() -> FormAnswer? {
        let files = submission.files[field.name] ?? []
        guard !files.isEmpty, let kind = documentKinds.first(where: { $0.name == field.document }) else { return nil }
        if files.count > field.filesMost {
            return wrong("Voeg hoogstens \(field.filesMost) \(field.filesMost == 1 ? "bestand" : "bestanden") toe.")
        }
        for file in files { check(file, kind) }
        return faults.isEmpty ? .files(files) : nil
    }

    mutating func check(_ file: FileClaim, _ kind: DocumentKind) {
        if !kind.mediaTypes.contains(where: { $0.rawValue == file.mediaType }) {
            let words = kind.mediaTypes.map(\.word)
            let list =
                words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " of " + (words.last ?? "")
            refuse("Dit soort bestand kunnen we niet lezen. Gebruik \(list).")
        } else if file.bytes > kind.megabytes * 1_000_000 {
            let size = (file.bytes + 999_999) / 1_000_000
            refuse("Dit bestand is te groot (\(size) MB). Het mag hoogstens \(kind.megabytes) MB zijn.")
        } else if file.bytes <= 0 {
            refuse("Dit bestand is leeg. Kies het opnieuw.")
        }
    }
}

extension String {
    /// Without control characters; new lines stay where the field has them.
    func cleaned(keepingLines: Bool) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar != "\r" {
            let isLine = scalar == "\n" && keepingLines
            scalars.append(isLine || scalar.properties.generalCategory != .control ? scalar : " ")
        }
        return String(scalars)
    }
}
