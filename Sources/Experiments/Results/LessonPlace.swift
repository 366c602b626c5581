/// A lesson and how far a learner has come in it, to be gone on with another day.
public struct LessonPlace: Codable, Hashable, Sendable {
  public let steps: [LessonStep]
  /// The number of the step that is shown, from 0.
  public let index: Int
  /// The choice that was made of its question.
  public let chosen: Int?
  /// Whether its run has ended.
  public let isDone: Bool
  /// What is known of its question; nil where nothing has been kept.
  public let answer: Answer?

  /// What was answered, and what was right.
  public struct Answer: Codable, Hashable, Sendable {
    /// The right choice, and what was typed or selected, in words.
    public let right: Int?, typed: String?
    /// The right number.
    public let number: Double?
    /// What was selected, and what was to be.
    public let picked: Pick.Target?, rightPicks: [Pick.Target]
    /// Whether the learner found the number, or what was to be selected.
    public let isFound: Bool
    /// What was answered before and was wrong.
    public let tried: [Int]

    public init(
      right: Int?, typed: String?, number: Double?, picked: Pick.Target?, rightPicks: [Pick.Target], isFound: Bool,
      tried: [Int]
    ) {
      (self.right, self.typed, self.number) = (right, typed, number)
      (self.picked, self.rightPicks, self.isFound) = (picked, rightPicks, isFound)
      self.tried = tried
    }
  }

  public init(steps: [LessonStep], index: Int, chosen: Int?, isDone: Bool, answer: Answer? = nil) {
    (self.steps, self.index) = (steps, index)
    (self.chosen, self.isDone, self.answer) = (chosen, isDone, answer)
  }

  /// Whether there is such a place.
  var isSound: Bool {
    guard steps.indices.contains(index) else { return false }
    let choices = steps[index].question?.choices ?? []
    guard answer?.right.map({ choices.indices.contains($0) }) ?? true else { return false }
    let tried = answer?.tried ?? []
    guard tried.allSatisfy({ steps[index].question?.has(answer: $0) == true }) else { return false }
    return chosen.map { steps[index].question?.has(answer: $0) == true } ?? true
      && steps.allSatisfy(\.isSound)
  }
}

extension LessonStep.Question {
  /// Whether there is a choice of this index; a number or what is selected on the screen counts as the first.
  fileprivate func has(answer: Int) -> Bool {
    choices.indices.contains(answer) || choices.isEmpty && takesAnswer && answer == 0
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
