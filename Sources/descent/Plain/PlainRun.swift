import Experiments
import Session

/// An experiment told in lines of text, for screen readers and logs: what it is, how it goes, its lesson step by step, and
/// what is asked for in between.
struct PlainRun {
  var headless: HeadlessSession
  let conversation: Conversation
  /// Called after each line with the lesson as far as it has come, so that it can be remembered.
  var remember: (String, Lesson) -> Void = { _, _ in }
  /// The step that has been told last.
  var told: Lesson.Place?
  /// Whether a line has been heard.
  var hasHeard = false
  /// Where it ends without a lesson.
  private static let epochs = 100

  init(_ headless: HeadlessSession, _ conversation: Conversation = .standard) {
    (self.headless, self.conversation) = (headless, conversation)
  }

  var session: LearningSession { headless.session }

  /// Tells everything.
  mutating func tell() throws {
    try introduce()
    try report()
    if session.lesson != nil {
      try teach()
    } else if conversation.isAsked {
      try converse()
    } else {
      try train(epochs: Self.epochs)
    }
    try say("The end.")
  }

  /// Obeys line after line until there are no more, or the end is asked for.
  private mutating func converse() throws {
    pause()
    try say("Commands: train, step, back, why h1, set optimizer.rate 0.3, … ; help lists them, quit ends.")
    while let line = try hear() {
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      guard try obey(line) else { return }
    }
  }

  // MARK: Lines

  func say(_ lines: String...) throws {
    // A question has its mark already.
    for line in lines { try conversation.write((line.hasSuffix("?.") ? String(line.dropLast()) : line).printable) }
  }

  /// The next line that is typed; nil where there are no more.
  mutating func hear() throws -> String? {
    let line = try conversation.read(session)
    if line != nil { hasHeard = true }
    return line
  }

  // MARK: Deeds

  /// Does something in the person's name, and tells what there is to tell of it.
  mutating func act(_ action: LearningSession.Action) throws {
    for news in headless.perform(action) { try say(news.plainWords + ".") }
  }

  mutating func pause() { if session.isRunning { headless.perform(.toggleRun) } }
}
