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
  private static let atWork = Notice(text: "at work: Space ends it", isWarning: false)

  /// What is said when that begins or ends, in place of what was said till then.
  static func saying(atWork isAtWork: Bool, inPlaceOf notice: Notice?) -> Notice? {
    isAtWork ? atWork : notice == atWork ? nil : notice
  }
}

extension State {
  mutating func tell(_ words: String) { notice = Notice(text: words, isWarning: false) }

  mutating func warn(_ words: String) { notice = Notice(text: words, isWarning: true) }
}
