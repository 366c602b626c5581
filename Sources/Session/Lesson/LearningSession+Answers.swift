import Experiments
import NeuralNetwork

/// The learner's answers, and what of a lesson the engine works out: right answers, goals, weights to begin with.
extension LearningSession {
  /// Takes the learner's answer to the step's question: a choice or a typed number.
  mutating func take(answer: Lesson.Action) {
    switch answer {
    case .choose(let choice): choose(choice)
    case .answer(let text): self.answer(text)
    case .pick(let target): pick(target)
    case .forward, .back, .select: break
    }
  }

  /// Makes a choice. Where a run shows what is right, the first choice counts; else a wrong one may be followed by another.
  private mutating func choose(_ choice: Int) {
    guard let lesson, lesson.awaitsChoice, lesson.step.question!.choices.indices.contains(choice) else { return }
    self.lesson?.visit.selected = choice
    if lesson.step.run == nil, let right = lesson.rightChoice(at: moment) {
      guard choice == right else { return noteTry(choice) }
      self.lesson?.visit.right = right
    }
    self.lesson?.visit.chosen = choice
    guard lesson.step.run != nil else { return }
    if let answer = lesson.step.question!.answer { self.lesson?.visit.right = answer }
    runStep()
  }

  /// Gives a typed number as the answer.
  private mutating func answer(_ text: String) {
    guard let lesson, lesson.awaitsNumber, let wanted = lesson.rightNumber(at: moment) else { return }
    guard let given = Numeral.digits(text).flatMap(Double.init), given.isFinite else {
      return say(.lesson(.notANumber(text)))
    }
    self.lesson?.visit.typed = text
    guard abs(given - wanted) <= lesson.step.question!.tolerance + 1e-9 else { return noteTry(0) }
    self.lesson?.visit.number = wanted
    self.lesson?.visit.isFound = true
    self.lesson?.visit.chosen = 0
    if lesson.step.run != nil { runStep() }
  }

  /// Gives what is selected as the answer; where a run shows what is right, the first one counts.
  private mutating func pick(_ target: Pick.Target) {
    guard let lesson, let pick = lesson.visit.pick, lesson.awaitedPick != nil else { return }
    let here = moment
    guard here.targets(of: pick.kind).contains(target) else { return say(.lesson(.pickFirst(pick.kind))) }
    self.lesson?.visit.typed = target.name(in: run)
    self.lesson?.visit.picked = target
    if lesson.step.run == nil {
      let right = lesson.rightPicks(at: here)
      guard right.isEmpty || right.contains(target) else { return noteTry(0) }
      self.lesson?.visit.rightPicks = right
      self.lesson?.visit.isFound = !right.isEmpty
    }
    self.lesson?.visit.chosen = 0
    if lesson.step.run != nil { runStep() }
  }

  private mutating func noteTry(_ choice: Int) {
    let isOpen = lesson?.step.question?.choices.isEmpty == true
    if isOpen || lesson?.visit.tried.contains(choice) == false { lesson?.visit.tried.append(choice) }
    if lesson?.awaitedPick == nil { effects.append(.focus(.lesson)) }
  }

  /// Reminds of the question; after a wrong answer shows the right one.
  mutating func askAgain() {
    guard let lesson else { return }
    if let kind = lesson.awaitedPick {
      guard lesson.visit.tried.isEmpty, !moment.targets(of: kind).isEmpty else { return showRightPick() }
      return say(.lesson(.pickFirst(kind)))
    }
    effects.append(.focus(.lesson))
    guard !lesson.visit.tried.isEmpty else {
      return say(.lesson(lesson.awaitsNumber ? .answerFirst : .guessFirst))
    }
    let (choice, number) = (lesson.rightChoice(at: moment), lesson.rightNumber(at: moment))
    if lesson.awaitsNumber {
      self.lesson?.visit.number = number
      self.lesson?.visit.chosen = 0
    } else {
      self.lesson?.visit.right = choice
      self.lesson?.visit.chosen = choice ?? lesson.visit.selected
    }
    if lesson.step.run != nil { runStep() }
  }

  private mutating func showRightPick() {
    let here = moment
    lesson?.visit.chosen = 0
    lesson?.resolveAnswer(at: here)
    if let right = lesson?.visit.rightPicks.first { effects.append(.select(right)) }
  }

  /// Notes whether the goal of the step is reached; once reached it stays so.
  mutating func lookAtLessonGoal() {
    guard let lesson, lesson.isGoalOpen, let goal = lesson.visit.goal, !isRunning || tally.isEpochEnd else { return }
    guard goal.holds(in: moment) else { return }
    self.lesson?.visit.isGoalReached = true
    say(.lesson(.goalReached))
  }

  /// Gives weights and biases the values that a step names, and lets a restart go back to these; those that the network does
  /// not have are left out.
  mutating func setWeights(_ weights: [LessonStep.WeightValue]) {
    guard !weights.isEmpty, run.history.process.settler == nil else { return }
    var parameters = run.history.process.point
    for weight in weights {
      if let index = ParameterName(weight.name).flatMap({ parameters.layout.index(of: $0) }) {
        parameters.values[index] = weight.value
      } else {
        say(.lesson(.stepRefused("there is no \(weight.name)")))
      }
    }
    run.begin(with: parameters)
    scene.follow(run)
  }
}

extension Lesson {
  /// The right choice of the step's question in a state; nil where none is right or wrong.
  public func rightChoice(at moment: Moment) -> Int? {
    guard let question = step.question else { return nil }
    return visit.conditions.isEmpty ? question.answer : visit.conditions.firstIndex { $0.holds(in: moment) }
  }

  /// What is to be selected on the screen in a state; none where nothing is.
  public func rightPicks(at moment: Moment) -> [Pick.Target] {
    visit.pick.map { moment.right(of: $0, since: visit.entry) } ?? []
  }

  /// The number that the step asks for, in a state; nil where it asks for none.
  public func rightNumber(at moment: Moment) -> Double? { step.question?.number?.value(in: moment) }

  /// Works out what was right of a question that the step's run answers.
  mutating func resolveAnswer(at moment: Moment) {
    guard visit.pick != nil else { return resolveChoice(at: moment) }
    guard visit.chosen != nil, visit.rightPicks.isEmpty else { return }
    visit.rightPicks = rightPicks(at: moment)
    visit.isFound = visit.picked.map { visit.rightPicks.contains($0) } ?? false
  }

  private mutating func resolveChoice(at moment: Moment) {
    if visit.chosen != nil, visit.right == nil { visit.right = rightChoice(at: moment) }
  }

  /// Whether the last step is shown and nothing in it is left to do.
  public var isDone: Bool {
    let isRunOver = if case .reached = visit.stage { true } else { step.run == nil }
    return isAtEnd && isRunOver && !awaitsChoice && !isGoalOpen
  }

  /// Whether the step has a goal that is not reached.
  public var isGoalOpen: Bool { step.goal != nil && !visit.isGoalReached }
}
