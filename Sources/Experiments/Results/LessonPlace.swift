/// A lesson and how far a learner has come in it, to be gone on with another day.
public struct LessonPlace: Codable, Hashable, Sendable {
  public let steps: [LessonStep]
  /// The number of the step that is shown, from 0.
  public let index: Int
  /// The choice that was made of its question.
  public let chosen: Int?
  /// Whether its run has ended.
  public let isDone: Bool

  public init(steps: [LessonStep], index: Int, chosen: Int?, isDone: Bool) {
    (self.steps, self.index) = (steps, index)
    (self.chosen, self.isDone) = (chosen, isDone)
  }

  /// Whether there is such a place.
  var isSound: Bool {
    guard steps.indices.contains(index) else { return false }
    return chosen.map { steps[index].question?.choices.indices.contains($0) == true } ?? true
      && steps.allSatisfy(\.isSound)
  }
}

extension LessonStep {
  fileprivate var isSound: Bool {
    if let question, let answer = question.answer, !question.choices.indices.contains(answer) { return false }
    return switch run {
    case .epochs(let count), .updates(let count): (1...Self.longest).contains(count)
    case .until(_, let epochs): (1...Self.longest).contains(epochs)
    case nil: true
    }
  }

  /// Counts beyond this are no lesson's.
  private static let longest = 1_000_000_000
}
