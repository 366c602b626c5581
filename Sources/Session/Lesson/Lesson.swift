import Experiments
import Training

/// The lesson of an experiment as far as the learner has come.
///
/// Every step that has been entered keeps the moment of its entry, so that going back is exact to the last bit; what has
/// been gone back from is kept as well, and is returned to unless training has gone another way meanwhile.
public struct Lesson: Sendable {
  /// All steps in their order, at least one.
  public let steps: [LessonStep]
  /// The steps entered so far, each as the learner left it; the last one is shown.
  private(set) var visits: [Visit]
  /// The step that is to be entered as soon as its rows have been read.
  var awaited: Int?
  /// What has been gone back from, the nearest last.
  private(set) var departures: [Departure] = []

  /// The run and its surface, as they are at some time.
  public struct Moment: Sendable {
    var run: Run
    let scene: SurfaceScene
    /// How often the sealed test part had been opened.
    let unsealings: Int
    /// What it said then.
    let report: TestReport?
    /// What is picked, while it is worked out which is right.
    var picking: PickNumbers?
  }

  /// Where a step is in its lesson.
  public struct Place: Hashable, Sendable {
    /// The number of the step, from 0; beside the way that of the step whose question led there.
    public let index: Int
    /// The steps beside the way, and the number of the one among them, from 0; nil on the way.
    public var aside: Aside?

    /// The extra steps that follow an answer.
    public struct Aside: Hashable, Sendable {
      /// All of them.
      public let steps: [LessonStep]
      /// Which of them, from 0.
      public let number: Int
    }
  }

  /// One step and what the learner has done in it.
  public struct Visit: Sendable {
    /// The step, and where it is.
    let step: LessonStep
    public let place: Place
    /// How everything was as the way was left; nil but for the first step beside it.
    let leaving: Moment?
    /// When the step was entered, its settings made.
    var entry: Moment
    /// The texts of the step.
    public let text: LessonText
    /// What the learner is to bring about; nil where there is nothing.
    public let goal: Formula?
    /// When each choice is right.
    public let conditions: [Formula]
    /// What is to be selected on the screen; nil where nothing is.
    public let pick: Pick?
    /// What the text says that can be checked.
    public let facts: [Formula]
    /// How far the run of the step has come.
    public internal(set) var stage = Stage.waiting
    /// Whether the run goes as fast as it can to where it ends.
    public internal(set) var isHurried = false
    /// The choice that the cursor is on, and the one that was made.
    public internal(set) var selected = 0
    /// The choice that was made, by its index; nil before. 0 where a number was asked for and has been found or shown.
    public internal(set) var chosen: Int?
    /// What was chosen before and was wrong, the last one last; of numbers how many, each 0.
    public internal(set) var tried: [Int] = []
    /// The number that was typed last, or what was selected, by its name.
    public internal(set) var typed: String?
    /// What was selected last as the answer.
    public internal(set) var picked: Pick.Target?
    /// The right ones of what can be selected, once they have been worked out.
    public internal(set) var rightPicks: [Pick.Target] = []
    /// Whether the learner has found the number, or what was to be selected.
    public internal(set) var isFound = false
    /// The right choice, once it has been worked out.
    public internal(set) var right: Int?
    /// The right number, once it has been found or shown.
    public internal(set) var number: Double?
    /// Whether the learner has brought about what the step asks for.
    public internal(set) var isGoalReached = false
    /// Whether going on has been asked for although the goal is not reached.
    var isLeaving = false

    /// Begins a step that is entered now.
    init(_ step: LessonStep, at place: Place, entry: Moment, leaving: Moment? = nil) {
      (self.step, self.place, self.entry, self.leaving) = (step, place, entry, leaving)
      text = LessonText(step, at: entry)
      goal = step.goal?.settled(in: entry)
      conditions = step.question?.conditions.map { $0.settled(in: entry) } ?? []
      pick = step.question?.pick?.settled(in: entry)
      facts = step.facts.map { $0.settled(in: entry) }
    }
  }

