/// What can be wrong with a signed note, a checkpoint or a key.
public enum NoteError: Error, Hashable {
    /// More bytes than `Note.sizeMax`, or more signatures than `Note.signaturesMax`.
    case tooLarge
    /// Not UTF-8, or a control character other than a newline.
    case notText
    /// No text, blank line and signature lines in the form of the specification.
    case form
    /// A name that is empty, over 255 bytes, or holds a space or a plus sign.
    case keyName
    /// A text that is no checkpoint: origin, size and root in the form of the specification.
    case checkpoint
    /// The line of this known key does not verify.
    case badSignature(name: String)
    /// No known key has signed.
    case unsigned
    /// No key of the log itself, named as its origin, has signed.
    case unsignedByLog(origin: String)
    /// A text that would be taken for a cosignature, or that the signing library refused.
    case unsignable
}
