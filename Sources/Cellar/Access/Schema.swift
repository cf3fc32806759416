public import Database

/// The steps of Access's part of the schema.
public enum Schema {
    /// In their order; the key of `Seal` also needs those of Keys.
    public static let migrations =
        GrantStore.migrations + OfficialStore.migrations + SessionStore.migrations + LoginAttemptStore.migrations
        + MailedLinkStore.migrations + ClientStore.migrations
}
