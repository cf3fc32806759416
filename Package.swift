// swift-tools-version: 6.2
import PackageDescription

// The house, floor by floor. A target uses only targets declared above it, and a room uses only cellar and registers:
// the precondition in `add` says so, and `make` passes `--explicit-target-dependency-import-check error`, which catches
// an import that was not declared. Only both together keep the floors (docs/architecture.md).

/// One array of settings for every target.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

enum Floor: String { case cellar = "Cellar", registers = "Registers", rooms = "Rooms", roof = "Roof" }

var floors: [String: Floor] = [:]
var targets: [Target] = []

/// Declares a target on a floor with its test target; refuses a dependency that is not on a lower floor.
@MainActor
func add(
    _ name: String,
    on floor: Floor,
    uses: [String] = [],
    also products: [Target.Dependency] = [],
    tests: [String]? = [],
    resources: [Resource] = [],
    executable: Bool = false
) {
    for use in uses {
        let below = floors[use]
        precondition(below != nil, "\(floor.rawValue)/\(name) uses \(use), which is not declared above it")
        precondition(floor != .rooms || below != .rooms, "Rooms/\(name) may not use another room, \(use)")
    }
    floors[name] = floor
    let dependencies = uses.map { Target.Dependency.target(name: $0) } + products
    let path = "Sources/\(floor.rawValue)/\(name)"
    targets.append(
        executable
            ? .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
            : .target(name: name, dependencies: dependencies, path: path, resources: resources, swiftSettings: settings)
    )
    if let extra = tests {
        targets.append(
            .testTarget(
                name: "\(name)Tests",
                dependencies: dependencies + [.target(name: name)] + extra.map { .target(name: $0) },
                path: "Tests/\(name)Tests",
                swiftSettings: settings
            )
        )
    }
}

/// AES-GCM, SHA-256, HKDF, Ed25519: never our own.
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
/// Scrypt for passwords.
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

targets += [
    .systemLibrary(
        name: "CPQ",
        path: "Sources/System/CPQ",
        pkgConfig: "libpq",
        providers: [.apt(["libpq-dev"])]
    ),
    .systemLibrary(
        name: "CSQLite",
        path: "Sources/System/CSQLite",
        pkgConfig: "sqlite3",
        providers: [.apt(["libsqlite3-dev"])]
    ),
]

// Cellar
add("Kernel", on: .cellar)
// Pages has no HTTP and no database, so that a designer's change builds and shows in seconds (DESIGN puts pages in Web).
add("Pages", on: .cellar, uses: ["Kernel"], resources: [.embedInCode("Assets")])
add("Typesetting", on: .cellar, uses: ["Kernel", "Pages"], tests: ["TestGround"])
add("Database", on: .cellar, uses: ["Kernel"], also: ["CPQ", "CSQLite"], tests: ["TestGround"])
add("Keys", on: .cellar, uses: ["Kernel", "Database"], also: [crypto], tests: ["TestGround"])
add("Ledger", on: .cellar, uses: ["Kernel", "Database", "Keys"], also: [crypto], tests: ["TestGround"])
add(
    "Access",
    on: .cellar,
    uses: ["Kernel", "Database", "Keys", "Ledger"],
    also: [crypto, cryptoExtras],
    tests: ["TestGround"]
)
add("Vault", on: .cellar, uses: ["Kernel", "Database", "Keys"], also: [crypto], tests: ["TestGround"])
add(
    "Outbox",
    on: .cellar,
    uses: ["Kernel", "Database", "Keys"],
    also: [
        crypto,
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    ],
    tests: ["TestGround"]
)
add(
    "Web",
    on: .cellar,
    uses: ["Kernel", "Database", "Access"],
    also: [
        crypto,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "_NIOFileSystem", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    ]
)
// Time that a test moves by hand.
targets.last?.dependencies.append(.product(name: "NIOEmbedded", package: "swift-nio"))

// A page with a visitor: Pages knows no HTTP and Web no pages, and a room may not use another room.
add("Foyer", on: .cellar, uses: ["Kernel", "Pages", "Database", "Access", "Web"], tests: nil)

