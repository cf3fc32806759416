import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct AddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("::", "::"), ("::1", "::1"),
        ("2001:DB8::1", "2001:db8::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("::ffff:c000:201", "192.0.2.1"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1::8", "1::8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ("fe80::", "fe80::"),
    ])
    func `an address is read and printed in its shortest form`(_ text: String, _ printed: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.description == printed)
        #expect(NetworkAddress(address.description) == address)
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "0x7f.0.0.1", "2130706433", "1.2.3.4 ", "1..2.3",
        ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "::1%eth0", "[::1]", "1:2",
        "::1.2.3", "1.2.3.4::", "::+1", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:::8",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.1", "192.0.2.1", true),
        ("192.0.2.1", "192.0.2.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
        ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
        ("127.0.0.0/8", "::ffff:127.0.0.1", true), ("::/0", "2001:db8::1", true),
    ])
    func `a block holds the addresses that share its bits`(_ block: String, _ address: String, _ holds: Bool) throws {
        let block = try #require(NetworkBlock(block))
        #expect(block.contains(try #require(NetworkAddress(address))) == holds)
    }

    @Test(arguments: ["10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "::/129", "/8", "a/8", "10.0.0.0/8/8"])
    func `what is no block is refused`(_ text: String) {
        #expect(NetworkBlock(text) == nil)
    }

    @Test func `random addresses survive being printed and read`() {
        let seed: UInt64 = 20_261_125
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let words = (0..<8).map { _ in
                Bool.random(using: &generator) ? 0 : UInt16.random(in: 0 ... .max, using: &generator)
            }
            let bytes = words.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
            let address = NetworkAddress(bytes: bytes)
            #expect(address.flatMap { NetworkAddress($0.description) } == address, "seed \(seed)")
        }
    }
}

@Suite struct TrustedProxyTests {
    static let proxies = TrustedProxies([NetworkBlock("10.0.0.0/8"), NetworkBlock("::1")].compactMap { $0 })

    @Test(arguments: [
        ("192.0.2.9", "203.0.113.1", "192.0.2.9"), ("10.0.0.1", "203.0.113.1", "203.0.113.1"),
        ("10.0.0.1", "198.51.100.7, 203.0.113.1", "203.0.113.1"), ("10.0.0.1", "203.0.113.1, 10.9.9.9", "203.0.113.1"),
        ("10.0.0.1", "", "10.0.0.1"), ("10.0.0.1", "unknown", "10.0.0.1"), ("10.0.0.1", "203.0.113.1, x", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.1:4711", "203.0.113.1"), ("10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("::1", "2001:db8::5", "2001:db8::5"), ("10.0.0.1", "10.0.0.2,10.0.0.3", "10.0.0.2"),
    ])
    func `the client is the last address that no trusted proxy wrote`(_ peer: String, _ chain: String, _ client: String)
    {
        let source = Provenance(
            peer: NetworkAddress(peer),
            fields: [.forwardedFor: chain],
            host: "a",
            proxies: Self.proxies
        )
        #expect(source.client?.description == client)
    }

    @Test func `only a trusted proxy says what scheme and host the visitor used`() {
        let fields: HTTPFields = [.forwardedProto: "https", .forwardedHost: "Gemeente.example"]
        let trusted = Provenance(peer: NetworkAddress("10.0.0.1"), fields: fields, host: "a", proxies: Self.proxies)
        #expect(trusted.isSecure && trusted.host == "gemeente.example")
        let stranger = Provenance(peer: NetworkAddress("192.0.2.1"), fields: fields, host: "a", proxies: Self.proxies)
        #expect(!stranger.isSecure && stranger.host == "a")
        let bad = Provenance(
            peer: NetworkAddress("10.0.0.1"),
            fields: [.forwardedHost: "a/b"],
            host: "a",
            proxies: Self.proxies
        )
        #expect(bad.host == "a")
    }
}

@Suite struct DoorkeeperTests {
    static func limits(_ connections: Int = 100) -> Limits {
        .but { limits in
            limits.connections = connections
            limits.connectionsPerAddress = 3
        }
    }

    @Test func `one address gets its share and no more, and gets it back`() {
        let door = Doorkeeper(limits: Self.limits(), proxies: TrustedProxies())
        let address = NetworkAddress("192.0.2.1")
        #expect((0..<4).map { _ in door.enter(address) } == [true, true, true, false])
        #expect(door.enter(NetworkAddress("192.0.2.2")))
        door.leave(address)
        #expect(door.enter(address))
        #expect(!door.enter(address))
    }

    @Test func `an IPv6 network of 64 bits is one visitor`() {
        let door = Doorkeeper(limits: Self.limits(), proxies: TrustedProxies())
        let entries = (1...4).map { door.enter(NetworkAddress("2001:db8:1:1::\($0)")) }
        #expect(entries == [true, true, true, false])
        #expect(door.enter(NetworkAddress("2001:db8:1:2::1")))
    }

    @Test func `a trusted proxy and this machine have no share to exceed`() {
        let door = Doorkeeper(
            limits: Self.limits(),
            proxies: TrustedProxies([NetworkBlock("10.0.0.0/8")].compactMap { $0 })
        )
        for address in ["10.0.0.1", "127.0.0.1", "::1"] {
            #expect((0..<10).allSatisfy { _ in door.enter(NetworkAddress(address)) })
        }
    }

    @Test func `the last tenth is for this machine itself`() {
        let door = Doorkeeper(limits: Self.limits(20), proxies: TrustedProxies())
        let strangers = (0..<40).filter { door.enter(NetworkAddress("192.0.2.\($0)")) }
        #expect(strangers.count == 18)
        #expect((0..<4).map { _ in door.enter(NetworkAddress("127.0.0.1")) } == [true, true, false, false])
    }

    @Test func `a visitor beyond the share hears 503, and a place that comes free is given again`() async throws {
        let limits = Limits.but { limits in
            limits.capsLoopback = true
            limits.connectionsPerAddress = 2
        }
        try await TestServer.run(limits: limits) { port in
            try await Wire.open(port) { first in
                try await Wire.open(port) { _ in
                    let text = try await Wire.exchange(port, "")
                    #expect(text.status == 503)
                }
                try await first.send("GET /hallo HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await first.read(upTo: "hallo").status == 200)
            }
        }
    }
}
