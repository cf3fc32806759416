/// A browser and a system as a person recognises them: `Firefox op Windows`.
enum DeviceName {
    static func of(_ agent: String) -> String {
        let browsers = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrom", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS", "macOS"), ("Linux", "Linux"),
        ]
        let browser = browsers.first { agent.contains($0.0) }?.1 ?? "Een programma"
        return systems.first { agent.contains($0.0) }.map { "\(browser) op \($0.1)" } ?? browser
    }
}
