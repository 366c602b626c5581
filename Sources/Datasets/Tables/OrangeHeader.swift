/// The three-line header of Orange's `.tab` files: names, kinds, and what each column is for.
struct OrangeHeader {
  private let first: FirstRows
  private let names: [String]
  private let kinds: [String]
  private let flags: [String]

  /// Nil where the second row does not tell kinds.
  init?(_ first: FirstRows) {
    guard first.shape.separator == .tab, first.rows.count > 3 else { return nil }
    let cutter = RowCutter(first.text, file: first.file, dialect: first.dialect)
    let width = first.shape.width
    func texts(_ row: Int) -> [String] {
      let texts = first.rows[row].cells.map { cutter.string($0) }
      return texts + Array(repeating: "", count: max(0, width - texts.count))
    }
    kinds = texts(1)
    let known: Set<String> = [
      "c", "continuous", "numeric", "d", "discrete", "categorical", "s", "string", "text", "t", "time", "",
    ]
    let isValues = { (kind: String) in kind.split(separator: " ").count > 1 }
    guard kinds.contains(where: { !$0.isEmpty }), kinds.allSatisfy({ known.contains($0.lowercased()) || isValues($0) })
    else { return nil }
    names = texts(0)
    flags = texts(2)
    self.first = first
  }

  func layout(notes: [TableNote]) -> TableLayout {
    let forms = kinds.map { kind -> RawColumn.Form in
      switch kind.lowercased() {
      case "c", "continuous", "numeric": .number
      default: .text
      }
    }
    func named(_ words: Set<String>) -> [String] {
      zip(names, flags).filter { words.contains($0.1.split(separator: " ").first.map(String.init) ?? "") }.map(\.0)
    }
    let start = first.rows[3]
    return TableLayout(
      dialect: first.dialect, names: names, forms: forms, bases: forms.map { _ in 0 }, start: start.position,
      line: start.line, notes: notes, label: named(["class"]).first, ignored: named(["meta", "m", "i", "ignore"]))
  }
}
