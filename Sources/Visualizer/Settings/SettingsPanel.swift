import Experiments
import Plots
import Screen
import Session

/// Every hyper-parameter with its value; the selected one can be changed in place.
public struct SettingsPanel: Hashable, Sendable {
  /// The setting that the cursor is on.
  var selected = Setting.data

  /// Moves the cursor; returns the step to a neighbouring choice where a key asks for one.
  mutating func move(_ direction: Action.Direction) -> Int? {
    switch direction {
    case .left: return -1
    case .right: return 1
    case .up, .down, .pageUp, .pageDown, .home, .end:
      let all = Setting.allCases
      let index = all.firstIndex(of: selected)! + direction.rows(page: 5)
      selected = all[max(0, min(all.count - 1, index))]
      return nil
    }
  }

  /// The first setting in sight, and how many rows there are for settings.
  private func rows(in region: Region) -> (first: Int, count: Int) {
    let rows = region.height - (region.height > 4 ? 1 : 0)
    let selected = Setting.allCases.firstIndex(of: selected) ?? 0
    return (max(0, min(Setting.allCases.count - rows, selected - rows / 2)), rows)
  }

  /// The setting whose row is at a line of the screen.
  func setting(at y: Int, in region: Region) -> Setting? {
    let (first, rows) = rows(in: region)
    let row = y - region.y
    guard row >= 0, row < rows, first + row < Setting.allCases.count else { return nil }
    return Setting.allCases[first + row]
  }

  func draw(
    _ experiment: Experiment, into frame: inout Frame, in region: Region, isFocused: Bool, theme: Theme
  ) {
    let settings = Setting.allCases
    let (first, rows) = rows(in: region)
    let selected = settings.firstIndex(of: self.selected) ?? 0
    for row in 0..<max(0, min(rows, settings.count - first)) {
      let setting = settings[first + row]
      let line = Region(x: region.x, y: region.y + row, width: region.width, height: 1)
      draw(
        setting, setting.value(in: experiment), into: &frame, in: line,
        isSelected: isFocused && first + row == selected, theme: theme)
    }
    guard rows < region.height else { return }
    let more = settings.count > rows ? " (\(min(settings.count, first + rows))/\(settings.count))" : ""
    let words = isFocused ? self.selected.explanation : "7 to change" + more
    frame.write(" " + words, in: region, row: region.height - 1, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
  }

  private func draw(
    _ setting: Setting, _ value: String, into frame: inout Frame, in line: Region, isSelected: Bool,
    theme: Theme
  ) {
    let label = 16
    frame.write(" " + setting.label, in: line, style: isSelected ? theme.selection : theme.faint)
    let room = Region(x: line.x + label, y: line.y, width: line.width - label, height: 1)
    let shown = isSelected ? "‹\(value)›" : " \(value)"
    frame.write(
      theme.glyphs == .ascii ? shown.replacing("‹", with: "<").replacing("›", with: ">") : shown, in: room,
      style: isSelected ? theme.selection : theme.text, ellipsis: theme.glyphs.ellipsis)
  }
}
