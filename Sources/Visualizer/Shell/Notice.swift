import Experiments
import Session

/// Words to the user.
public struct Notice: Hashable, Sendable {
  /// One line.
  public let text: String
  /// Whether something went wrong or is refused.
  public let isWarning: Bool
}

extension State {
  mutating func tell(_ words: String) { notice = Notice(text: words, isWarning: false) }

  mutating func warn(_ words: String) { notice = Notice(text: words, isWarning: true) }
}