  struct Departure: Sendable {
    let visit: Visit
    let moment: Moment
  }

  /// How far the run that a step asks for has come.
  public enum Stage: Hashable, Sendable {
    /// The run has not begun.
    case waiting
    /// The run goes on; it began when so much had been trained.
    case started(at: Tally)
    /// It has ended; with the value of the measure that it waited for.
    case reached(Double?)
  }

  /// What a learner can do with a lesson.
  public enum Action: Hashable, Sendable {
    /// On: runs the step, brings its run to the end, or enters the next.
    case forward
    /// To the step before, as it was when it was entered.
    case back
    /// Moves the cursor among the choices of a question.
    case select(by: Int)
    /// Makes a choice, by its index, the answer to the question.
    case choose(Int)
    /// Gives a typed number as the answer.
    case answer(String)
    /// Gives what is selected on the screen as the answer.
    case pick(Pick.Target)
  }

  /// Begins with the first of the steps. Traps unless there is one.
  init(_ steps: [LessonStep], at moment: Moment) {
    precondition(!steps.isEmpty, "a lesson has at least one step, got none")
    self.steps = steps
    visits = [Visit(steps[0], at: Place(index: 0), entry: moment)]
  }

  /// Goes on in a step; those before begin where it does, as their own moments are past. Traps unless there is such a step.
  init(resumedAt place: LessonPlace, _ moment: Moment) {
    precondition(place.steps.indices.contains(place.index), "no step \(place.index) in \(place.steps.count)")
    steps = place.steps
    visits = (0...place.index).map { Visit(place.steps[$0], at: Place(index: $0), entry: moment) }
    visit.recall(place)
  }

  /// Goes on in one of the extra steps after the question that it is at; those before begin where it does.
  ///
  /// - Parameters:
  ///   - place: The place among the extra steps. Traps unless there is such a step.
  ///   - leaving: How everything was as the way was left.
  mutating func goOn(beside place: LessonPlace, _ moment: Moment, leaving: Moment) {
    precondition(place.steps.indices.contains(place.index), "no extra step \(place.index) in \(place.steps.count)")
    for number in 0...place.index {
      let aside = Place(index: index, aside: .init(steps: place.steps, number: number))
      visits.append(Visit(place.steps[number], at: aside, entry: moment, leaving: number == 0 ? leaving : nil))
    }
    visit.recall(place)
  }

  /// The number of the step that is shown, from 0; beside the way that of the step whose question led there.
  public var index: Int { visit.place.index }

  /// Whether the learner has done anything in it: gone on from its first step, or answered there.
  public var hasBegun: Bool { index > 0 || visit.place.aside != nil || visit.chosen != nil || !visit.tried.isEmpty }
  /// The step that is shown.
  public var step: LessonStep { visit.step }
  /// How many steps have been entered, and not gone back from.
  public var length: Int { visits.count }
  /// Whether nothing follows the step that is shown.
  public var isAtEnd: Bool { next == nil }

  /// What the learner has done in the step that is shown.
  public internal(set) var visit: Visit {
    get { visits[visits.count - 1] }
    set { visits[visits.count - 1] = newValue }
  }

  /// Whether the step asks for a choice or a number that has not been given.
  public var awaitsChoice: Bool { visit.chosen == nil && step.question?.takesAnswer == true }

  /// Whether the step asks for a number that has not been given.
  public var awaitsNumber: Bool { awaitsChoice && step.question?.number != nil }

  /// What the step asks to be selected on the screen, as long as it has not been; nil where it asks for something else.
  public var awaitedPick: Pick.Kind? { awaitsChoice ? visit.pick?.kind : nil }

