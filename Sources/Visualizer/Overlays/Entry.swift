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

  /// - Parameters:
  ///   - words: the selected weight or bias with its value.
  ///   - lesson: where a lesson stands that says what to type; it is left in sight where there is room beside it.
  func draw(parameter words: String, beside lesson: Region?, into frame: inout Frame, theme: Theme) {
    let (title, hint) =
      switch subject {
      case .setting(let setting): (setting.label, setting.typingHint)
      case .parameter: (words, "a number; Esc leaves it")
      case .answer: ("your answer", "a number, such as 0.5; Esc leaves it")
      }
    let least = hint.columnCount + 4
    let room = lesson.map { frame.region.largestPart(beside: $0, width: least, height: 4) } ?? frame.region
    let inside = Box(title, width: min(room.width, max(50, least)), height: 4, on: room).draw(
      into: &frame, theme: theme)
    frame.write("> " + typed, in: inside, style: theme.text)
    frame.write(hint, in: inside, row: 1, style: theme.faint)
    frame.cursor = Frame.Position(x: inside.x + 2 + typed.columnCount, y: inside.y)
  }
}

extension Region {
  /// The largest of the parts to the left and right of a region, above and below it, that has some width and height; all, where
  /// none has.
  func largestPart(beside other: Region, width leastWidth: Int, height leastHeight: Int) -> Region {
    let parts = [
      Region(x: x, y: y, width: other.x - x, height: height),
      Region(x: other.maxX, y: y, width: maxX - other.maxX, height: height),
      Region(x: x, y: y, width: width, height: other.y - y),
      Region(x: x, y: other.maxY, width: width, height: maxY - other.maxY),
    ]
    let fitting = parts.filter { $0.width >= leastWidth && $0.height >= leastHeight }
    return fitting.max { $0.width * $0.height < $1.width * $1.height } ?? self
  }
}
