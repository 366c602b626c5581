import Experiments
import Session

/// A lesson, step by step.
extension PlainRun {
  /// Tells the lesson, and heeds what is typed; where nobody types, tells it to its end with every answer.
  mutating func teach() throws {
    try tellStep()
    guard conversation.isAsked else { return try tellRest() }
    while let line = try hear() {
      guard try heed(line) else { return }
    }
    if !hasHeard { try tellRest() }
  }

  /// Heeds a line: an answer, a command, or where it is blank to go on; false where that is the end.
  private mutating func heed(_ line: String) throws -> Bool {
    let wasOpen = session.lesson?.awaitsChoice == true
    if line.allSatisfy(\.isWhitespace) {
      guard session.lesson?.isDone == false else { return false }
      try goOn()
    } else if try !answer(line) {
      guard try obey(line) else { return false }
    }
    try follow()
    if wasOpen, session.lesson?.awaitsChoice == false { try tellAnswer() }
    if let place = session.lesson?.visit.place, place != told { try tellStep() }
    if let lesson = session.lesson { remember(session.run.experiment.name, lesson) }
    return true
  }

  /// On, as far as a question or an open goal allows.
  mutating func goOn() throws { try act(.lesson(.forward)) }

  /// To the step before, as it was when it was entered.
  mutating func goBack() throws {
    try act(.lesson(.back))
    try tellStep()
  }

  // MARK: Telling

  /// Tells the step that is entered, and makes its run where it asks nothing first.
  mutating func tellStep() throws {
    guard let lesson = session.lesson else { return try say("There is no lesson here.") }
    told = lesson.visit.place
    let extra = lesson.visit.place.aside.map { ", extra step \($0.number + 1) of \($0.steps.count)" } ?? ""
    try say("", "Step \(lesson.index + 1) of \(lesson.steps.count)\(extra).")
    if let text = lesson.visit.text.say { try say(text) }
    if !lesson.step.changes.isEmpty {
      try say("Set: " + lesson.step.changes.map { "\($0.key) = \($0.value)" }.joined(separator: ", ") + ".")
    }
    if lesson.awaitsChoice { try tellQuestion() }
    let (text, question) = (lesson.visit.text.say, lesson.visit.text.question)
    if conversation.isAsked, let words = KeyWords.translation(of: text, question, in: session) { try say(words) }
    if lesson.step.run != nil, lesson.visit.stage == .waiting, !lesson.awaitsChoice {
      if !session.isRunning { try act(.toggleRun) }
      try follow()
    }
    if conversation.isAsked { try say(invitation) }
  }

  /// The question with its choices; of things that can be selected those that a list has room for.
  private mutating func tellQuestion() throws {
    guard let lesson = session.lesson else { return }
    if let question = lesson.visit.text.question { try say(question) }
    for (number, choice) in lesson.visit.text.choices.enumerated() { try say("  \(number + 1): \(choice)") }
    try tellTargets()
  }

  /// What can be typed now.
  private var invitation: String {
    guard let lesson = session.lesson else { return "" }
    if lesson.awaitedPick != nil {
      let example = pickNames.first.map { ", such as \($0)" } ?? ""
      return "Which? Its number or name\(example), and Enter."
    }
    if lesson.awaitsNumber { return "Your answer? A number and Enter." }
    if lesson.awaitsChoice { return "Which? A number and Enter." }
    if lesson.isDone { return "That was the last step. Enter ends it; commands try more." }
    return lesson.isGoalOpen ? "A goal: commands reach it. help lists them." : "Enter goes on; help lists commands."
  }

  /// What was right, once that is known.
  private func tellAnswer() throws {
    guard let lesson = session.lesson, lesson.visit.chosen != nil else { return }
    if let right = lesson.visit.right { try say("The answer: \(lesson.visit.text.choices[right]).") }
    if let right = lesson.visit.rightPicks.first { try say("The answer: \(right.name(in: session.run)).") }
    if let number = lesson.visit.number { try say("The answer: \(Passage.words(for: number)).") }
    if let hint = lesson.hint { try say(hint) }
  }

  /// Reports on the run of a step until it has come to its end.
  private mutating func follow() throws {
    guard session.isRunning else { return }
    var next = 1
    var count = 0
    while session.isRunning {
      let updates = session.updatesToGoal ?? session.run.history.process.cadence.updatesPerEpoch
      try act(.train(updates: min(updates, session.run.history.process.cadence.updatesPerEpoch)))
      count += 1
      guard count == next, session.isRunning else { continue }
      next = Self.later(than: next)
      try report()
    }
    try report()
  }

  // MARK: Where nobody types

  /// Tells the lesson to its end: the first answer is given and what is right is told, and goals are gone past.
  private mutating func tellRest() throws {
    while let lesson = session.lesson {
      if lesson.awaitsChoice {
        giveUp()
        try follow()
        try tellAnswer()
      }
      guard session.lesson?.isAtEnd == false else { return }
      let length = session.lesson?.length
      headless.perform(.lesson(.forward))
      if session.lesson?.length == length { headless.perform(.lesson(.forward)) }
      guard session.lesson?.length != length else { return }
      try tellStep()
    }
  }

  private mutating func giveUp() {
    if session.lesson?.awaitedPick != nil {
      let kind = session.lesson!.awaitedPick!
      if let first = session.moment.targets(of: kind).first { headless.perform(.lesson(.pick(first))) }
    } else {
      headless.perform(.lesson(session.lesson?.awaitsNumber == true ? .answer("0") : .choose(0)))
    }
    if session.lesson?.awaitsChoice == true, session.lesson?.leadsAside == false { headless.perform(.lesson(.forward)) }
  }
}
