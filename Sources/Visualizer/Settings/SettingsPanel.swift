import Experiments
import Plots
import Screen
import Session

/// Every hyper-parameter with its value; the selected one can be changed in place.
public struct SettingsPanel: Hashable, Sendable {
  /// The setting that the cursor is on.
  var selected = Setting.data
  /// The first line in sight, as far as the cursor lets it stay.
  private var top = 0

  /// Moves the cursor; returns the step to a neighbouring choice where a key asks for one.
  mutating func move(_ direction: Action.Direction, in experiment: Experiment) -> Int? {
    switch direction {
    case .left: return -1
    case .right: return 1
    case .up, .down, .pageUp, .pageDown, .home, .end:
      let all = Self.settings(of: experiment)
      let index = (all.firstIndex(of: selected) ?? 0) + direction.rows(page: 5)
      selected = all[max(0, min(all.count - 1, index))]
      return nil
    }
  }

  /// Puts the cursor on the first setting where it is on one that says nothing of the experiment.
  mutating func reach(_ experiment: Experiment) {
    if !selected.applies(to: experiment), let first = Self.settings(of: experiment).first { selected = first }
  }

  /// The settings that say something of an experiment's kind of network.
  static func settings(of experiment: Experiment) -> [Setting] {
    Setting.grouped.filter { $0.applies(to: experiment) && $0 != .kind }
  }

  /// The lines in sight, and the number of all.
  private func lines(in region: Region, _ experiment: Experiment) -> (shown: ArraySlice<Line>, count: Int) {
    let rows = max(0, region.height - (region.height > 4 ? 1 : 0))
    let lines = lines(fitting: rows, experiment)
    let cursor = lines.firstIndex(of: .setting(selected)) ?? 0
    let first = max(0, min(lines.count - rows, min(max(top, cursor - rows + 1), cursor)))
    return (lines[first...].prefix(rows), lines.count)
  }

  /// Puts the cursor on the setting whose row is at a line of the screen; the lines stay where they are.
  mutating func select(at y: Int, in region: Region, _ experiment: Experiment) -> Setting? {
    let shown = lines(in: region, experiment).shown
    let row = shown.startIndex + y - region.y
    guard shown.indices.contains(row), case .setting(let setting) = shown[row] else { return nil }
    (selected, top) = (setting, shown.startIndex)
    return setting
  }

  func draw(
    _ run: Run, into frame: inout Frame, in region: Region, isFocused: Bool, theme: Theme
  ) {
    let (shown, count) = lines(in: region, run.experiment)
    for (row, content) in shown.enumerated() {
      let line = Region(x: region.x, y: region.y + row, width: region.width, height: 1)
      switch content {
      case .heading(let group): frame.write(" " + group.rawValue, in: line, style: theme.title)
      case .setting(let setting):
        draw(
          setting, run.words(for: setting), into: &frame, in: line,
          isSelected: isFocused && setting == selected, theme: theme)
      }
    }
    guard region.height > 4 else { return }
    let more = shown.count < count ? " (\(shown.endIndex)/\(count))" : ""
    let words = isFocused ? selected.meaning : "7 to change" + more
    frame.write(" " + words, in: region, row: region.height - 1, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
  }

  /// A line of the panel.
  private enum Line: Hashable {
    case heading(Setting.Group)
    case setting(Setting)
  }

  /// The settings, with the headings of their groups where all of it fits.
  private func lines(fitting rows: Int, _ experiment: Experiment) -> [Line] {
    let settings = Self.settings(of: experiment)
    guard settings.count < rows else { return settings.map { .setting($0) } }
    let headed = Setting.Group.allCases.flatMap { group -> [Line] in
      let own = settings.filter { $0.group == group }
      return own.isEmpty ? [] : [Line.heading(group)] + own.map { .setting($0) }
    }
    return headed.count <= rows ? headed : settings.map { .setting($0) }
  }

  private func draw(
    _ setting: Setting, _ value: String, into frame: inout Frame, in line: Region, isSelected: Bool,
    theme: Theme
  ) {
    let label = 16
    if isSelected { frame.focus = Frame.Position(x: line.x + 1, y: line.y) }
    frame.write(" " + setting.panelLabel, in: line, style: isSelected ? theme.selection : theme.faint)
    let room = Region(x: line.x + label, y: line.y, width: line.width - label, height: 1)
    let shown = isSelected ? "‹\(value)›" : " \(value)"
    frame.write(
      theme.glyphs == .ascii ? shown.replacing("‹", with: "<").replacing("›", with: ">") : shown, in: room,
      style: isSelected ? theme.selection : theme.text, ellipsis: theme.glyphs.ellipsis)
  }
}
