import Experiments
import Session

/// A question that something on the screen answers, asked in lines of text.
extension PlainRun {
  /// So many are listed with their numbers; of more, one is typed by its name.
  private static let longestList = 40

  /// Asks for a unit, a weight or a sample; where nobody answers, the right one is shown.
  mutating func askForPick(_ kind: Pick.Kind) throws {
    let targets = session.moment.targets(of: kind)
    let names = targets.map { $0.name(in: session.run) }
    if names.count <= Self.longestList {
      for (number, name) in names.enumerated() { try say("  \(number + 1): \(name)") }
    }
    let example = names.first.map { ", such as \($0)" } ?? ""
    while session.lesson?.awaitedPick != nil {
      guard let line = try wait("Which? Its number or name\(example), and Enter.") else {
        if let first = targets.first { headless.perform(.lesson(.pick(first))) }
        headless.perform(.lesson(.forward))
        return
      }
      guard let index = Self.index(of: line, in: names) else {
        try say("There is no such \(kind.rawValue).")
        continue
      }
      try say("Your answer: \(names[index]).")
      headless.perform(.lesson(.pick(targets[index])))
      if session.lesson?.awaitedPick != nil { try sayWrong() }
      guard !lookedCloser() else { return }
    }
  }

  /// The one that a line names: by its name, with `->` for an arrow, or by its number in the list.
  private static func index(of line: String, in names: [String]) -> Int? {
    func plain(_ text: String) -> String {
      text.replacing("->", with: "→").lowercased().filter { !$0.isWhitespace }
    }
    if let named = names.firstIndex(where: { plain($0) == plain(line) }) { return named }
    guard names.count <= longestList else { return nil }
    return Int(plain(line)).flatMap { (1...names.count).contains($0) ? $0 - 1 : nil }
  }
}
