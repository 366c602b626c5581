import ArgumentParser
import Experiments

/// Opens a lesson of the course.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learn how networks learn, lesson by lesson, from the first neuron on.",
    discussion: """
      Without a number it opens the first lesson that is not done, at the step at which it was left last; with a number
      it begins that lesson.
      """)

  @Argument(help: "The number of a lesson.")
  var number: Int?

  @Flag(help: "List the lessons, and how far you have come.")
  var list = false

  @Flag(help: "Tell it in lines of text, for screen readers and logs.")
  var plain = false

  @Flag(help: "Begin with fewer and larger things, for the last row of a room.")
  var large = false

  @Flag(
    name: .customLong("class"),
    help: "For a class: answers are held until ] shows what is right.")
  var classroom = false

  func run() throws {
    let course = Demos.course
    let progress = CourseFile().read()
    if list { return try Output.write(course.map { line(for: $0, progress) }.joined()) }
    let wanted = number.map { number in course.first { $0.chapter == number } } ?? progress.next(in: course)
    guard let wanted else {
      throw ValidationError("there is no lesson \(number ?? 1); descent learn --list shows them")
    }
    let left = number == nil && !plain && progress.lessons[wanted.name] != nil ? Self.left(wanted.name) : nil
    try Visualize.parse(
      (left.map { ["--resume", "\($0)"] } ?? [wanted.name]) + (plain ? ["--plain"] : []) + (large ? ["--large"] : [])
        + (classroom ? ["--class"] : [])
    ).run()
  }

  /// The place among the last runs of the newest that is of a lesson; nil where there is none.
  private static func left(_ lesson: String) -> Int? {
    let runs = SavedRuns()
    return (1...SavedRuns.most).first { (try? runs.read(number: $0))?.run.name == lesson }
  }

  private func line(for lesson: DemoSummary, _ progress: CourseProgress) -> String {
    let state = progress.lessons[lesson.name]?.words(of: lesson.steps) ?? ""
    return [
      String(lesson.chapter ?? 0), lesson.title, lesson.summary,
      "\(lesson.minutes) min, exercises \(lesson.exercises) min", state,
    ].joined(
      separator: "\t") + "\n"
  }
}
