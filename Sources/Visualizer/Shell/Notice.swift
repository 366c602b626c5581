import Experiments
import Session

/// Words to the user.
public struct Notice: Hashable, Sendable {
  /// One line.
  public let text: String
  /// Whether something went wrong or is refused.
  public let isWarning: Bool
}

extension Notice {
  /// What is said while something takes long.
  static let atWork = Notice(text: "at work: Space ends it", isWarning: false)
}

extension State {
  mutating func note(atWork isAtWork: Bool) {
    if isAtWork { notice = .atWork } else if notice == .atWork { notice = nil }
  }

  mutating func tell(_ words: String) { notice = Notice(text: words, isWarning: false) }

  mutating func warn(_ words: String) { notice = Notice(text: words, isWarning: true) }
}
