import Screen

/// How often each class was taken for each: a row for each actual class, a column for each predicted one.
///
/// The right answers stand on the diagonal. A cell's shade is its share of its row.
public struct ConfusionMatrix: Hashable, Sendable {
  /// The classes' names, in the order of rows and columns.
  public let classes: [String]
  /// `[actual][predicted]`.
  public let counts: [[Int]]

  /// - Precondition: `counts` has a row and a column for each class.
  public init(classes: [String], counts: [[Int]]) {
    precondition(
      counts.count == classes.count && counts.allSatisfy { $0.count == classes.count },
      "\(classes.count) classes need \(classes.count)x\(classes.count) counts")
    (self.classes, self.counts) = (classes, counts)
  }

  /// The share of right answers; nil where there is none.
  public var accuracy: Double? {
    let all = counts.reduce(0) { $0 + $1.reduce(0, +) }
    return all > 0 ? Double(classes.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(all) : nil
  }

  /// The columns that it takes where so many are free.
  public func width(in available: Int) -> Int {
    let (names, _, cell) = columns(in: available)
    return min(available, names + 1 + max(0, cell) * classes.count)
  }

  /// The columns of the names, of the widest number, and of a cell.
  private func columns(in available: Int) -> (names: Int, widest: Int, cell: Int) {
    let names = min(classes.map(\.columnCount).max() ?? 0, max(1, available / 4))
    let widest = counts.joined().map { String($0).count }.max() ?? 0
    let room = (available - names - 1) / max(1, classes.count)
    return (names, widest, min(max(widest + 2, min(6, names + 1)), room))
  }

  /// Draws the matrix. Without room for its numbers it is drawn in shades alone; classes that do not fit are counted.
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    guard !classes.isEmpty, !region.isEmpty else { return }
    frame.clipped(to: region) { drawParts(into: &$0, region, theme) }
  }

  private func drawParts(into frame: inout Frame, _ region: Region, _ theme: Theme) {
    let (names, widest, width) = columns(in: region.width)
    let grid = Region(
      x: region.x + names + 1, y: region.y + 1, width: region.width - names - 1, height: region.height - 1)
    guard width >= 1, !grid.isEmpty else {
      frame.write("\(classes.count) classes", in: region, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
      return
    }
    let shown = classes.count <= grid.height ? classes.count : grid.height - 1
    drawNames(into: &frame, region, grid, width, shown, theme)
    for actual in 0..<shown {
      for predicted in classes.indices {
        let cell = Region(x: grid.x + predicted * width, y: grid.y + actual, width: width, height: 1)
        draw(actual, predicted, into: &frame, cell, hasNumber: width > widest, theme)
      }
    }
    if shown < classes.count {
      frame.write(
        "\(theme.glyphs.ellipsis) +\(classes.count - shown)", x: region.x, y: grid.y + shown, style: theme.faint)
    }
  }

  private func drawNames(
    into frame: inout Frame, _ region: Region, _ grid: Region, _ width: Int, _ shown: Int, _ theme: Theme
  ) {
    for (index, name) in classes.enumerated() {
      let top = Region(x: grid.x + index * width, y: region.y, width: width, height: 1)
      let short = name.columnCount < width ? name : String(name.prefix(max(1, width - 1)))
      frame.write(short, in: top, style: theme.faint, alignment: .right)
      let left = Region(x: region.x, y: grid.y + index, width: grid.x - region.x - 1, height: 1)
      if index < shown {
        frame.write(name, in: left, style: theme.text, alignment: .right, ellipsis: theme.glyphs.ellipsis)
      }
    }
  }

  private func draw(
    _ actual: Int, _ predicted: Int, into frame: inout Frame, _ cell: Region, hasNumber: Bool, _ theme: Theme
  ) {
    let count = counts[actual][predicted]
    let total = counts[actual].reduce(0, +)
    let share = total > 0 ? Double(count) / Double(total) : 0
    let isRight = actual == predicted
    var look = theme.cell(of: isRight ? share : -share, on: .diverging(limit: 1), x: 1, y: 0)
    if theme.hasColorScales { look.style.foreground = theme.contrast(on: look.style.background) }
    frame.fill(cell, with: theme.hasColorScales || !hasNumber ? look : .blank)
    guard hasNumber else { return }
    let text = count == 0 ? "·" : String(count)
    let style = theme.hasColorScales ? look.style : theme.style(ofSign: count == 0 ? 0 : isRight ? 1 : -1)
    frame.write(
      theme.glyphs == .ascii && count == 0 ? "." : text, in: cell, style: isRight ? style.with(.bold) : style,
      alignment: .right)
  }
}
