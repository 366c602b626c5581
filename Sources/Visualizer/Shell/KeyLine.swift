import Plots
import Screen

/// The last line: the most useful keys, as many as fit; help is always among them.
struct KeyLine {
  let overlay: Overlay?
  let isRunning: Bool
  let hasLesson: Bool

  func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    let hints = keyHints
    let kept = hints.filter { $0.isKept }
    var reserve = kept.reduce(0) { $0 + $1.width + 2 }
    var column = region.x + 1
    for hint in hints {
      if hint.isKept { reserve -= hint.width + 2 }
      guard hint.isKept || column + hint.width + 2 + reserve <= region.maxX + 1 else { continue }
      column +=
        frame.write(
          [Span(hint.key, theme.key), Span(" " + hint.words, theme.faint)], x: column, y: region.y) + 2
    }
  }

  private struct KeyHint {
    let key: String
    let words: String
    var width: Int { key.columnCount + 1 + words.columnCount }
    /// Whether it is shown however little room there is.
    var isKept: Bool { key == "?" || key == "q" }
  }

  private var keyHints: [KeyHint] {
    switch overlay {
    case .gallery:
      [KeyHint(key: "↑↓", words: "choose"), KeyHint(key: "Enter", words: "open"), KeyHint(key: "q", words: "quit")]
    case .help:
      [KeyHint(key: "↑↓", words: "scroll"), KeyHint(key: "Esc", words: "close"), KeyHint(key: "q", words: "quit")]
    case .palette, .entry:
      [KeyHint(key: "Enter", words: "do it"), KeyHint(key: "Esc", words: "close")]
    case nil:
      panelHints
    }
  }

  /// The keys of the table; those of a lesson come right after the first, where there is one.
  private var panelHints: [KeyHint] {
    func hints(_ isWanted: (KeyMap.Binding) -> Bool) -> [KeyHint] {
      KeyMap.standard.bindings.filter(isWanted).compactMap { binding in
        binding.short.map {
          KeyHint(key: binding.label, words: binding.action == .session(.toggleRun) && isRunning ? "pause" : $0)
        }
      }
    }
    let lessons = !hasLesson ? [] : hints { $0.action.isLesson }
    let others = hints { !$0.action.isLesson }
    return others.prefix(1) + lessons + others.dropFirst()
  }
}
