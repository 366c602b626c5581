extension LessonStep {
  /// The minutes that a lesson takes, roughly, at least 1, without its exercises: each step is read and looked at, a question is
  /// thought over, and what is to be brought about is tried.
  public static func minutes(of lesson: [LessonStep]) -> Int {
    max(1, rounded(lesson.filter { !$0.isExercise }))
  }

  /// The minutes that its exercises take beside, roughly; 0 where it has none.
  public static func exerciseMinutes(of lesson: [LessonStep]) -> Int { rounded(lesson.filter(\.isExercise)) }

  /// How long a lesson takes, as a sentence: `About 11 minutes, the exercises 4 more.`
  public static func words(minutes: Int, exercises: Int) -> String {
    let beside = exercises > 0 ? ", the exercises \(exercises) more" : ""
    return (minutes == 1 ? "About a minute" : "About \(minutes) minutes") + beside + "."
  }

  /// Whether it is an exercise, for whoever has time for it: its text begins with `Exercise:` or `Challenge:`.
  public var isExercise: Bool { ["Exercise:", "Challenge:"].contains { say?.hasPrefix($0) == true } }

  private static func rounded(_ steps: [LessonStep]) -> Int {
    Int((steps.reduce(0) { $0 + $1.seconds } / 60).rounded())
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
