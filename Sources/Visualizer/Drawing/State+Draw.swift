import Plots
import Screen

extension State {
  /// Draws the whole screen.
  public func draw(into frame: inout Frame) {
    drawAll(into: &frame)
    if theme.glyphs == .ascii { frame.reduceToASCII() }
  }

  private func drawAll(into frame: inout Frame) {
    frame.fill(frame.region, with: Cell(" ", theme.text))
    guard Layout.kind(width: frame.width, height: frame.height) != .tooSmall else { return drawTooSmall(into: &frame) }
    if run == nil {
      drawEmpty(into: &frame)
    } else {
      drawTitle(into: &frame, in: layout.title)
      let layout = layout
      for slot in layout.slots { draw(slot, into: &frame) }
      drawLessonBand(into: &frame, in: layout.band)
      drawSettingsLine(into: &frame, in: layout.settings)
    }
    drawKeyLine(into: &frame, in: layout.keys)
    drawOverlay(into: &frame)
  }

  /// What a screen that is too small says: how much is needed. `q` still quits.
  private func drawTooSmall(into frame: inout Frame) {
    let words =
      "Descent needs \(Layout.minimum.width)x\(Layout.minimum.height), this is \(frame.width)x\(frame.height). q quits"
    let lines = words.wrapped(to: max(1, frame.width))
    let top = max(0, (frame.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      frame.write(
        line, in: frame.region, row: top + row, style: theme.text, alignment: frame.width >= 26 ? .center : .left)
    }
  }

  private func drawEmpty(into frame: inout Frame) {
    frame.write(" descent", x: 0, y: 0, style: theme.title)
    frame.write("  watch a neural network learn", x: 8, y: 0, style: theme.faint)
  }

  private func draw(_ slot: Layout.Slot, into frame: inout Frame) {
    let isFocused = slot.front == focus
    let inside = frame.drawPanel(
      slot.region, title: title(of: slot.front), note: slot.others(theme), isFocused: isFocused, theme: theme)
    switch slot.front {
    case .network: drawNetwork(into: &frame, in: inside)
    case .loss where timeline != nil: drawTimeline(into: &frame, in: inside)
    case .loss: drawLoss(into: &frame, in: inside)
    case .arithmetic: drawArithmetic(into: &frame, in: inside)
    case .health: drawHealth(into: &frame, in: inside)
    case .map: drawMap(into: &frame, in: inside)
    case .surface: drawSurface(into: &frame, in: inside)
    case .settings: drawSettings(into: &frame, in: inside, isFocused: isFocused)
    case .lesson: drawLesson(into: &frame, in: inside)
    }
  }

  private func title(of panel: Panel) -> String {
    switch panel {
    case .network where !moment.isEmpty: "\(panel.rawValue) network · \(moment)"
    case .map: "\(panel.rawValue) \(mapTitle)"
    case .loss where timeline != nil: "\(panel.rawValue) timeline"
    case .surface: "\(panel.rawValue) \(surfaceTitle)"
    case .lesson: lessonTitle
    default: "\(panel.rawValue) \(panel.title)"
    }
  }
}

extension Layout.Slot {
  /// The panels behind the front one, for the right end of the title.
  func others(_ theme: Theme) -> String {
    panels.filter { $0 != front }.map { "\($0.rawValue) \($0.title)" }.joined(separator: "  ")
  }

  /// The panel behind whose name in the title is at a column.
  func tab(at column: Int) -> Panel? {
    let names = panels.filter { $0 != front }.map { (panel: $0, name: "\($0.rawValue) \($0.title)") }
    let width = names.map(\.name.count).reduce(0, +) + 2 * max(0, names.count - 1)
    var x = region.maxX - width - 4
    for (panel, name) in names {
      if column >= x, column < x + name.count { return panel }
      x += name.count + 2
    }
    return nil
  }
}
