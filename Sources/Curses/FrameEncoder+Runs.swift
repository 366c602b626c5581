import Screen

extension FrameEncoder {
  /// Cells in a row that are written in one go.
  struct Run {
    var x: Int
    var y: Int
    var cells: [Cell]
    /// The style of all of them, blanks apart, which have only its background; and what else would do.
    var style: Style
    var kind: Kind
    /// Whether the row is blank behind it.
    var reachesEnd = false

    enum Kind { case text, halves, blank }
  }

  /// So many cells that are right already are written again, where they stand in the way.
  private static let shortestGap = 4
  /// So many blanks are worth a run of their own, since they can be erased.
  private static let longBlank = 6

  /// Finds what is to be written in a row.
  func findRuns(from old: [Cell], to new: [Cell], y: Int, into runs: inout [Run]) {
    let blanks = Self.blankLengths(of: new)
    var x = 0
    while x < new.count {
      guard old[x] != new[x] else {
        x += 1
        continue
      }
      var run = Run(x: x, y: y, cells: [], style: new[x].style, kind: new[x].isBlank ? .blank : .halves)
      let end = blanks[x] >= Self.longBlank ? x + blanks[x] : endOfText(of: &run, old: old, new: new, blanks: blanks)
      run.reachesEnd = run.kind == .blank && x + blanks[x] == new.count
      let last = (x..<end).last { old[$0] != new[$0] }!
      run.cells = Array(new[x...last])
      if run.cells.contains(where: { $0.scalar != "▀" && $0.scalar != "▄" }), run.kind == .halves { run.kind = .text }
      runs.append(run)
      x = last + 1
    }
  }

  /// How many cells from each on are blanks of one background.
  private static func blankLengths(of row: [Cell]) -> [Int] {
    var lengths = Array(repeating: 0, count: row.count)
    for x in row.indices.reversed() where row[x].isBlank {
      lengths[x] = x + 1 < row.count && row[x + 1] == row[x] ? lengths[x + 1] + 1 : 1
    }
    return lengths
  }

  /// Where a run ends: at another style, at a stretch of cells that are right already, or at blanks worth a run of their own.
  private func endOfText(of run: inout Run, old: [Cell], new: [Cell], blanks: [Int]) -> Int {
    var x = run.x
    var right = 0
    while x < new.count, blanks[x] < Self.longBlank {
      if new[x].isBlank {
        guard new[x].style.background == run.style.background, Self.takesBlanks(run.style) else { break }
      } else if run.kind == .blank {
        guard new[x].style.background == run.style.background, Self.takesBlanks(new[x].style) else { break }
        (run.style, run.kind) = (new[x].style, .text)
      } else if new[x].style != run.style {
        break
      }
      right = old[x] == new[x] ? right + 1 : 0
      if right > Self.shortestGap { break }
      x += 1
    }
    return x
  }

  /// Whether a blank can be written in a style without its foreground or attributes being seen.
  static func takesBlanks(_ style: Style) -> Bool { style.attributes.isDisjoint(with: [.underline, .reverse]) }

  // MARK: Order

  /// How many runs are looked at for the cheapest next one.
  private static let outlook = 32

  /// Writes runs, always the cheapest of the next few.
  mutating func write(_ runs: [Run]) {
    var window = Array(runs.prefix(Self.outlook))
    var next = window.count
    while !window.isEmpty {
      let index = cheapest(of: window)
      write(window.remove(at: index))
      if next < runs.count {
        window.append(runs[next])
        next += 1
      }
    }
  }

  private func cheapest(of runs: [Run]) -> Int {
    var best = (index: 0, cost: Int.max)
    for (index, run) in runs.enumerated() {
      let move = costOfMove(toX: run.x, y: run.y)
      guard move < best.cost else { continue }
      let cost = move + cheapestStyle(for: run).cost
      if cost < best.cost { best = (index, cost) }
      if cost == 0 { break }
    }
    return best.index
  }

  /// Of the styles that a run can be written in with the same look, the one that takes the fewest bytes to set, and those.
  private func cheapestStyle(for run: Run) -> (style: Style, cost: Int) {
    var style = run.style
    if run.kind == .blank, let pen {
      style =
        Self.takesBlanks(pen)
        ? Style(pen.foreground, on: style.background, pen.attributes) : Style(.standard, on: style.background)
    }
    let cost = costOfPen(style)
    guard run.kind == .halves, pen != nil, cost > 0, style.attributes.isEmpty, style.foreground != .standard,
      style.background != .standard
    else { return (style, cost) }
    let turned = Style(style.background, on: style.foreground)
    let costOfTurned = costOfPen(turned)
    return costOfTurned < cost ? (turned, costOfTurned) : (style, cost)
  }

  private mutating func write(_ run: Run) {
    let style = cheapestStyle(for: run).style
    let isUpsideDown = run.kind == .halves && style != run.style
    move(to: Frame.Position(x: run.x, y: run.y))
    setPen(style)
    if run.kind == .blank, erase(run) { return }
    for cell in run.cells {
      let scalar = isUpsideDown ? (cell.scalar == "▀" ? "▄" : "▀") : cell.scalar
      bytes.append(scalar)
    }
    let end = run.x + run.cells.count
    position = end < width ? Frame.Position(x: end, y: run.y) : nil
  }

  /// Erases the cells of a run, where the terminal can and it is shorter than blanks. The cursor stays.
  private mutating func erase(_ run: Run) -> Bool {
    guard capabilities.erasesInColor || run.style.background == .standard else { return false }
    if run.reachesEnd, capabilities.erasesLine, run.cells.count > 3 {
      append("\u{1b}[K")
      return true
    }
    guard capabilities.erasesCharacters, run.cells.count >= Self.longBlank else { return false }
    append("\u{1b}[\(run.cells.count)X")
    return true
  }
}
