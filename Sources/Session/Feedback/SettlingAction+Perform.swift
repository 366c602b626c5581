import Datasets
import Experiments
import NeuralNetwork
import Training

extension SettlingAction {
  /// How many settlings are made to learn how often they succeed.
  private static let trials = 100

  /// Does it to a session.
  func perform(in session: inout LearningSession) {
    guard let settler = session.run.history.process.settler else {
      return session.say(.refused("only a Hopfield network settles"))
    }
    session.isRunning = false
    switch self {
    case .flip(let unit): flip(&session, unit, of: settler)
    case .disturb: disturb(&session, settler)
    case .cover: cover(&session, settler)
    case .store: store(&session, settler)
    case .forget: forget(&session, settler)
    case .heat: heat(&session)
    case .tryManyTimes: tryManyTimes(&session, settler)
    case .recall(let choice): recall(&session, choice)
    }
  }

  private func flip(_ session: inout LearningSession, _ unit: Int, of settler: Settling) {
    guard settler.state.units.indices.contains(unit) else { return }
    session.run.make(session.run.history.process.edit(.flip(unit: unit)))
    session.say(
      .settling(.flipped(settler.name(of: unit), energy: session.run.history.process.settler!.energy - settler.energy)))
  }

  private func disturb(_ session: inout LearningSession, _ settler: Settling) {
    let share = session.run.experiment.settling.disturbance
    session.run.make(session.run.history.process.edit(.disturb(share: share)))
    session.say(.settling(.disturbed(units: Int((share * Float(settler.network.count)).rounded()))))
  }

  private func cover(_ session: inout LearningSession, _ settler: Settling) {
    let rows = settler.network.count / settler.task.columns
    session.run.make(session.run.history.process.edit(.cover(rows: rows / 2..<rows, columns: 0..<settler.task.columns)))
    session.say(.settling(.covered))
  }

  /// The patterns become ones that are drawn, so that they are part of what is asked for.
  private func store(_ session: inout LearningSession, _ settler: Settling) {
    guard case .memory(let memory) = settler.task else { return session.say(.refused("a puzzle stores no patterns")) }
    guard !memory.patterns.contains(where: { $0.units == settler.state.units }) else {
      return session.say(.refused("this pattern is stored already"))
    }
    guard memory.patterns.count < memory.count else {
      return session.say(.refused("there are as many patterns as units: forget one first"))
    }
    let name = (1...).lazy.map { "new \($0)" }.first { name in !memory.patterns.contains { $0.name == name } }!
    let pattern = Pattern(name: name, width: memory.width, height: memory.height, units: settler.state.units)
    adopt(&session, patterns: memory.patterns + [pattern], .stored(name))
  }

  private func forget(_ session: inout LearningSession, _ settler: Settling) {
    guard case .memory(let memory) = settler.task else { return session.say(.refused("a puzzle stores no patterns")) }
    guard memory.patterns.count > 1, let nearest = memory.nearest(to: settler.state.units) else {
      return session.say(.refused("the last pattern stays"))
    }
    var patterns = memory.patterns
    patterns.remove(at: nearest)
    adopt(&session, patterns: patterns, .forgot(memory.patterns[nearest].name))
  }

  private func adopt(_ session: inout LearningSession, patterns: [Pattern], _ news: SettlingNews) {
    var changed = session.run.experiment
    changed.settling.patterns = .drawn(patterns)
    if changed.settling.recalled > patterns.count { changed.settling.recalled = 1 }
    do {
      try session.run.adopt(changed)
      session.say(.settling(news))
    } catch {
      session.say(.refused(String(describing: error)))
    }
  }

  private func heat(_ session: inout LearningSession) {
    let start = session.run.history.process.settler!.settings.annealing.start
    if start > 0 { session.run.make(session.run.history.process.edit(.heat)) }
    session.say(.settling(.heated(start > 0 ? start : nil)))
  }

  private func tryManyTimes(_ session: inout LearningSession, _ settler: Settling) {
    let isPuzzle = if case .arrangement = settler.task { true } else { false }
    let trials = session.run.experiment.settling.trials(of: settler, count: Self.trials)
    session.run.findings.trials = trials
    session.say(.settling(.tried(trials, isPuzzle: isPuzzle)))
  }

  /// Sets the units to the next or previous pattern, or to one by its number.
  private func recall(_ session: inout LearningSession, _ choice: SampleChoice) {
    guard case .memory(let memory)? = session.run.history.process.settler?.task, !memory.patterns.isEmpty else {
      return session.say(.refused("a puzzle stores no patterns"))
    }
    let (count, present) = (
      memory.patterns.count, memory.nearest(to: session.run.history.process.settler!.state.units) ?? 0
    )
    let number: Int
    switch choice {
    case .next, .worst, .random: number = (present + 1) % count
    case .previous: number = (present + count - 1) % count
    case .ofClass(let chosen), .row(let chosen): number = min(max(0, chosen), count - 1)
    case .none: return
    }
    session.run.make(session.run.history.process.edit(.recall(pattern: number)))
    session.say(.settling(.recalled(memory.patterns[number].name)))
  }
}

extension Setting {
  /// Why it cannot be changed in a kind of network.
  func refusal(in kind: NetworkKind) -> String { Mistake(.noPart(setting: label, of: kind)).description }
}