  /// What is said to the learner of the answer that was wrong last; nil where nothing was wrong, or nothing is said of it.
  public var hint: String? {
    if let chosen = visit.chosen {
      if visit.pick != nil { return visit.tried.isEmpty && visit.isPickWrong ? hint(for: 0) : nil }
      guard let right = visit.right, right != chosen, step.question?.number == nil else { return nil }
      return hint(for: chosen)
    }
    return visit.tried.last.flatMap { hint(for: $0) }
  }

  private func hint(for choice: Int) -> String? {
    visit.text.hints.indices.contains(choice) ? visit.text.hints[choice] : nil
  }
}

extension Lesson.Visit {
  /// What has been said to the step's question, to be kept.
  var answer: LessonPlace.Answer {
    LessonPlace.Answer(
      right: right, typed: typed, number: number, picked: picked, rightPicks: rightPicks, isFound: isFound,
      tried: tried)
  }

  fileprivate mutating func recall(_ kept: LessonPlace) {
    chosen = kept.chosen
    selected = kept.chosen ?? 0
    // What was kept without an answer is judged by the right choice that the file names.
    right = kept.chosen == nil ? nil : step.question?.answer
    if kept.isDone { stage = .reached(nil) }
    guard let answer = kept.answer else { return }
    (right, typed, number) = (answer.right, answer.typed, answer.number)
    (picked, rightPicks, isFound) = (answer.picked, answer.rightPicks, answer.isFound)
    tried = answer.tried
  }

  /// Whether something else was selected than what has turned out to be right.
  public var isPickWrong: Bool { picked != nil && !rightPicks.isEmpty && !isFound }
}

// MARK: Back and forward

extension Lesson {
  /// The most memory for the pasts of all the kept runs, in bytes: those of the oldest give way.
  private static let budget = 64 << 20

  /// Enters a step; what had been gone back from is given up.
  ///
  /// - Parameter leaving: how everything was before, where the way is left.
  mutating func enter(_ place: Place, at moment: Moment, leaving: Moment?) {
    departures = []
    visits.append(Visit(step(at: place), at: place, entry: moment, leaving: leaving))
    shorten()
  }

  /// Goes back to the step before, or to the beginning of the first one; returns how it was when it was entered.
  mutating func back(from moment: Moment) -> Moment {
    if visits.count > 1 {
      departures.append(Departure(visit: visits.removeLast(), moment: moment))
      shorten()
    }
    visit = Visit(step, at: visit.place, entry: visit.entry, leaving: visit.leaving)
    return visit.entry
  }

  /// Returns to the step that was gone back from last; nil where there is none, or where this step has gone on since.
  mutating func forth(from moment: Moment) -> Moment? {
    guard canGoForth(from: moment), let departure = departures.popLast() else { return nil }
    visits.append(departure.visit)
    return departure.moment
  }

  /// Whether the step was gone back to and nothing has happened in it since.
  public func canGoForth(from moment: Moment) -> Bool {
    !departures.isEmpty && visit.chosen == nil && visit.tried.isEmpty && moment.isSamePlace(as: visit.entry)
  }

  /// The step that going on returns to, by its number from 0; nil where none was gone back from.
  public var returnsTo: Int? { departures.last?.visit.place.index }

  /// Begins the first step at other weights.
  mutating func restart(at moment: Moment) { self = Lesson(steps, at: moment) }

  private mutating func shorten() {
    var bytes = visits.reduce(0) { $0 + $1.entry.run.history.bytes }
    for number in visits.indices where bytes > Lesson.budget {
      bytes -= visits[number].entry.run.history.bytes
      visits[number].entry.run.forgetPast()
    }
  }
}

extension Lesson.Moment {
  /// Whether neither training nor anything on the surface has moved between two moments.
  fileprivate func isSamePlace(as other: Lesson.Moment) -> Bool {
    run.history.position == other.run.history.position && run.history.current == other.run.history.current
      && run.history.lastEdit == other.run.history.lastEdit && scene.steps == other.scene.steps
  }
}
