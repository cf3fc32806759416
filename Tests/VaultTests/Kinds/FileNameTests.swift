import Testing

@testable import Vault

@Suite struct FileNameTests {
    @Test(arguments: [
        ("brief.pdf", "brief.pdf"), ("  brief.pdf. ", "brief.pdf"), ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Jan\\plan.docx", "plan.docx"), ("a\u{0}b\n.txt", "ab.txt"), ("cafe\u{301}.txt", "caf\u{e9}.txt"),
        ("factuur\u{202E}fdp.exe", "factuurfdp.exe"), ("a\u{200B}b\u{FEFF}.txt", "ab.txt"),
        ("a<b>c:d\"e|f?g*.txt", "a_b_c_d_e_f_g_.txt"), ("CON", "_CON"), ("con.txt", "_con.txt"),
        ("Lpt1.pdf", "_Lpt1.pdf"),
        ("COM\u{B9}.txt", "_COM\u{B9}.txt"), ("CONSOLE.txt", "CONSOLE.txt"), (".htaccess", "htaccess"),
        ("", "document"),
        ("...", "document"), ("/", "document"), ("\u{202E}\u{0}", "document"), ("a/", "a"), ("日本語.pdf", "日本語.pdf"),
        ("a\u{2028}b.txt", "ab.txt"),
    ])
    func `a name is cleaned`(_ given: String, _ clean: String) {
        #expect(FileName(given).text == clean)
        #expect(FileName(FileName(given).text).text == clean)
    }

    @Test func `a long name keeps its extension and whole characters`() {
        for character in ["a", "é", "日", "👨‍👩‍👧‍👦", "e\u{301}"] {
            let name = FileName(String(repeating: character, count: 300) + ".pdf")
            #expect(name.text.utf8.count <= FileName.bytesMax)
            #expect(name.text.utf8.count > FileName.bytesMax - 30)
            #expect(name.pathExtension == "pdf")
        }
        let name = FileName("a." + String(repeating: "x", count: 400))
        #expect(name.text.utf8.count <= FileName.bytesMax)
    }

    @Test(arguments: [
        ("brief.pdf", "attachment; filename=\"brief.pdf\""),
        ("mijn brief.pdf", "attachment; filename=\"mijn brief.pdf\""),
        ("café.pdf", "attachment; filename=\"cafe.pdf\"; filename*=UTF-8''caf%C3%A9.pdf"),
        ("100%.pdf", "attachment; filename=\"100_.pdf\"; filename*=UTF-8''100%25.pdf"),
        ("a;b.pdf", "attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a%3Bb.pdf"),
        ("日.pdf", "attachment; filename=\"_.pdf\"; filename*=UTF-8''%E6%97%A5.pdf"),
        ("a\"\r\nSet-Cookie: x.pdf", "attachment; filename=\"a_Set-Cookie_ x.pdf\""),
        ("it's (1).pdf", "attachment; filename=\"it's (1).pdf\""),
    ])
    func `a browser stores a content under its name, whatever the name`(_ given: String, _ value: String) {
        #expect(FileName(given).attachment == value)
        #expect(FileName(given).attachment.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
}
