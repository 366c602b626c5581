/// The header of an ARFF file (Weka): `@relation`, `@attribute NAME KIND`, `@data`.
enum ARFFHeader {
  /// The layout that the header tells; nil where the text is no ARFF.
  ///
  /// - Throws: `DataError` with the line of an attribute that cannot be read.
  static func layout(_ text: UnsafeBufferPointer<UInt8>, file: String) throws(DataError) -> TableLayout? {
    var names: [String] = []
    var forms: [RawColumn.Form] = []
    var isARFF = false
    var (position, line) = (0, 0)
    while position < text.count {
      var end = position
      while end < text.count, text[end] != Byte.lineFeed { end += 1 }
      let content = String(
        decoding: UnsafeBufferPointer(rebasing: text[position..<min(end, position + 65_536)]), as: UTF8.self
      )
      .filter { $0 != "\r" && $0 != "\r\n" }.replacing("\t", with: " ").trimmed
      position = end + 1
      line += 1
      if content.isEmpty || content.hasPrefix("%") { continue }
      let keyword = content.prefix { $0 != " " }.lowercased()
      let place = DataError.Place(file: file, line: line)
      switch keyword {
      case "@relation": isARFF = true
      case "@attribute" where isARFF:
        guard let attribute = attribute(content.dropFirst(10)), names.count < RowCutter.cellLimit else {
          throw DataError(.badAttribute(content), at: place)
        }
        names.append(attribute.name)
        forms.append(attribute.form)
      case "@data" where isARFF:
        guard !names.isEmpty else { throw DataError(.noInputs(leftOut: []), at: place) }
        while position < text.count, [Byte.lineFeed, Byte.carriageReturn, Byte.space].contains(text[position]) {
          if text[position] == Byte.lineFeed { line += 1 }
          position += 1
        }
        if position < text.count, text[position] == UInt8(ascii: "{") { throw DataError(.sparse, at: place) }
        return TableLayout(
          dialect: Dialect(separator: .comma, hasSingleQuotes: true), names: names, forms: forms,
          bases: forms.map { _ in 0 }, start: min(position, text.count), line: line + 1)
      default: return nil
      }
    }
    return nil
  }

  private static func attribute(_ text: some StringProtocol) -> (name: String, form: RawColumn.Form)? {
    let text = String(text).trimmed
    guard let first = text.first else { return nil }
    let name: String
    var rest: Substring
    if first == "'" || first == "\"" {
      guard let end = text.dropFirst().firstIndex(of: first) else { return nil }
      name = String(text[text.index(after: text.startIndex)..<end])
      rest = text[text.index(after: end)...]
    } else {
      name = String(text.prefix { $0 != " " && $0 != "{" })
      rest = text.dropFirst(name.count)
    }
    rest = rest.drop { $0 == " " }
    guard !name.isEmpty, let kind = rest.first else { return nil }
    if kind == "{" { return (name.printable, .text) }
    switch rest.prefix(while: { $0 != " " && $0 != "[" }).lowercased() {
    case "numeric", "real", "integer": return (name.printable, .number)
    case "date": return (name.printable, .date(.monthFirst))
    case "string", "relational": return (name.printable, .text)
    default: return nil
    }
  }
}
