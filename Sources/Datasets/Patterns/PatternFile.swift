import Foundation

/// A file of patterns: text art (see `PatternText`), or a CSV file of pixels.
///
/// In a CSV file a line is a pattern. Its numbers are the pixels, row by row: ink where one is above half of the file's
/// largest. A column whose first cell is no number, or that is called `name` or `label`, holds the names.
public struct PatternFile: Sendable {
  /// The file's path.
  public let path: String
  /// The pixels side by side in a CSV file; where nil a square, if that can be, else one row.
  public let width: Int?

  /// A file still to be read. For text art the width is found in the text.
  public init(path: String, width: Int? = nil) {
    (self.path, self.width) = (path, width)
  }

  /// The patterns, all of one size.
  ///
  /// - Throws: `DataError` with the place of the first mistake.
  public func read() throws(DataError) -> [Pattern] {
    path.lowercased().hasSuffix(".csv") ? try pixels() : try PatternText(file: path).patterns(in: text())
  }

  private func text() throws(DataError) -> String {
    let bytes = try ByteStream(path: path)
    var content: [UInt8] = []
    while let byte = try bytes.next() {
      content.append(byte)
      if content.count > 1 << 20 { throw DataError(.tooLarge(limit: "1 MiB of text"), at: place()) }
    }
    guard let text = String(validating: content, as: UTF8.self) else { throw DataError(.notUTF8, at: place()) }
    return text
  }

  private func pixels() throws(DataError) -> [Pattern] {
    var lines = try LineReader(path: path)
    guard let header = try lines.next() else { throw DataError(.empty, at: place()) }
    guard let first = try lines.next() else { throw header.error(.noRows) }
    let names = try Self.nameCell(header, first)
    let width = try width(of: header.count - (names == nil ? 0 : 1), header)
    var rows: [(name: String, pixels: [Float])] = []
    var row: TableLine? = first
    while let line = row {
      rows.append(try Self.row(line, names: names, count: header.count, number: rows.count + 1))
      row = try lines.next()
    }
    let half = (rows.lazy.flatMap(\.pixels).max() ?? 0) / 2
    return rows.map { row in
      Pattern(
        name: row.name, width: width, height: row.pixels.count / width, units: row.pixels.map { $0 > half ? 1 : -1 })
    }
  }

  private static func nameCell(_ header: TableLine, _ first: TableLine) throws(DataError) -> Int? {
    for cell in 0..<header.count where ["name", "label"].contains(header.text(cell).lowercased()) { return cell }
    return (0..<min(header.count, first.count)).first { first.number($0) == nil && !first.isEmpty($0) }
  }

  private func width(of pixels: Int, _ header: TableLine) throws(DataError) -> Int {
    guard pixels > 0 else { throw header.error(.noInputs(leftOut: [])) }
    guard pixels <= PatternText.unitLimit else {
      throw header.error(.tooLarge(limit: "\(PatternText.unitLimit) units in a pattern"))
    }
    let side = Int(Double(pixels).squareRoot().rounded())
    let width = width ?? (side * side == pixels ? side : pixels)
    guard width > 0, pixels % width == 0 else {
      throw header.error(.raggedPattern(expected: width, found: pixels % max(1, width)))
    }
    return width
  }

  private static func row(
    _ line: TableLine, names: Int?, count: Int, number: Int
  ) throws(DataError) -> (name: String, pixels: [Float]) {
    guard line.count == count else {
      throw line.error(.ragged(expected: count, found: line.count), cell: min(count, line.count))
    }
    var name = "\(number)", pixels: [Float] = []
    for cell in 0..<count {
      if cell == names {
        name = line.text(cell)
        continue
      }
      let text = line.text(cell)
      guard let pixel = line.number(cell) else { throw line.error(.notANumber(text), cell: cell) }
      guard pixel.isFinite else { throw line.error(.notFinite(text), cell: cell) }
      pixels.append(pixel)
    }
    return (name, pixels)
  }

  private func place() -> DataError.Place { DataError.Place(file: path) }
}
