import Pages

extension LetterSheet {
    /// The look of a letter on A4: the address where an envelope's window is (right, 45 mm down), the town in colour.
    ///
    /// Of the letter only two colours and the words of the page numbers come in, none of which somebody typed.
    func style(_ words: LetterWords) -> HTML {
        """
        @page {
          size: A4; margin: 24mm 22mm 24mm 25mm;
          @top-left { content: string(running); font: 8pt Inter, sans-serif; color: #4b5966; }
          @bottom-right { content: "\(words.page) " counter(page) " \(words.of) " counter(pages);
            font: 8pt Inter, sans-serif; color: #4b5966; }
        }
        @page :first {
          margin-top: 14mm; border-top: 3mm solid \(head.accent.text); padding-top: 0;
          @top-left { content: none; }
        }
        html { font: 10.5pt/1.5 Inter, "DejaVu Sans", sans-serif; color: #15202b; hyphens: auto; }
        body { margin: 0; }
        p, ul, ol, dl, table { margin: 0 0 3.2mm; }
        .running { string-set: running content(); position: absolute; height: 0; overflow: hidden; visibility: hidden; }
        .mast { display: flex; justify-content: space-between; height: 26mm; padding-top: 4mm; }
        .town { font-size: 17pt; font-weight: 700; line-height: 1.2; color: \(head.colour.text); margin: 0; }
        .kind { display: block; font-size: 9pt; font-weight: 400; }
        .contacts { font-size: 8pt; line-height: 1.45; text-align: right; color: #4b5966; margin: 0; }
        .opening { display: flex; justify-content: space-between; min-height: 38mm; margin-bottom: 5mm; }
        .opening dl { font-size: 8.5pt; width: 70mm; }
        .opening dt { color: #4b5966; }
        .opening dd { margin: 0 0 1.6mm; }
        .addressee { width: 80mm; font-style: normal; }
        h1 { font-size: 14pt; line-height: 1.3; color: \(head.colour.text); margin: 0 0 5mm; hyphens: manual; }
        h2 { font-size: 11pt; line-height: 1.3; color: \(head.colour.text); margin: 5.5mm 0 1.6mm; hyphens: manual; }
        h1, h2, caption { break-after: avoid; }
        p, li, dd { orphans: 2; widows: 2; overflow-wrap: break-word; }
        ul, ol { padding-left: 6mm; }
        .facts dl { display: grid; grid-template-columns: 52mm 1fr; }
        .facts dt { color: #4b5966; padding: 1mm 3mm 1mm 0; border-bottom: .2mm solid #d5dce4; }
        .facts dd { margin: 0; padding: 1mm 0; border-bottom: .2mm solid #d5dce4; }
        table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
        caption { text-align: left; font-weight: 700; padding-bottom: 1mm; }
        th { text-align: left; background: #e9edf2; }
        th, td { padding: 1.2mm 2mm; border-bottom: .2mm solid #d5dce4; vertical-align: top; }
        tr { break-inside: avoid; }
        .notice { background: #f5f7fa; border-left: 1mm solid \(head.accent.text); padding: 2.5mm 4mm;
          font-size: 9.5pt; }
        .ending { break-inside: avoid; margin-top: 8mm; }
        .signers { display: flex; gap: 12mm; }
        .signer { min-width: 55mm; padding-top: 14mm; }
        """
    }
}
