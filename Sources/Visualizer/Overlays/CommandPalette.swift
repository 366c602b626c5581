import Experiments
import Plots
import Screen

/// Every action by name, filtered by what is typed.
public struct CommandPalette: Hashable, Sendable {
  var typed = ""
  /// The line that the cursor is on.
  var selected = 0

  /// The names of the commands that were carried out last, the newest first.
  var recent: [String] = []

  /// The commands that have all the typed words, for an experiment, with the demos there are; of those that fit equally well the
  /// ones that were carried out last first.
  func found(in demos: [DemoSummary], for experiment: Experiment?) -> [Command] {
    let ranked = Command.ranked(typed, demos: demos, for: experiment)
    func age(_ place: Int) -> Int { recent.firstIndex(of: ranked[place].command.name) ?? .max }
    return ranked.indices.sorted { (ranked[$0].distance, age($0), $0) < (ranked[$1].distance, age($1), $1) }
      .map { ranked[$0].command }
  }

  /// The command that Enter carries out.
  func chosen(of found: [Command]) -> Command? { found.indices.contains(selected) ? found[selected] : nil }

  /// The command at a place of a screen; nil where there is none.
  func line(atX x: Int, y: Int, of found: [Command], on screen: Region) -> Int? {
    lines(of: found, in: box(on: screen).inside).entry(atX: x, y: y)
  }

  private func box(on screen: Region) -> Box {
    Box("do what?", width: min(64, screen.width - 4), height: 16, on: screen)
  }

  /// The lines of what is found, below what is typed.
  private func lines(of found: [Command], in inside: Region) -> ListLines {
    let region = Region(x: inside.x + 1, y: inside.y + 2, width: inside.width - 2, height: max(0, inside.height - 2))
    return ListLines(selected: selected, count: found.count, in: region)
  }

  func draw(_ found: [Command], into frame: inout Frame, theme: Theme) {
    let inside = box(on: frame.region).draw(into: &frame, theme: theme)
    frame.write(": " + typed, in: inside, style: theme.text)
    frame.cursor = Frame.Position(x: inside.x + 2 + typed.columnCount, y: inside.y)
    guard !found.isEmpty else {
      frame.write("nothing has that name", in: inside, row: 2, style: theme.faint)
      return
    }
    let lines = lines(of: found, in: inside)
    for place in lines.shown {
      let (command, line, isSelected) = (found[place], lines.line(of: place), place == selected)
      if isSelected { frame.select(line, theme: theme) }
      frame.write(
        command.name, in: line, style: isSelected ? theme.selection : theme.text, ellipsis: theme.glyphs.ellipsis)
      if let key = command.key {
        frame.write(key, in: line, style: isSelected ? theme.selection : theme.key, alignment: .right)
      }
    }
  }
}