// Registers
// What the APIs of the standard do alike; its tests go through those APIs (BelfortTests).
add("ZGW", on: .registers, uses: ["Kernel", "Database", "Ledger", "Access", "Web"], tests: nil)
add(
    "Catalogi",
    on: .registers,
    uses: ["Kernel", "Database", "Keys", "Ledger", "Access", "Web", "ZGW"],
    tests: ["TestGround"]
)
add(
    "Zaken",
    on: .registers,
    uses: ["Kernel", "Database", "Keys", "Ledger", "Access", "Web", "ZGW"],
    tests: ["TestGround"]
)
add(
    "Documenten",
    on: .registers,
    uses: ["Kernel", "Database", "Keys", "Ledger", "Access", "Vault", "Web", "Catalogi"],
    tests: ["TestGround"]
)
add(
    "Besluiten",
    on: .registers,
    uses: ["Kernel", "Database", "Keys", "Ledger", "Access", "Web", "ZGW"],
    tests: ["TestGround"]
)
add("Organisatie", on: .registers, uses: ["Kernel", "Database", "Keys", "Ledger"], tests: ["TestGround"])
add(
    "Dossiers",
    on: .registers,
    uses: ["Kernel", "Database", "Keys", "Ledger", "Access", "Catalogi", "Zaken", "Organisatie"],
    also: [crypto],
    tests: ["TestGround", "House", "Vault"],
    resources: [.embedInCode("Letters")]
)

// Rooms
add(
    "Entrance",
    on: .rooms,
    uses: ["Kernel", "Pages", "Database", "Ledger", "Access", "Outbox", "Web", "Foyer"],
    also: [crypto],
    tests: nil
)
add(
    "Counter",
    on: .rooms,
    uses: [
        "Kernel", "Pages", "Database", "Ledger", "Access", "Vault", "Outbox", "Web", "Foyer", "Zaken", "Documenten",
        "Dossiers",
    ],
    also: [.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")],
    resources: [.embedInCode("Assets")]
)
add(
    "Workplace",
    on: .rooms,
    uses: [
        "Kernel", "Pages", "Database", "Ledger", "Access", "Vault", "Web", "Typesetting", "Foyer", "Zaken",
        "Documenten",
        "Dossiers",
    ],
    tests: ["TestGround", "House"]
)
add(
    "Stewardship",
    on: .rooms,
    uses: ["Kernel", "Pages", "Database", "Ledger", "Access", "Outbox", "Web", "Foyer"],
    tests: nil
)

// Roof
add(
    "House",
    on: .roof,
    uses: [
        "Kernel", "Pages", "Database", "Keys", "Ledger", "Access", "Vault", "Outbox", "Web", "Foyer", "Catalogi",
        "Zaken", "Documenten", "Besluiten", "Organisatie", "Dossiers", "Counter", "Workplace", "Entrance",
        "Stewardship",
    ],
    also: [
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "SystemPackage", package: "swift-system"),
    ],
    tests: nil
)
add(
    "Town",
    on: .roof,
    uses: ["Kernel", "Database", "Ledger", "Access", "Organisatie", "Dossiers", "House"],
    tests: nil,
    resources: [.embedInCode("Types")]
)
add(
    "Belfort",
    on: .roof,
    uses: ["House", "Town", "Kernel", "Database", "Keys", "Ledger", "Access"],
    also: [
        crypto,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
    ],
    tests: ["TestGround", "Outbox", "Catalogi", "Zaken", "Documenten", "Besluiten", "Dossiers"],
    executable: true
)

// What tests stand on: a database of their own on either driver.
targets.append(
    .target(
        name: "TestGround",
        dependencies: ["Database", "Kernel"],
        path: "Tests/TestGround",
        swiftSettings: settings
    )
)
targets.append(.testTarget(name: "TidyTests", path: "Tests/TidyTests", swiftSettings: settings))

let package = Package(
    name: "belfort",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "belfort", targets: ["Belfort"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        // Hashes, MACs and sealing: nobody writes their own.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        // Mail over TLS.
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        // HTTP: the channel, the codec and the compressor; Web adds the limits (docs/http.md).
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: targets
)
