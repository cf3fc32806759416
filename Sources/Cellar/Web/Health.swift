/// What the machine's own watchers ask: does the program live, and can it work.
public enum Health {
    /// The routes `/health/live` and `/health/ready`; `isReady` says whether the program can do its work now.
    ///
    /// They say nothing else, since anybody may ask.
    public static func module(isReady: @escaping @Sendable () async -> Bool) -> Module {
        Module(
            name: "Health",
            routes: [
                .get("/health/live", policy: .everyone) { _, _ in state(.ok, "live") },
                .get("/health/ready", policy: .everyone) { _, _ in
                    await isReady() ? state(.ok, "ready") : state(.serviceUnavailable, "not ready")
                },
            ]
        )
    }

    private static func state(_ status: HTTPResponse.Status, _ word: String) -> Answer {
        var answer = Answer.text(word + "\n", status: status)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
}
