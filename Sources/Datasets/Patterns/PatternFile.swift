import Foundation

/// A file of patterns: text art (see `PatternText`), or a CSV file of pixels.
///
/// In a CSV file a line is a pattern. Its numbers are the pixels, row by row: ink where one is above half of the file's
/// largest. A column whose first cell is no number, or that is called `name` or `label`, holds the names.
public struct PatternFile: Sendable {
  public let path: String
  /// The pixels side by side in a CSV file; where nil a square, if that can be, else one row.
  public let width: Int?

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
    let content = try ByteStream(path: path).rest(limit: 1 << 20)
    guard let text = String(validating: content, as: UTF8.self) else { throw DataError(.notUTF8, at: place()) }
    return text
  }

  private func pixels() throws(DataError) -> [Pattern] {
    let contents = try FileContents(path: path)
    let text: [UInt8]
    do throws(DataError.Problem) {
      text = try TextEncoding.decoded(contents.bytes).text
    } catch {
      throw DataError(error, at: contents.place)
    }
    return try text.withUnsafeBufferPointer { buffer throws(DataError) in try pixels(in: buffer) }
  }

  private func pixels(in text: UnsafeBufferPointer<UInt8>) throws(DataError) -> [Pattern] {
    let shape = try Shape.detect(text, file: path, separator: nil, from: 0)
    var lines = RowCutter(text, file: path, dialect: Dialect(separator: shape.separator))
    guard try lines.next() else { throw DataError(.empty, at: place()) }
    let header = lines
    guard try lines.next() else { throw header.error(.noRows) }
    let names = Self.nameCell(header, lines)
    let width = try width(of: header.cells.count - (names == nil ? 0 : 1), header)
    var rows: [(name: String, pixels: [Float])] = []
    repeat {
      rows.append(try Self.row(lines, names: names, count: header.cells.count, number: rows.count + 1))
    } while try lines.next()
    let half = (rows.lazy.flatMap(\.pixels).max() ?? 0) / 2
    return rows.map { row in
      Pattern(
        name: row.name, width: width, height: row.pixels.count / width, units: row.pixels.map { $0 > half ? 1 : -1 })
    }
  }

  private static func nameCell(_ header: RowCutter, _ first: RowCutter) -> Int? {
    let named = header.cells.firstIndex { ["name", "label"].contains(header.string($0).lowercased()) }
    return named
      ?? (0..<min(header.cells.count, first.cells.count)).first {
        NumberText.plain(first.text, first.cells[$0]) == nil && first.cells[$0].start < first.cells[$0].end
      }
  }

  private func width(of pixels: Int, _ header: RowCutter) throws(DataError) -> Int {
    guard pixels > 0 else { throw header.error(.noInputs) }
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
    _ line: RowCutter, names: Int?, count: Int, number: Int
  ) throws(DataError) -> (name: String, pixels: [Float]) {
    guard line.cells.count == count else {
      throw line.error(.ragged(expected: count, found: line.cells.count), cell: min(count, line.cells.count))
    }
    var name = "\(number)", pixels: [Float] = []
    for (cell, span) in line.cells.enumerated() {
      let text = line.string(span)
      if cell == names {
        name = text
        continue
      }
      guard let pixel = NumberText.any(line.text, span, usesDecimalComma: false) else {
        throw line.error(.notANumber(text), cell: cell)
      }
      guard Float(pixel).isFinite else { throw line.error(.notFinite(text), cell: cell) }
      pixels.append(Float(pixel))
    }
    return (name, pixels)
  }

  private func place() -> DataError.Place { DataError.Place(file: path) }
}
