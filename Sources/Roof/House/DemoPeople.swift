import Entrance
import Kernel

/// Residents of the demo; none of them exists.
enum DemoPeople {
    static let all = [
        DemoPerson(id(1), "Noor Claes", "Wil een dakkapel op haar huis."),
        DemoPerson(id(2), "Jef Verlinden", "Heeft geen computer; zijn dochter helpt hem."),
        DemoPerson(id(3), "Amina El Khatib", "Woont naast een bouwwerf."),
        DemoPerson(id(4), "Bakkerij De Halve Maan bv", "Wil een terras voor de deur."),
    ]

    private static func id(_ number: UInt64) -> Identifier {
        Identifier(high: 0xDE30_0000_0000_4000, low: 0x8000_0000_0000_0000 | number)
    }
}
