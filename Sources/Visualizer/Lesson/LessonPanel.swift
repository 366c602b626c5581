import Experiments
import Plots
import Screen
import Session

/// How the lesson's text is read, and how far the learner has come in all of them.
public struct LessonPanel: Hashable, Sendable {
  /// The lines of the text that have been scrolled past; where nil, what matters is kept in sight.
  var scrolled: Int?
  /// How far the learner has come in each lesson of the course.
  public internal(set) var progress = CourseProgress()
  /// What stays covered for a class.
  var classroom = Classroom()

  /// Notes how far the learner has come, where the experiment is a lesson of the course.
  mutating func noteProgress(in session: LearningSession?, of demos: [DemoSummary]) {
    guard let lesson = session?.lesson, let name = session?.run.history.process.experiment.name else { return }
    guard demos.contains(where: { $0.name == name && $0.chapter != nil }) else { return }
    progress.note(name, steps: lesson.index + 1, isDone: lesson.isDone)
  }
}

extension State {
  /// The lesson as it is drawn; nil where there is none.
  var lessonView: LessonView? {
    guard let session, let lesson = session.lesson else { return nil }
    return LessonView(
      session: session, lesson: lesson, scrolled: self.lesson.scrolled, classroom: self.lesson.classroom,
      selected: Pick.Target(selectedOn: self),
      isFocused: focus == .lesson, theme: theme)
  }
}
