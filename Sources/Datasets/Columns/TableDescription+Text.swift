extension TableDescription {
  /// The description for a person: what the file is, what is learned from what, a line for every column.
  public var text: String { (summary + [""] + table + remarks).joined(separator: "\n") + "\n" }

  /// What is predicted from what, and why, in a few lines.
  public var summary: [String] {
    var lines = [
      "\(file.printable.shortened): \(form), \(Self.count(rows, "row")), \(Self.count(columns.count, "column"))"
    ]
    lines.append(labelLine)
    let left = leftOut
    let kept = columns.count { $0.inputs > 0 }
    var from = "learned from \(Self.count(inputs.count, "input"))"
    if kept > 0 { from += " made of \(Self.count(kept, "column"))" }
    if !left.isEmpty { from += "; left out: " + Self.list(left.map { "\($0.name) (\($0.reason))" }) }
    lines.append(from)
    if rowsKept < rows { lines.append(rowsLine) }
    lines.append(baselineLine)
    return lines + notes.filter { $0.isOfTestFile }.map(\.text)
  }

  /// What is predicted and why: `predicts "species" (…): 3 classes (…): setosa 50, …`.
  public var labelLine: String {
    switch label.task {
    case .classification:
      let names = label.classes.map { "\($0.name.shortened) \($0.count)" }
      return "predicts \(quoted(label.name)) (\(label.reason)): \(label.classes.count) classes (\(label.taskReason)): "
        + Self.list(names)
    case .regression: return "predicts \(quoted(label.name)) (\(label.reason)): a number (\(label.taskReason))"
    }
  }

  private var rowsLine: String {
    var parts: [String] = []
    if rowsWithoutLabel > 0 { parts.append("\(rowsWithoutLabel) without a label") }
    if rowsWithMissing > 0 { parts.append("\(rowsWithMissing) with a missing cell") }
    return "\(Self.count(rowsKept, "row")) kept; left out: " + parts.joined(separator: ", ")
  }

  /// What is reached without learning, in words.
  public var baselineLine: String {
    switch baseline {
    case .majority(let name, let share):
      "without learning: always \(quoted(name)) is right in \(Self.fixed(share * 100, 1)) %"
    case .mean(let mean, let deviation):
      "without learning: the mean, \(Self.brief(mean)), is \(Self.brief(deviation)) off (root mean square)"
    }
  }

  private var remarks: [String] {
    let leaks = suspectedLeaks.map { quoted($0.name) }
    let leak = leaks.isEmpty ? [] : ["any of these alone tells the label almost surely, a leak? " + Self.list(leaks)]
    let lines = (notes.filter { !$0.isOfTestFile }.map(\.text) + leak).map { "note: \($0)" }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// At most six, and how many more there are.
  private static func list(_ texts: [String]) -> String {
    let more = texts.count > 7 ? texts.count - 6 : 0
    return texts.prefix(texts.count - more).map(\.printable).joined(separator: ", ")
      + (more > 0 ? ", and \(more) more" : "")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

// MARK: Columns

extension TableDescription {
  /// A line for each column, cut to their widths; of very many columns the first and the last.
  private var table: [String] {
    if columns.isEmpty { return [] }
    let shown = columns.count > 60 ? Array(columns.prefix(30)) + Array(columns.suffix(10)) : columns
    let header = ["column", "role", "type", "missing", "different", "spread", "values", "with label", "why"]
    var rows = [header] + shown.map(cells)
    if shown.count < columns.count { rows.insert(["… \(columns.count - shown.count) more"], at: 31) }
    let widths = header.indices.map { place in rows.map { $0.element(at: place)?.count ?? 0 }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }

  private func cells(_ column: Column) -> [String] {
    [
      column.name.printable.shortened, column.role.rawValue, column.type,
      column.missing == 0 ? "" : "\(column.missing)", column.distinctText, column.bars, column.rangeText,
      column.associationText, column.reason,
    ]
  }

  /// A bar for each number, the largest of full height.
  fileprivate static func bars(_ counts: [Int]) -> String {
    guard let most = counts.max(), most > 0 else { return "" }
    let levels = Array("▁▂▃▄▅▆▇█")
    return String(counts.map { $0 == 0 ? " " : levels[min(7, $0 * 8 / most)] })
  }

  /// Four significant digits.
  static func brief(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return number.short }
    if number == number.rounded(), abs(number) < 1e6 { return number.short }
    let magnitude = abs(number)
    if magnitude >= 1e6 || magnitude < 1e-3 { return scientific(number) }
    var digits = 3
    var scale = magnitude
    while scale >= 10, digits > 0 {
      scale /= 10
      digits -= 1
    }
    return fixed(number, magnitude < 1 ? 4 : digits)
  }

  private static func scientific(_ number: Double) -> String {
    var (mantissa, exponent) = (abs(number), 0)
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return (number < 0 ? "-" : "") + "\(fixed(mantissa, 3))e\(exponent)"
  }

  /// So many places behind the point.
  static func fixed(_ number: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { value, _ in value * 10 }
    let whole = (abs(number) * scale).rounded()
    guard whole < 1e18 else { return number.short }
    let digits = String(Int(whole))
    let sign = number < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

extension TableDescription.Column {
  /// How many different values there are, `> 1000` where they were not counted on.
  public var distinctText: String { distinct.map { "\($0)" } ?? "> \(ColumnProfile.distinctLimit)" }

  /// How the values are spread, a bar for each part.
  public var bars: String { TableDescription.bars(histogram) }

  /// Lowest and highest number or day; empty for texts.
  public var rangeText: String { range.map { "\(text(of: $0.lowerBound)) … \(text(of: $0.upperBound))" } ?? "" }

  /// How much the label goes with it, in two digits; empty where that is not known.
  public var associationText: String { association.map { TableDescription.fixed($0, 2) } ?? "" }

  private func text(of number: Double) -> String {
    type == "date" ? DateText.date(ofDay: Int(number.rounded(.down))) : TableDescription.brief(number)
  }
}

extension String {
  /// At most 32 characters.
  var shortened: String { count > 32 ? "\(prefix(31))…" : self }
}
