import Experiments
import Plots
import Screen

extension State {
  /// Draws what covers the panels, if anything does.
  func drawOverlay(into frame: inout Frame) {
    switch overlay {
    case .help(let scrolled): drawHelp(into: &frame, scrolled: scrolled)
    case .gallery(let selected): drawGallery(into: &frame, selected: selected)
    case .palette(let typed, let selected): drawPalette(into: &frame, typed: typed, selected: selected)
    case .entry(let setting, let typed):
      drawEntry(into: &frame, title: setting.label, hint: setting.typingHint, typed: typed)
    case .parameterEntry(let typed):
      drawEntry(into: &frame, title: selectedParameterWords, hint: "a number; Esc leaves it", typed: typed)
    case nil: break
    }
  }

  /// A box in the middle of the screen, cleared for an overlay; returns its inside.
  func drawSheet(into frame: inout Frame, title: String, width: Int, height: Int) -> Region {
    let size = (width: min(width, frame.width), height: min(height, frame.height - 2))
    let sheet = Region(
      x: (frame.width - size.width) / 2, y: max(1, (frame.height - size.height) / 2), width: size.width,
      height: size.height)
    frame.fill(sheet, with: Cell(" ", theme.text))
    return frame.drawPanel(sheet, title: title, isFocused: true, theme: theme)
  }

  /// The first row to show of a list so that the selected one is in sight.
  func firstRow(selected: Int, count: Int, rows: Int) -> Int {
    max(0, min(count - rows, selected - rows / 2))
  }

  private func drawEntry(into frame: inout Frame, title: String, hint: String, typed: String) {
    let inside = drawSheet(into: &frame, title: title, width: 50, height: 4)
    frame.write("> " + typed, in: inside, style: theme.text)
    frame.write(hint, in: inside, row: 1, style: theme.faint)
    frame.cursor = Frame.Position(x: inside.x + 2 + typed.columnCount, y: inside.y)
  }
}
