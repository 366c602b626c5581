import Experiments
import Plots
import Screen
import Session

/// A value being typed.
public struct Entry: Hashable, Sendable {
  let subject: Subject
  var typed = ""

  init(_ subject: Subject, typed: String = "") { (self.subject, self.typed) = (subject, typed) }

  /// What the value is for.
  enum Subject: Hashable {
    case setting(Setting)
    /// The selected weight or bias.
    case parameter
    /// The number that a lesson asks for.
    case answer
  }

  /// - Parameter words: the selected weight or bias with its value.
  func draw(parameter words: String, into frame: inout Frame, theme: Theme) {
    let (title, hint) =
      switch subject {
      case .setting(let setting): (setting.label, setting.typingHint)
      case .parameter: (words, "a number; Esc leaves it")
      case .answer: ("your answer", "a number, such as 0.5; Esc leaves it")
      }
    let inside = Box(title, width: max(50, hint.columnCount + 2), height: 4, on: frame.region).draw(
      into: &frame, theme: theme)
    frame.write("> " + typed, in: inside, style: theme.text)
    frame.write(hint, in: inside, row: 1, style: theme.faint)
    frame.cursor = Frame.Position(x: inside.x + 2 + typed.columnCount, y: inside.y)
  }
}
