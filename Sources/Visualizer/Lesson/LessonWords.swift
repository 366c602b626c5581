import Experiments
import Plots
import Session
import Training

extension LessonView {
  /// What is going on in the lesson, and which key goes on: as much as fits a line, the first and the last part before
  /// those between them.
  func status(width: Int) -> String {
    var parts = statusParts
    func words() -> String { parts.joined(separator: " · ") }
    while parts.count > 2, words().columnCount > width { parts.remove(at: parts.count - 2) }
    return words()
  }

  private var statusParts: [String] {
    if lesson.canGoForth(from: session.moment) {
      let again =
        lesson.awaitsChoice
        ? lesson.awaitedPick.map { $0.way(in: kind) } ?? "↑ ↓ Enter: choose"
        : lesson.step.run.map { "Space: \(words(for: $0))" }
      return [again, "] returns to step \((lesson.returnsTo ?? lesson.index) + 1)"].compactMap { $0 }
    }
    if lesson.awaitsChoice { return asking }
    let next = lesson.isAtEnd ? "the end" : "] goes on"
    guard let goal = lesson.step.run else { return ending(lesson.isAtEnd ? "the last step" : next) }
    switch lesson.visit.stage {
    case .waiting: return ["Space or ]: \(words(for: goal))"]
    case .started(let start): return progress(of: goal, since: start)
    case .reached(let value): return lesson.step.goal == nil ? outcome(of: goal, value) + [next] : ending(next)
    }
  }

  /// How to answer the step's question.
  private var asking: [String] {
    if classroom.holdsAnswer { return ["your answer is held", "] shows what is right"] }
    if let kind = lesson.awaitedPick {
      let way = selected == nil ? kind.way(in: self.kind) : "Enter answers"
      return lesson.visit.tried.isEmpty ? [way] : ["not so: again", way, afterWrong]
    }
    let keys = lesson.awaitsNumber ? "Enter, a number, Enter" : "↑ ↓ and Enter"
    let way = (lesson.awaitsNumber ? "answer with " : "choose with ") + (isFocused ? keys : "8, " + keys)
    return lesson.visit.tried.isEmpty ? [way] : ["not so: again", way, afterWrong]
  }

  /// What going on does after a wrong answer.
  private var afterWrong: String { lesson.leadsAside ? "] looks closer" : "] shows the answer" }

  /// Whether the goal is reached, and how it goes on.
  private func ending(_ next: String) -> [String] {
    guard lesson.step.goal != nil else { return [next] }
    if lesson.visit.isGoalReached { return ["goal reached", next] }
    return ["goal not reached yet", lesson.isAtEnd ? "the last step" : "] leaves it"]
  }

  private var kind: NetworkKind { session.run.experiment.kind }

  private var rounds: String { kind.round + "s" }

  private func words(for goal: LessonStep.Run) -> String { goal.words(for: kind) }

  private func progress(of goal: LessonStep.Run, since start: Lesson.Tally) -> [String] {
    let (done, total) = session.tally.progress(of: goal, since: start)
    let count = "\(max(0, done))/\(total) " + (goal.countsUpdates ? "updates" : rounds)
    if session.run.history.process.divergence != nil, !session.scene.ownsSteps {
      return ["diverged", count, "] goes on"]
    }
    let verb = session.isRunning ? "running" : "paused"
    let hint = !session.isRunning ? "Space goes on" : lesson.visit.isHurried ? "as fast as it goes" : "] hurries"
    guard let wish = goal.wish else { return ["\(verb) \(count)", hint] }
    let now = session.value(of: wish.measure).map(Lesson.number) ?? "unknown"
    return ["\(verb) to \(wish.words) … \(now)", count, hint]
  }

  private func outcome(of goal: LessonStep.Run, _ value: Double?) -> [String] {
    guard case .until(let wish, let epochs) = goal, let value else {
      return [standstill ?? "\(words(for: goal)) done"]
    }
    let reading = "\(wish.measure.words) \(Lesson.number(value))"
    return wish.comparison.holds(value, wish.bound) ? [reading] : [standstill ?? "\(epochs) \(rounds) done", reading]
  }

  /// Why a run is over before its time: the network has come to rest, or its training has diverged.
  private var standstill: String? {
    guard session.run.history.process.isStill, !session.scene.ownsSteps else { return nil }
    return session.run.history.process.divergence == nil ? "at rest" : "diverged"
  }
}

extension Lesson {
  fileprivate static func number(_ value: Double) -> String {
    NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).string(value)
  }
}

extension Pick.Kind {
  /// How one is selected and given as the answer; in a recurrent network left and right go through time.
  func way(in network: NetworkKind) -> String {
    switch self {
    case .unit, .hidden: "1, \(network == .recurrent ? "↑ ↓ to a unit" : "arrows to a box"), Enter; or click it"
    case .weight: "click a line; or 1, a box, Enter, ↓, Enter"
    case .sample: "N or B to a sample, Enter; or click it"
    }
  }
}

extension NetworkKind {
  /// What is counted: a settling network has no epochs.
  fileprivate var round: String { self == .hopfield ? "sweep" : "epoch" }
}

extension LessonStep.Run {
  /// `20 epochs`, or `until train cost < 0.1, at most 300 epochs`.
  func words(for kind: NetworkKind) -> String {
    switch self {
    case .epochs(let count): "\(count) \(kind.round)\(count == 1 ? "" : "s")"
    case .updates(let count): "\(count) \(count == 1 ? "update" : "updates")"
    case .until(let wish, let epochs): "until \(wish.words), at most \(epochs) \(kind.round)s"
    }
  }

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
    case .energy: "energy"
    }
  }
}
