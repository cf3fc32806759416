internal import HTTPTypes

/// The fields that keep browsers safe, on every answer, a refusal as much as a page.
///
/// Source: OWASP ASVS 5.0 chapter 3.4; docs/http.md.
struct SecurityHeaders: Sendable {
    private let fields: [HTTPField]

    /// With https, browsers are also told to never come back without it.
    init(isSecure: Bool) {
        var fields = SecurityHeaders.always
        if isSecure {
            fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=63072000; includeSubDomains"))
        }
        self.fields = fields
    }

    /// Adds those that the answer does not have itself.
    func add(to headers: inout HTTPFields) {
        for field in fields where !headers.contains(field.name) { headers.append(field) }
    }

    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ].joined(separator: "; ")

    private static let sensors = [
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment", "usb",
        "xr-spatial-tracking",
    ]

    private static let always = [
        HTTPField(name: .contentSecurityPolicy, value: policy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "same-origin"),
        HTTPField(name: .openerPolicy, value: "same-origin"),
        HTTPField(name: .crossOriginResourcePolicy, value: "same-origin"),
        HTTPField(name: .permissionsPolicy, value: sensors.map { "\($0)=()" }.joined(separator: ", ")),
    ]
}

extension Answer {
    /// What a browser's page may use besides its window: each is a question to the visitor, and off by default.
    public enum Sensor: String, Sendable {
        /// For talking in a meeting.
        case microphone
        /// For being seen in a meeting.
        case camera
        /// For a headset.
        case space = "xr-spatial-tracking"
    }

    /// The same page with some sensors opened to our own scripts, as meeting pages need.
    public func opening(_ sensors: Set<Sensor>) -> Answer {
        var answer = self
        let closed = SecurityHeaders.fieldForSensors(opening: Set(sensors.map(\.rawValue)))
        answer.headers[.permissionsPolicy] = closed
        return answer
    }
}

extension SecurityHeaders {
    fileprivate static func fieldForSensors(opening open: Set<String>) -> String {
        sensors.map { open.contains($0) ? "\($0)=(self)" : "\($0)=()" }.joined(separator: ", ")
    }
}
