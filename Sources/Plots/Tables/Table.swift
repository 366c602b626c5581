import Screen

/// Rows of cells under a header, the numbers of a column aligned on their decimal points.
public struct Table: Sendable {
  /// The columns from left to right.
  public var columns: [Column]
  /// The cells, row after row; what a row has beyond the columns is not drawn.
  public var rows: [[Span]]
  /// The row that the cursor is on; it is always among those drawn.
  public var selection: Int?
  /// The columns between two columns.
  public var spacing = 2

  /// A table of rows; no row is selected where nothing is said.
  public init(columns: [Column], rows: [[Span]], selection: Int? = nil) {
    (self.columns, self.rows, self.selection) = (columns, rows, selection)
  }

  /// A column: its header, and where its cells stand.
  public struct Column: Hashable, Sendable {
    /// What stands above the column.
    public var title: String
    /// Where its cells stand.
    public var alignment: CellAlignment

    /// A column; by default without a header, its cells on the left.
    public init(_ title: String = "", _ alignment: CellAlignment = .left) {
      (self.title, self.alignment) = (title, alignment)
    }
  }

  /// Where the cells of a column stand.
  public enum CellAlignment: String, CaseIterable, Sendable {
    /// `decimal` puts the decimal points of numbers below each other.
    case left, right, decimal
  }

  /// Which rows are on the screen.
  public struct Layout: Hashable, Sendable {
    /// The cells of the rows, without the header.
    public let body: Region
    /// The index of the row of the table in the first row of `body`.
    public let firstRow: Int
    let rowCount: Int

    /// The row of the table at a row of the screen.
    public func row(at y: Int) -> Int? {
      let row = firstRow + y - body.y
      return y >= body.y && y < body.maxY && row < rowCount ? row : nil
    }
  }

  /// Draws the header, and below it the rows that fit.
  @discardableResult
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) -> Layout {
    let hasHeader = region.height >= 2 && columns.contains { !$0.title.isEmpty }
    let body = Region(
      x: region.x, y: region.y + (hasHeader ? 1 : 0), width: region.width, height: region.height - (hasHeader ? 1 : 0))
    let first = firstVisible(body.height)
    let measures = columns.indices.map(measure)
    frame.clipped(to: region) { frame in
      if hasHeader { drawHeader(into: &frame, region, measures, theme) }
      for (offset, row) in rows.dropFirst(first).prefix(body.height).enumerated() {
        draw(row, into: &frame, body, y: body.y + offset, measures, theme)
        if first + offset == selection {
          let line = Region(x: body.x, y: body.y + offset, width: body.width, height: 1)
          frame.restyle(line) { $0 = theme.selection.with($0.attributes) }
        }
      }
    }
    return Layout(body: body, firstRow: first, rowCount: rows.count)
  }

  /// The columns of the screen that all of it takes.
  public var width: Int { columns.indices.reduce(-spacing) { $0 + measure($1).width + spacing } }

  private func firstVisible(_ height: Int) -> Int {
    guard let selection, height > 0, rows.count > height else { return 0 }
    return min(rows.count - height, max(0, selection - height / 2))
  }

  /// The width of a column, and the greatest lengths before and from the decimal point.
  private struct Measure {
    var width, whole, fraction: Int
  }

  private func measure(_ column: Int) -> Measure {
    let texts = rows.lazy.filter { column < $0.count }.map { $0[column].text }
    let title = columns[column].title.columnCount
    guard columns[column].alignment == .decimal else {
      return Measure(width: max(title, texts.map(\.columnCount).max() ?? 0), whole: 0, fraction: 0)
    }
    let whole = texts.map { $0.wholePart }.max() ?? 0
    let fraction = texts.map { $0.columnCount - $0.wholePart }.max() ?? 0
    return Measure(width: max(title, whole + fraction), whole: whole, fraction: fraction)
  }

  private func drawHeader(into frame: inout Frame, _ region: Region, _ measures: [Measure], _ theme: Theme) {
    var x = region.x
    for (column, measure) in zip(columns, measures) {
      let cell = Region(x: x, y: region.y, width: min(measure.width, region.maxX - x), height: 1)
      frame.write(
        column.title, in: cell, style: theme.faint.with(.underline),
        alignment: column.alignment == .left ? .left : .right, ellipsis: theme.glyphs.ellipsis)
      x += measure.width + spacing
    }
  }

  private func draw(
    _ row: [Span], into frame: inout Frame, _ body: Region, y: Int, _ measures: [Measure], _ theme: Theme
  ) {
    var x = body.x
    for ((span, column), measure) in zip(zip(row, columns), measures) {
      let length = span.text.columnCount
      let indent =
        switch column.alignment {
        case .left: 0
        case .right: measure.width - length
        case .decimal: measure.width - measure.fraction - span.text.wholePart
        }
      let room = Region(x: x + indent, y: y, width: min(measure.width - indent, body.maxX - x - indent), height: 1)
      frame.write(span.text, in: room, style: span.style, ellipsis: theme.glyphs.ellipsis)
      x += measure.width + spacing
    }
  }
}

extension String {
  /// The columns before the decimal point.
  fileprivate var wholePart: Int { prefix { $0 != "." }.count }
}
