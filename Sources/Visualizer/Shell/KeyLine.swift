import Experiments
import Plots
import Screen

/// The last line: the most useful keys, as many as fit; help is always among them.
struct KeyLine {
  let overlay: Overlay?
  let isRunning: Bool
  let hasLesson: Bool
  /// Whether a class looks on: then a lesson's keys alone are named.
  let isClass: Bool
  /// The keys that a step leaves to a class; all where nil.
  let classKeys: [String]?
  /// Whether the data room is shown, and whether there is one.
  let isRoom: Bool
  let hasRoom: Bool
  /// Whether a test part is sealed.
  let isSealed: Bool
  /// The kind of network.
  let kind: NetworkKind

  func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    for place in places(in: region) {
      frame.write(
        [Span(place.hint.key, theme.key), Span(" " + place.hint.words, theme.faint)], x: place.x, y: region.y)
    }
  }

  /// What a press on the line does.
  func action(atX x: Int, in region: Region) -> Action? {
    places(in: region).first { $0.x <= x && x < $0.x + $0.hint.width }?.hint.action
  }

  private struct Hint {
    let key: String
    let words: String
    /// What a press on it does; nil where it names several keys.
    var action: Action?
    var width: Int { key.columnCount + 1 + words.columnCount }
    /// Whether it is shown however little room there is.
    var isKept: Bool { key == "?" || key == "q" }
  }

  /// Where each hint that has room stands.
  private func places(in region: Region) -> [(x: Int, hint: Hint)] {
    let hints = hints
    var reserve = hints.filter(\.isKept).reduce(0) { $0 + $1.width + 2 }
    var column = region.x + 1
    var places: [(x: Int, hint: Hint)] = []
    for hint in hints {
      if hint.isKept { reserve -= hint.width + 2 }
      guard hint.isKept || column + hint.width + 2 + reserve <= region.maxX + 1 else { continue }
      places.append((column, hint))
      column += hint.width + 2
    }
    return places
  }

  private var hints: [Hint] {
    let quit = Hint(key: "q", words: "quit", action: .quit)
    return switch overlay {
    case .gallery: [Hint(key: "↑↓", words: "choose"), Hint(key: "Enter", words: "open", action: .enter), quit]
    case .sketch:
      [
        Hint(key: "↑↓←→", words: "move"), Hint(key: "Space", words: "ink"), Hint(key: "c", words: "clear"),
        Hint(key: "Esc", words: "close", action: .escape), quit,
      ]
    case .inputs:
      [
        Hint(key: "↑↓", words: "choose"), Hint(key: "Enter", words: "switch", action: .enter),
        Hint(key: "Esc", words: "close", action: .escape), quit,
      ]
    case .help(let help) where !help.terms.isEmpty:
      [
        Hint(key: "↑↓", words: "scroll"), Hint(key: "Enter", words: "glossary", action: .enter),
        Hint(key: "Esc", words: "close", action: .escape), quit,
      ]
    case .help, .verdict: [Hint(key: "↑↓", words: "scroll"), Hint(key: "Esc", words: "close", action: .escape), quit]
    case .glossary(let page):
      [Hint(key: "↑↓", words: "choose")]
        + (page.chosen?.lesson == nil ? [] : [Hint(key: "Enter", words: "open its lesson", action: .enter)])
        + [Hint(key: "Esc", words: "close", action: .escape)]
    case .palette, .entry:
      [Hint(key: "Enter", words: "do it", action: .enter), Hint(key: "Esc", words: "close", action: .escape)]
    case nil: isRoom ? roomHints : panelHints
    }
  }

  private var roomHints: [Hint] {
    let own = KeyMap.room.bindings.compactMap { binding in
      binding.short.map { Hint(key: binding.label, words: $0, action: binding.action) }
    }
    return own.filter { $0.key == "Enter" } + own.filter { $0.key != "Enter" }
      + [Hint(key: "?", words: "help", action: .help), Hint(key: "q", words: "quit", action: .quit)]
  }

  /// The keys of the table that have words for the line.
  private static let bindings = KeyMap.standard.bindings.filter { $0.short != nil }

  /// The keys of the table; those of a lesson come right after the first, where there is one.
  private var panelHints: [Hint] {
    func hints(_ isWanted: (KeyMap.Binding) -> Bool) -> [Hint] { Self.bindings.filter(isWanted).map(hint) }
    let lessons = !hasLesson ? [] : hints { $0.action.isLesson }
    let isOwn = { (binding: KeyMap.Binding) in [.room(.toggle), .session(.unseal)].contains(binding.action) }
    // What belongs to a file comes first, where it is not a lesson's.
    let own = hints { ($0.action == .room(.toggle) && hasRoom) || ($0.action == .session(.unseal) && isSealed) }
    let others = hints { !$0.action.isLesson && !isOwn($0) && hasPart($0) }
    if isClass, hasLesson {
      let left = classKeys.map { keys in
        KeyMap.standard.bindings.filter { keys.contains($0.label) && !$0.action.isLesson }.map(hint)
      }
      return (left ?? Array(others.prefix(1))) + lessons + others.filter(\.isKept)
    }
    let first = hasLesson ? lessons : own
    return Array(others.prefix(1)) + first + Array(others.dropFirst()) + (hasLesson ? own : [])
  }

  private func hint(of binding: KeyMap.Binding) -> Hint {
    let words = binding.short ?? binding.help
    return Hint(
      key: binding.label, words: binding.action == .session(.toggleRun) && isRunning ? "pause" : words,
      action: binding.action)
  }

  /// Whether a key means something in the kind of network; those of settings that stand for others are in the help alone.
  private func hasPart(_ binding: KeyMap.Binding) -> Bool {
    if binding.group == .settle { return kind == .hopfield }
    guard case .change(let setting, _) = binding.action else {
      return kind != .hopfield || binding.action != .session(.nextBatchMode)
    }
    return setting == .speed || kind == .feedforward || kind == .recurrent && setting.kinds.contains(.recurrent)
  }
}

extension State {
  var keyLine: KeyLine {
    KeyLine(
      overlay: overlay, isRunning: isRunning, hasLesson: session?.lesson != nil, isClass: lesson.classroom.isOn,
      classKeys: session?.lesson?.step.keys,
      isRoom: room != nil,
      hasRoom: run?.dataset.table != nil, isSealed: run?.history.process.training?.data.sealed != nil,
      kind: run?.history.process.kind ?? .feedforward)
  }
}
