import Plots
import Screen

extension State {
  /// Every hyper-parameter with its value; the selected one can be changed in place.
  func drawSettings(into frame: inout Frame, in region: Region, isFocused: Bool) {
    guard let run else { return }
    let settings = Setting.allCases
    let rows = region.height - (region.height > 4 ? 1 : 0)
    let selected = settings.firstIndex(of: selectedSetting) ?? 0
    let first = max(0, min(settings.count - rows, selected - rows / 2))
    for row in 0..<max(0, min(rows, settings.count - first)) {
      let setting = settings[first + row]
      let line = Region(x: region.x, y: region.y + row, width: region.width, height: 1)
      draw(
        setting, setting.value(in: run.experiment), into: &frame, in: line,
        isSelected: isFocused && first + row == selected)
    }
    guard rows < region.height else { return }
    let more = settings.count > rows ? " (\(min(settings.count, first + rows))/\(settings.count))" : ""
    let words = isFocused ? selectedSetting.explanation : "7 to change" + more
    frame.write(" " + words, in: region, row: region.height - 1, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
  }

  private func draw(_ setting: Setting, _ value: String, into frame: inout Frame, in line: Region, isSelected: Bool) {
    let label = 16
    frame.write(" " + setting.label, in: line, style: isSelected ? theme.selection : theme.faint)
    let room = Region(x: line.x + label, y: line.y, width: line.width - label, height: 1)
    let shown = isSelected ? "‹\(value)›" : " \(value)"
    frame.write(
      theme.glyphs == .ascii ? shown.replacing("‹", with: "<").replacing("›", with: ">") : shown, in: room,
      style: isSelected ? theme.selection : theme.text, ellipsis: theme.glyphs.ellipsis)
  }
}
