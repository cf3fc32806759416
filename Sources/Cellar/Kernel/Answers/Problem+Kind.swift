extension Problem {
    /// The ways in which a request can fail; docs/errors.md lists them with who does what about each.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What was sent breaks a rule.
        case invalid
        /// What was sent cannot be read.
        case unreadable
        /// Nobody has signed in.
        case unauthenticated
        /// This visitor may not.
        case forbidden
        /// There is no such thing, or the visitor may not know that there is.
        case notFound
        /// The address does not take this method.
        case methodNotAllowed
        /// No representation that the client accepts.
        case notAcceptable
        /// The client was too slow.
        case timeout
        /// Somebody else was first.
        case conflict
        /// There was such a thing once.
        case gone
        /// A condition of the request does not hold.
        case preconditionFailed
        /// More than is taken in one request.
        case tooLarge
        /// A media type that is not read here.
        case unsupportedMediaType
        /// Understood, and not possible.
        case unprocessable
        /// A condition must be given.
        case preconditionRequired
        /// Too many requests.
        case throttled
        /// Our own mistake.
        case failure
        /// A system that we need for this gave no good answer.
        case badGateway
        /// Not now; try again.
        case unavailable
        /// No room to keep what was sent.
        case outOfSpace
    }
}

extension Problem.Kind {
    /// The HTTP status code (RFC 9110; 428 and 429 RFC 6585; 507 RFC 4918).
    public var status: Int { facts.status }

    /// The code for programs; those of the API framework under ZGW where it has one.
    public var code: String { facts.code }

    /// What went wrong, in a few Dutch words, the same for each case.
    public var title: String { facts.title }

    /// The ordinary sentence, when a case has none of its own.
    public var detail: String { facts.detail }

    /// The last part of the help page's address.
    public var page: String { code.replacing("_", with: "-") }

    private struct Facts {
        let status: Int
        let code: String
        let title: String
        let detail: String

        init(_ status: Int, _ code: String, _ title: String, _ detail: String) {
            (self.status, self.code, self.title, self.detail) = (status, code, title, detail)
        }
    }

    /// One table; the length of the function is that of the list.
    private var facts: Facts {
        switch self {
        case .invalid: Facts(400, "invalid", "Ongeldige invoer", "Kijk de aangeduide velden na.")
        case .unreadable: Facts(400, "parse_error", "Onleesbare inhoud", "De inhoud kan niet gelezen worden.")
        case .unauthenticated:
            Facts(401, "not_authenticated", "Niet aangemeld", "Meld je aan om dit te kunnen doen.")
        case .forbidden: Facts(403, "permission_denied", "Geen toelating", "Je hebt hiervoor niet de nodige rechten.")
        case .notFound: Facts(404, "not_found", "Niet gevonden", "Wat je zoekt, bestaat niet.")
        case .methodNotAllowed:
            Facts(405, "method_not_allowed", "Methode niet mogelijk", "Dit adres kent deze methode niet.")
        case .notAcceptable:
            Facts(406, "not_acceptable", "Vorm niet beschikbaar", "We kunnen niet antwoorden in de gevraagde vorm.")
        case .timeout: Facts(408, "request_timeout", "Te traag", "Het verzoek kwam niet op tijd volledig aan.")
        case .conflict: Facts(409, "conflict", "Conflict", "Iemand anders heeft dit intussen gewijzigd.")
        case .gone: Facts(410, "gone", "Verwijderd", "Wat je zoekt, bestaat niet meer.")
        case .preconditionFailed:
            Facts(412, "precondition_failed", "Voorwaarde niet voldaan", "Een voorwaarde van het verzoek geldt niet.")
        case .tooLarge:
            Facts(413, "request_entity_too_large", "Te groot", "Het verzoek is groter dan wat we aannemen.")
        case .unsupportedMediaType:
            Facts(415, "unsupported_media_type", "Vorm niet gekend", "We kunnen inhoud van deze soort niet lezen.")
        case .unprocessable:
            Facts(422, "unprocessable_content", "Niet mogelijk", "Dit verzoek kan niet uitgevoerd worden.")
        case .preconditionRequired:
            Facts(428, "precondition_required", "Voorwaarde nodig", "Geef aan welke versie je wilt wijzigen.")
        case .throttled: Facts(429, "throttled", "Te veel verzoeken", "Wacht even en probeer het opnieuw.")
        case .failure: Facts(500, "error", "Fout bij ons", "Er ging iets mis bij ons. Het is genoteerd.")
        case .badGateway:
            Facts(
                502,
                "bad_gateway",
                "Geen antwoord van een ander systeem",
                "Een ander systeem gaf geen goed antwoord."
            )
        case .unavailable:
            Facts(503, "unavailable", "Even niet beschikbaar", "Probeer het over enkele minuten opnieuw.")
        case .outOfSpace:
            Facts(507, "insufficient_storage", "Geen plaats", "Er is geen plaats om dit te bewaren.")
        }
    }
}
