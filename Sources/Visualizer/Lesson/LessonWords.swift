import Experiments
import Plots
import Training

extension State {
  /// `8 lesson 2/8`.
  var lessonTitle: String {
    let place = lesson.map { " \($0.index + 1)/\($0.steps.count)" } ?? ""
    return "\(Panel.lesson.rawValue) \(Panel.lesson.title)\(place)"
  }

  /// What is going on in the lesson, and which key goes on.
  var lessonStatus: String {
    guard let lesson else { return "" }
    let isAgain = lessonMoment.map { lesson.canGoForth(from: $0) } ?? false
    if isAgain {
      let again = lesson.awaitsChoice ? "↑ ↓ Enter: choose" : lesson.step.run.map { "Space: \(words(for: $0))" }
      return [again, "] returns to step \(lesson.index + 2)"].compactMap { $0 }.joined(separator: " · ")
    }
    if lesson.awaitsChoice { return focus == .lesson ? "choose with ↑ ↓ and Enter" : "8, then ↑ ↓ and Enter: choose" }
    let next = lesson.isAtEnd ? "the end; [ goes back" : "] goes on"
    guard let goal = lesson.step.run else { return next }
    switch lesson.visit.stage {
    case .waiting: return "Space or ]: run \(words(for: goal))"
    case .started(let start): return progressWords(goal, since: start)
    case .reached(let value): return "\(outcome(of: goal, value)) · \(next)"
    }
  }

  private func words(for goal: LessonStep.Run) -> String {
    switch goal {
    case .epochs(let count): "\(count) \(count == 1 ? "epoch" : "epochs")"
    case .updates(let count): "\(count) \(count == 1 ? "update" : "updates")"
    case .until(let wish, let epochs): "until \(wish.words), at most \(epochs) epochs"
    }
  }

  private func progressWords(_ goal: LessonStep.Run, since start: Lesson.Tally) -> String {
    guard let tally else { return "" }
    let (done, total) = tally.progress(of: goal, since: start)
    let count = "\(max(0, done))/\(total) " + (goal.countsUpdates ? "updates" : "epochs")
    let now = goal.wish.flatMap { value(of: $0.measure) }.map { " \(Lesson.number($0))" } ?? ""
    let aim = goal.wish.map { " to \($0.words) …\(now)" } ?? ""
    if run?.trainer.divergence != nil, !surface.ownsSteps { return "diverged at \(count) · ] goes on" }
    guard isRunning else { return "paused\(aim) \(count) · Space goes on" }
    return "running\(aim) \(count)" + (lesson?.visit.isHurried == true ? "" : " · ] hurries")
  }

  private func outcome(of goal: LessonStep.Run, _ value: Double?) -> String {
    guard let wish = goal.wish, let value else { return "\(words(for: goal)) done" }
    if wish.comparison.holds(value, wish.bound) { return "\(wish.measure.words) \(Lesson.number(value))" }
    guard case .until(_, let epochs) = goal else { return "" }
    return "\(epochs) epochs, \(wish.measure.words) still \(Lesson.number(value))"
  }
}

extension Lesson {
  fileprivate static func number(_ value: Double) -> String {
    NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).string(value)
  }
}

extension LessonStep.Run {
  fileprivate var countsUpdates: Bool { if case .updates = self { true } else { false } }
}

extension LessonStep.Goal {
  fileprivate var words: String { "\(measure.words) \(comparison.rawValue) \(Lesson.number(bound))" }
}

extension LessonStep.Goal.Measure {
  fileprivate var words: String {
    switch self {
    case .trainCost: "train cost"
    case .testCost: "test cost"
    case .trainAccuracy: "train accuracy"
    case .testAccuracy: "test accuracy"
    }
  }
}
