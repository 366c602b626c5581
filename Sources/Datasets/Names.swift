/// Names that someone may have meant.
public enum Names {
  /// "did you mean …?" where a name is near, else the list of all, where that is short.
  public static func hint(for name: String, among names: [String]) -> String? {
    if let near = nearest(to: name, among: names) { return "did you mean \(near)?" }
    return names.isEmpty || names.count > 24 ? nil : "there are: " + names.map(\.printable).joined(separator: ", ")
  }

  /// The name with the fewest edits to the given one, the first of equals, or nil where more than a third of the
  /// letters (at least two) would have to change.
  public static func nearest(to name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased().prefix(64))
    let near = names.map { (name: $0, edits: distance(wanted, Array($0.lowercased().prefix(64)))) }
      .min { $0.edits < $1.edits }
    guard let near, near.edits <= max(2, wanted.count / 3), near.edits < max(wanted.count, near.name.count) else {
      return nil
    }
    return near.name
  }

  /// The edits (insert, delete, replace, swap of neighbours) from one word to another (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var table = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var edits = min(table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, table[i - 1][j - 1] + 1) }
        row.append(edits)
      }
      table.append(row)
    }
    return table[a.count][b.count]
  }
}

extension String {
  /// The text without control characters, marks that turn the direction of writing, and line ends, so that a file
  /// cannot send commands to the terminal.
  public var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
          default: true
          }
        }))
  }
}
