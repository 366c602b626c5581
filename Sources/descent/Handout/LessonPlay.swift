import Experiments
import NeuralNetwork
import Screen
import Session
import Visualizer

/// A lesson played by itself from its first step to its last, each question answered and each goal reached, to be written down.
struct LessonPlay {
  private var screen: OffscreenRun

  /// The most slices of training in one step: a goal that is never reached ends there.
  private static let longest = 1_000_000

  init(_ screen: OffscreenRun) { self.screen = screen }

  private var session: LearningSession { screen.state.session! }
  private var lesson: Lesson { session.lesson! }

  /// Plays the lesson and writes its steps down, with a picture of each step that shows something else than the one before.
  mutating func handout() -> Handout {
    var steps: [Handout.Step] = []
    while true {
      steps.append(play(isFirst: steps.isEmpty))
      guard !lesson.isAtEnd else { break }
      let index = lesson.index
      goOn()
      while lesson.index == index, lesson.visit.place.aside != nil {
        _ = play(isFirst: false)
        goOn()
      }
      guard lesson.index > index else { break }
    }
    return Handout(session.run.experiment, steps: steps)
  }

  /// To the next step, past a goal that is open.
  private mutating func goOn() {
    let length = lesson.length
    for _ in 0..<3 where lesson.length == length { perform(.lesson(.forward)) }
  }

  /// The extra steps after each answer that has some, played from here.
  private func asides() -> [Handout.Aside] {
    guard let question = lesson.step.question, lesson.visit.place.aside == nil else { return [] }
    let right = lesson.rightChoice(at: session.moment)
    return question.choices.indices.compactMap { choice in
      guard !question.aside(after: choice, isWrong: right.map { $0 != choice } ?? true).isEmpty else { return nil }
      return aside(after: .choose(choice), called: lesson.visit.text.choices[choice])
    } + (question.choices.isEmpty && !question.wrong.isEmpty ? [wrongAnswer()] : []).compactMap { $0 }
  }

  private func wrongAnswer() -> Handout.Aside? {
    guard let kind = lesson.awaitedPick else { return aside(after: .answer("1e30"), called: nil) }
    let right = lesson.rightPicks(at: session.moment)
    let wrong = session.moment.targets(of: kind).first { !right.contains($0) }
    return wrong.flatMap { aside(after: .pick($0), called: nil) }
  }

  private func aside(after answer: Lesson.Action, called words: String?) -> Handout.Aside? {
    var copy = self
    copy.perform(.lesson(answer))
    copy.finishRun()
    copy.perform(.lesson(.forward))
    var steps: [Handout.Step] = []
    while copy.lesson.visit.place.aside != nil {
      steps.append(copy.play(isFirst: false))
      copy.goOn()
    }
    return steps.isEmpty ? nil : Handout.Aside(answer: words, steps: steps)
  }

  private mutating func play(isFirst: Bool) -> Handout.Step {
    var step = Handout.Step(screen.state)
    step.asides = asides()
    let showsView = isFirst || lesson.step.changes.contains { $0.key == "view" }
    let isGuess = lesson.awaitsChoice
    if showsView, isGuess { step.picture = picture() }
    if isGuess { giveUp() }
    if lesson.step.run != nil {
      if lesson.visit.stage == .waiting, !session.isRunning { perform(.toggleRun) }
      finishRun()
    }
    step.noteAnswer(of: screen.state)
    if showsView, !isGuess { step.picture = picture() }
    if let solution = lesson.step.solution, lesson.isGoalOpen { solve(solution) }
    return step
  }

  /// The panel that the step shows, alone.
  private func picture() -> Handout.Picture? {
    var copy = screen
    let view = session.run.experiment.view
    let panel = copy.state.panels.first { $0.title == view && $0 != .lesson } ?? .network
    copy.perform(.focus(panel))
    if copy.state.zoomed == nil { copy.perform(.zoom) }
    let frame = copy.picture()
    return Handout.Picture(of: copy.state, in: frame)
  }

  /// Has the right answer shown: where a wrong one is asked about again, going on shows it.
  private mutating func giveUp() {
    if lesson.step.run == nil, let right = lesson.rightChoice(at: session.moment) {
      return perform(.lesson(.choose(right)))
    }
    if let right = lesson.rightNumber(at: session.moment) { return perform(.lesson(.answer("\(right)"))) }
    if let kind = lesson.awaitedPick {
      if lesson.step.run == nil, let right = lesson.rightPicks(at: session.moment).first {
        return perform(.lesson(.pick(right)))
      }
      session.moment.targets(of: kind).first.map { perform(.lesson(.pick($0))) }
      if lesson.awaitsChoice { perform(.lesson(.forward)) }
      return
    }
    perform(.lesson(lesson.awaitsNumber ? .answer("0") : .choose(0)))
    if lesson.awaitsChoice { perform(.lesson(.forward)) }
  }

  private mutating func finishRun() {
    var slices = 0
    while session.isRunning, slices < Self.longest {
      perform(.train(updates: session.updatesToGoal ?? 100))
      slices += 1
    }
  }

  /// Does what the step's solution says.
  private mutating func solve(_ solution: LessonStep.Solution) {
    solution.settings.forEach { perform($0) }
    if solution.place != nil { _ = screen.picture() }
    solution.steps(in: session).forEach { perform($0) }
    let updates = solution.updates(in: session)
    if updates > 0 {
      screen.train(updates: updates)
      screen.pause()
    }
    solution.endings.forEach { perform($0) }
  }

  private mutating func perform(_ action: LearningSession.Action) { screen.perform(.session(action)) }
}
