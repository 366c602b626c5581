import Experiments
import Plots
import Screen
import Session

/// How the lesson's text is read.
public struct LessonPanel: Hashable, Sendable {
  /// The lines of the text that have been scrolled past; where nil, what matters is kept in sight.
  var scrolled: Int?
}

extension State {
  /// The lesson as it is drawn; nil where there is none.
  var lessonView: LessonView? {
    guard let session, let lesson = session.lesson else { return nil }
    return LessonView(
      session: session, lesson: lesson, scrolled: self.lesson.scrolled, isFocused: focus == .lesson, theme: theme)
  }
}
