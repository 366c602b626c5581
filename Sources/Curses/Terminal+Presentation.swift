import CCurses
import Glibc
import Screen

extension Terminal {
  /// Shows a frame. Only what differs from the last one is sent; a frame equal to the last costs next to nothing.
  ///
  /// A frame of another size than the screen is cut, or the rest is left blank. The terminal's cursor is put at the frame's,
  /// or hidden where it has none.
  public func present(_ frame: Frame) {
    let start = ContinuousClock.now
    defer { lastPresentation = .now - start }
    guard frame != shown else { return }
    if pairs.isExhausted {
      pairs.renew()
      shown = nil
    }
    if shown?.width != frame.width || shown?.height != frame.height { ccurses_erase(shown == nil) }
    putRows(of: frame)
    let cursor = frame.cursor.flatMap { frame.region.contains(x: $0.x, y: $0.y) ? $0 : nil }
    ccurses_show(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1), isSynchronized)
    shown = frame
  }

  /// Sends the whole screen again, whatever the terminal shows now.
  public func repaint() {
    guard let frame = shown else { return }
    shown = nil
    present(frame)
  }

  private func putRows(of frame: Frame) {
    let before = shown?.width == frame.width ? shown : nil
    let screen = size
    let width = min(frame.width, screen.width)
    for y in 0..<min(frame.height, screen.height) {
      if let before, y < before.height, Self.isSameRow(frame, before, y) { continue }
      encode(frame.cells[y * frame.width..<y * frame.width + width])
      ccurses_put_row(Int32(y), row, Int32(width), showsUnicode)
    }
  }

  private static func isSameRow(_ a: Frame, _ b: Frame, _ y: Int) -> Bool {
    let cells = y * a.width..<(y + 1) * a.width
    return a.cells.withUnsafeBufferPointer { a in
      b.cells.withUnsafeBufferPointer { b in
        memcmp(
          a.baseAddress! + cells.lowerBound, b.baseAddress! + cells.lowerBound, cells.count * MemoryLayout<Cell>.stride)
          == 0
      }
    }
  }

  /// Makes `row` of cells. A blank takes over the pair of the cell before it where only the invisible foreground differs, which
  /// saves the terminal a change of colours.
  private func encode(_ cells: ArraySlice<Cell>) {
    row.removeAll(keepingCapacity: true)
    var style = Style.plain
    var pair: Int32 = 0
    for cell in cells {
      let isBlank = cell.scalar == " " && cell.style.attributes.isDisjoint(with: [.underline, .reverse])
      if cell.style != style, !(isBlank && cell.style.background == style.background && style.attributes.isEmpty) {
        style = cell.style
        if isBlank { style.foreground = .standard }
        pair = pairs.number(for: style)
      }
      row.append(
        CCursesCell(scalar: cell.scalar.value, attributes: UInt32(style.attributes.rawValue), pair: pair))
    }
  }
}
