import Datasets
import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

extension Run.Findings {
  /// Measures how well random patterns are kept, where the present ones are random and anything has changed in that.
  mutating func measureCapacity(of experiment: Experiment, since old: Experiment?) {
    let plan = experiment.settling
    guard experiment.kind == .hopfield, plan.task == .memory, case .random = plan.patterns, plan.side <= 16 else {
      return capacity = nil
    }
    let isSame = old.map {
      $0.settling.side == plan.side && $0.settling.rule == plan.rule && $0.seed == experiment.seed
    }
    if isSame == true, capacity != nil { return }
    let units = plan.side * plan.side
    let counts = (1...16).map { max(1, units * $0 / (plan.rule == .hebb ? 50 : 16)) }
    let distinct = counts.indices.filter { $0 == 0 || counts[$0] != counts[$0 - 1] }.map { counts[$0] }
    capacity = CapacityCurve(
      units: units, patterns: distinct, rule: plan.rule, tries: 10, seed: experiment.seed)
  }
}

extension Settling {
  /// What takes it from one experiment to another; nil where the network is another.
  func edits(from old: Experiment, to new: Experiment) throws -> [SettlingEdit]? {
    guard new.seed == old.seed, var edits = try networkEdits(to: new) else { return nil }
    let (before, now) = (old.settling, new.settling)
    if now.settings != before.settings { edits.append(.settings(now.settings)) }
    let isAnotherBeginning =
      now.beginning != before.beginning || now.recalled != before.recalled
      || now.beginning == .disturbed && now.disturbance != before.disturbance
    guard case .memory(let memory) = task, isAnotherBeginning else { return edits }
    if now.beginning == .random { return edits + [.restart] }
    guard now.recalled <= memory.patterns.count else {
      throw Mistake(
        .impossible(expected: "one of \(memory.patterns.count) patterns to begin with", found: "\(now.recalled)"))
    }
    return edits + now.opening(of: memory)
  }

  /// Another rule, a pattern more or one less; nil where all patterns are others, or the puzzle is.
  private func networkEdits(to new: Experiment) throws -> [SettlingEdit]? {
    switch task {
    case .energy: return nil
    case .arrangement(let arrangement): return new.settling.puzzle == arrangement.puzzle ? [] : nil
    case .memory(let memory):
      guard new.settling.puzzle == nil,
        case .memory(let wanted) = new.settling.patternsAlone(seed: new.seed),
        var edits = memory.edits(to: wanted)
      else { return nil }
      if new.settling.rule != memory.rule { edits.append(.rule(new.settling.rule)) }
      return edits
    }
  }
}

extension SettlingPlan {
  /// The task with weights that are quickly made.
  fileprivate func patternsAlone(seed: UInt64) -> SettlingTask {
    var plan = self
    plan.rule = .hebb
    return plan.task(seed: seed)
  }
}

extension AssociativeMemory {
  /// What leads to the patterns of another memory: nothing, one more at the end, or one less.
  fileprivate func edits(to other: AssociativeMemory) -> [SettlingEdit]? {
    guard width == other.width, height == other.height else { return nil }
    let (old, new) = (patterns, other.patterns)
    if old == new { return [] }
    if new.count == old.count + 1, Array(new.dropLast()) == old { return [.add(new[new.count - 1])] }
    guard new.count == old.count - 1 else { return nil }
    let place = zip(old, new).prefix { $0 == $1 }.count
    return Array(old.dropFirst(place + 1)) == Array(new.dropFirst(place)) ? [.remove(pattern: place)] : nil
  }
}

extension RecurrentTrainer {
  /// What takes it from one experiment to another; nil where it has to begin anew.
  func edits(from old: Experiment, to new: Experiment) throws -> [RecurrentEdit]? {
    let (before, now) = (old.sequences, new.sequences)
    var kept = now
    (kept.activation, kept.truncation) = (before.activation, before.truncation)
    guard kept == before, new.seed == old.seed, new.network.initializer == old.network.initializer else { return nil }
    _ = try new.recurrentTrainer(for: data)
    var edits: [RecurrentEdit] = []
    if new.training != settings { edits.append(.settings(new.training)) }
    if now.activation != network.activation { edits.append(.activation(now.activation)) }
    if new.network.output != network.output { edits.append(.output(new.network.output)) }
    if now.truncation != truncation { edits.append(.truncation(now.truncation)) }
    return edits
  }
}
