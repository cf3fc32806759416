internal import HTTPTypes

extension Answer {
    /// The same page, that may also show files of this site inside itself, such as the PDF of a decision.
    ///
    /// Scripts, styles and forms stay as strict as anywhere.
    public func showingFiles() -> Answer {
        var answer = self
        answer.headers[.contentSecurityPolicy] = SecurityHeaders.policy + "; object-src 'self'; frame-src 'self'"
        return answer
    }

    /// A file that a page of this site may show inside itself, and no other site; nothing in it runs.
    ///
    /// Only for what cannot be a page: `sandbox` would keep browsers from showing a PDF at all.
    public func shownInside() -> Answer {
        var answer = self
        answer.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
        return answer
    }
}
