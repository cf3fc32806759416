import Foyer
import Kernel
import Pages
import Web

/// The home page, and the files that every page needs.
struct HomeRoutes {
    let frame: Frame

    var routes: [Route] {
        [
            .get("/", policy: .everyone) { [frame] request, caller in
                var sheet = try await frame.sheet("Welkom", request, caller)
                fill(&sheet.page, frame.brand)
                return sheet.answer()
            }
        ] + Asset.all.map(route)
    }

    private func route(_ asset: Asset) -> Route {
        .get("/static/\(asset.name)", policy: .everyone) { _, _ in
            var answer = Answer.asset(asset.bytes, type: asset.type)
            // The name holds the hash of the content.
            answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
            return answer
        }
    }
}

private func fill(_ page: inout Page, _ brand: Brand) {
    page.hero = .hero(
        "Wat de \(brand.kind[.nl].lowercased()) ontvangt en beslist, staat vast",
        "Elk dossier staat in één register dat niemand ongemerkt kan veranderen. Kijk het zelf na.",
        .buttons([.linkButton("Kijk een bewijs na", to: "/bewijs", icon: .check)])
    )
    page.main = .panel(
        "Zelf nakijken",
        .cards(
            [
                Card(
                    "Een bewijs nakijken",
                    "Is wat jij indiende ook wat ontvangen is? Geef het bewijs en je documenten.",
                    to: "/bewijs",
                    icon: .check
                ),
                Card(
                    "De stand van het register",
                    "Het laatste ondertekende controlepunt, voor wie het register volgt.",
                    to: "/log/checkpoint",
                    icon: .list
                ),
                Card(
                    "De sleutel",
                    "Daarmee kijk je een bewijs na zonder deze website, ook binnen twintig jaar.",
                    to: "/.well-known/belfort-key",
                    icon: .lock
                ),
            ],
            level: 3
        )
    )
}
