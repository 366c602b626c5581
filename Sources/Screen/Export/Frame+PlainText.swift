extension Frame {
  /// The characters alone, a line each, without the blanks at the ends of lines.
  public var text: String { lines.joined(separator: "\n") + (height > 0 ? "\n" : "") }

  /// The characters of each row, without the blanks at its end.
  public var lines: [String] {
    (0..<height).map { y in
      var row = String.UnicodeScalarView()
      row.append(contentsOf: cells[y * width..<(y + 1) * width].lazy.map(\.shown))
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }
}
