extension LessonStep {
  /// The minutes that a lesson takes, roughly, at least 1: each step is read and looked at, a question is thought over, and what
  /// is to be brought about is tried.
  public static func minutes(of lesson: [LessonStep]) -> Int {
    max(1, Int((lesson.reduce(0) { $0 + $1.seconds } / 60).rounded()))
  }

  /// Fifteen seconds to look, two words a second to read, half a minute for a question, a minute and a half for a goal.
  private var seconds: Double {
    let words = ([say, question?.text].compactMap { $0 } + (question?.choices ?? [])).flatMap {
      $0.split(separator: " ")
    }
    let thinking = question?.takesAnswer == true ? 30.0 : 0
    return 15 + Double(words.count) / 2 + thinking + (goal == nil ? 0 : 90) + (run == nil ? 0 : 15)
  }
}
