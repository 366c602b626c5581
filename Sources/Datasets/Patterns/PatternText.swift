/// Patterns drawn with `#` (ink) and `.` (none), line by line; an empty line ends one, and a line such as `A:` names the next.
///
///     A:
///     .##.
///     #..#
///     ####
///     #..#
public struct PatternText: Sendable {
  /// Where the text is from, for messages.
  public let file: String
  /// The line of that file that the text begins in.
  public let firstLine: Int

  /// Text that is the whole of a file, or begins at one of its lines, counted from 1.
  public init(file: String, firstLine: Int = 1) {
    (self.file, self.firstLine) = (file, firstLine)
  }

  /// The units of the largest pattern.
  public static let unitLimit = 1024

  /// The patterns of a text, all of one size; the n-th is called `n` unless it has a name.
  ///
  /// - Throws: `DataError` with line and column of the first mistake.
  public func patterns(in text: String) throws(DataError) -> [Pattern] {
    var drawing = Drawing()
    var patterns: [Pattern] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.allSatisfy({ $0 == " " }) || line.last == ":" {
        if let pattern = try finish(&drawing, after: patterns) { patterns.append(pattern) }
        if line.last == ":" { drawing.name = String(line.dropLast()).printable.trimmed }
      } else {
        try append(String(line), number: firstLine + number, to: &drawing)
      }
    }
    if let pattern = try finish(&drawing, after: patterns) { patterns.append(pattern) }
    guard !patterns.isEmpty else { throw DataError(.noPatterns, at: DataError.Place(file: file)) }
    return patterns
  }

  /// A pattern while it is read.
  private struct Drawing {
    var name: String?
    var firstLine = 0
    var width = 0
    var units: [Int8] = []
  }

  private func append(_ line: String, number: Int, to drawing: inout Drawing) throws(DataError) {
    let row = line.trimmed
    if drawing.width == 0 { (drawing.width, drawing.firstLine) = (row.count, number) }
    for (column, mark) in row.enumerated() {
      guard mark == "#" || mark == "." else {
        throw DataError(.notAMark(String(mark)), at: place(number, column + 1))
      }
      drawing.units.append(mark == "#" ? 1 : -1)
    }
    guard row.count == drawing.width else {
      throw DataError(.raggedPattern(expected: drawing.width, found: row.count), at: place(number))
    }
    guard drawing.units.count <= Self.unitLimit else {
      throw DataError(.tooLarge(limit: "\(Self.unitLimit) units in a pattern"), at: place(number))
    }
  }

  /// The pattern that has been read, if there is one.
  private func finish(_ drawing: inout Drawing, after others: [Pattern]) throws(DataError) -> Pattern? {
    guard drawing.width > 0 else { return nil }
    let pattern = Pattern(
      name: drawing.name ?? "\(others.count + 1)", width: drawing.width, height: drawing.units.count / drawing.width,
      units: drawing.units)
    if let first = others.first, first.width != pattern.width || first.height != pattern.height {
      throw DataError(.patternSize(expected: first.size, found: pattern.size), at: place(drawing.firstLine))
    }
    drawing = Drawing()
    return pattern
  }

  private func place(_ line: Int, _ column: Int? = nil) -> DataError.Place {
    DataError.Place(file: file, line: line, column: column)
  }
}

extension Pattern {
  /// `5x7`
  var size: String { "\(width)x\(height)" }
}
