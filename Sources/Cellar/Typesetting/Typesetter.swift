import Foundation
public import Pages

/// Makes a tagged PDF/A out of a page, by the program WeasyPrint.
///
/// The program runs as a child with nothing but the page: an empty environment, the page on its standard input, no
/// address it may fetch but `data:`, bounds on time, memory and bytes. At most `Limits.atOnce` run at a time, on
/// threads of their own. Equal pages give equal bytes.
///
/// A page holds text only as text (`HTML` escapes by type), so nothing that somebody wrote becomes markup in a letter.
public struct Typesetter: Sendable {
    /// How much a document may cost.
    public struct Limits: Sendable {
        /// The page, in bytes.
        public var documentBytesMax = 4 << 20
        /// The PDF, in bytes.
        public var resultBytesMax = 32 << 20
        /// How long the program may take.
        public var deadline = Duration.seconds(30)
        /// The program's address space, in bytes.
        public var memoryBytesMax = 2 << 30
        /// How many documents are made at once.
        public var atOnce = 2
        /// How many may wait for their turn.
        public var waitingMax = 64

        /// What suits letters of a few pages.
        public init() {}
    }

    private let program: String?
    private let limits: Limits
    private let press: Press

    /// Takes the program's path; without one it looks in `.build/typesetting/bin` and then along `searchPath`, which is
    /// that of the environment unless it is given.
    ///
    /// A program that is not there is an error of `pdf`, not of this: the house opens without it.
    public init(
        program: String? = nil,
        searchPath: String? = nil,
        limits: Limits = Limits()
    ) {
        let path = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
        self.program = program ?? Typesetter.find(along: path)
        self.limits = limits
        press = Press(atOnce: limits.atOnce, waitingMax: limits.waitingMax)
    }

    /// The page as PDF/A-2a: tagged, with its title and language, its fonts inside.
    public func pdf(_ page: HTML) async throws(TypesettingError) -> [UInt8] {
        let bytes = page.bytes
        guard bytes.count <= limits.documentBytesMax else {
            throw TypesettingError(.documentTooLarge, "a page of \(bytes.count) bytes is over the limit")
        }
        guard let program, access(program, X_OK) == 0 else {
            throw TypesettingError(.missing, "no program at \(program ?? "any place") that makes PDFs")
        }
        let child = Child(
            program: program,
            arguments: Self.arguments,
            environment: ["SOURCE_DATE_EPOCH=0"],
            memoryBytesMax: limits.memoryBytesMax,
            resultBytesMax: limits.resultBytesMax,
            deadline: limits.deadline
        )
        let result = try await press.run { stop in child.run(feeding: bytes, until: stop) }
        guard result.starts(with: Array("%PDF-".utf8)) else {
            throw TypesettingError(.failed, "the program answered with something that is no PDF")
        }
        return result
    }

    /// Fetching is off by the list of protocols; a relative address has nothing to be relative to.
    private static let arguments = [
        "--quiet", "--pdf-variant", "pdf/a-2a", "--allowed-protocols", "data", "--encoding", "utf-8",
        "--base-url", "data:", "-", "-",
    ]

    private static func find(along searchPath: String) -> String? {
        let folders = [".build/typesetting/bin"] + searchPath.split(separator: ":").map(String.init)
        return folders.map { $0 + "/weasyprint" }.first { access($0, X_OK) == 0 }
    }
}
