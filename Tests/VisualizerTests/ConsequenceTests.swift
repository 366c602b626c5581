import Foundation
import NeuralNetwork
import ScratchFolder
import Testing

@testable import Experiments
@testable import Session

/// What a change of a setting costs is what the table says.
struct ConsequenceTests {
  /// Values beside a setting's choices.
  private static let more: [String: [String]] = [
    "data.label": ["b"], "data.inputs": ["all but b", "a; c"], "data.columns": ["b: category"],
    "data.missing": ["auto, a: category"], "data.split": ["0.5/0.25/0.25 by group b"], "network.hidden": ["5-3", "7"],
    "network.activation": ["relu relu"], "network.dropout": ["0.5 0"], "title": ["other"], "summary": ["other"],
    "settling.temperature": ["0.7"], "settling.disturb": ["0.3"], "sequences.count": ["30"], "sequences.test": ["30"],
    "sequences.steps": ["12"], "recurrent.truncation": ["3"], "stop": ["train_cost < 0.1"], "optimizer.clip": ["0.5"],
    "data.source": ["moons"], "data.samples": ["20", "60"],
  ]

  /// Runs that have begun: on classes and on numbers of a generator, and on a file with gaps.
  private func runs(_ scratch: Scratch) throws -> [Run] {
    let rows = (0..<60).map {
      "\($0 % 9 == 0 ? "" : "\(Double($0 * 7 % 60) / 4)"),\($0 % 3),\(["x", "y"][$0 / 2 % 2]),\($0 % 4)"
    }
    let path = try scratch.file("rows.csv", (["a,b,c,y"] + rows).joined(separator: "\n") + "\n")
    return try [("circle", []), ("plane", []), (path, []), (path, ["data.task=regression"])].map { source, sets in
      let opened = try Experiment.open(
        source: source, sets: sets + ["network.hidden=[4,2]", "network.activation=tanh"])
      var run = try Run(opened.experiment, dataset: opened.dataset)
      run.train(updates: 3)
      return run
    }
  }

  /// Runs of networks that hear themselves: a memory of letters, one of random patterns, boards, a map, and sequences.
  private func feedbackRuns() throws -> [Run] {
    let sources: [(String, [String])] = [
      ("hopfield-letters", []), ("hopfield-capacity", ["settling.side=6"]), ("queens", []), ("map-colouring", []),
      ("echo", ["sequences.count=40", "sequences.test=20"]),
    ]
    return try sources.map { source, sets in
      let opened = try Experiment.open(source: source, sets: sets)
      var run = try Run(opened.experiment, dataset: opened.dataset)
      run.train(updates: 3)
      return run
    }
  }

  /// What a change really does to a network that hears itself; nil where it does not go with the rest.
  private func feedbackEffect(on run: Run, of changed: Experiment) -> Setting.Consequence? {
    var after = run
    do { try after.adopt(changed) } catch { return nil }
    if after.history.process.updates == 0 || after.history.process.point.layout != run.history.process.point.layout {
      return .newWeights
    }
    let (old, new) = (run.history.process.settler, after.history.process.settler)
    return old?.task.network == new?.task.network || changed.settling.rule != run.experiment.settling.rule
      ? .nothing : .newWeights
  }

  @Test(arguments: Setting.all.filter { [.settling, .sequences].contains($0.group) })
  func aChangeOfFeedbackCostsWhatTheTableSays(setting: Setting) throws {
    var found: Set<Setting.Consequence> = []
    for run in try feedbackRuns() where setting.applies(to: run.experiment) {
      let typed = (Self.more[setting.key] ?? []).compactMap { try? setting.changing(run.experiment, toTyped: $0) }
      let chosen = setting.choices.values.compactMap { try? setting.changing(run.experiment, to: $0) }
      for changed in typed + chosen where changed != run.experiment {
        guard let effect = feedbackEffect(on: run, of: changed) else { continue }
        if setting.consequence == .nothing {
          #expect(effect == .nothing, "\(setting) \(setting.value(in: changed).typed)")
        }
        found.insert(effect)
      }
      let stepped = [1, -1].compactMap { setting.stepped(run.experiment, by: $0) }
      found.formUnion(stepped.compactMap { feedbackEffect(on: run, of: $0) })
    }
    #expect(found.contains(setting.consequence), "\(found)")
  }

  /// A run of one kind of network does not become one of another.
  @Test func theKindStays() throws {
    let opened = try Experiment.open(source: "xor")
    var run = try Run(opened.experiment, dataset: opened.dataset)
    for kind in ["hopfield", "recurrent"] {
      #expect(throws: Mistake.self) { try run.adopt(Setting.kind.changing(run.experiment, to: .text(kind))) }
    }
  }

  /// What a change really does; nil where it does not go with the rest.
  private func effect(on run: Run, of changed: Experiment) -> Setting.Consequence? {
    var after = run
    do {
      let rows = run.needsRows(for: changed) ? try changed.recipe.load() : nil
      try after.adopt(changed, rows: rows)
    } catch { return nil }
    if after.trainer.updates == 0 || weights(after) != weights(run) { return .newWeights }
    return after.trainer.data == run.trainer.data ? .nothing : .newData
  }

  /// All weights without the biases, which a network may be made to do without while it learns.
  private func weights(_ run: Run) -> [Float] {
    let parameters = run.trainer.network.parameters
    return parameters.layout.layers.flatMap { parameters.values[$0.weights] }
  }

  @Test(arguments: Setting.all.filter { ![.settling, .sequences].contains($0.group) && $0 != .kind })
  func aChangeCostsWhatTheTableSays(setting: Setting) throws {
    let scratch = try Scratch()
    let exam = try scratch.file("exam.csv", "y,a,c,b\n1,2.5,x,0\n3,,y,2\n")
    let texts = setting == .testFile ? [exam] : Self.more[setting.key] ?? []
    var found: Set<Setting.Consequence> = []
    for run in try runs(scratch) {
      let typed = texts.compactMap { try? setting.changing(run.experiment, toTyped: $0) }
      let chosen = setting.choices.values.compactMap { try? setting.changing(run.experiment, to: $0) }
      let stepped = [1, -1].compactMap { setting.stepped(run.experiment, by: $0) }
      for changed in typed + chosen + stepped where changed != run.experiment {
        guard let effect = effect(on: run, of: changed) else { continue }
        let isOtherShape =
          (try? Run(changed, dataset: changed.recipe.load()))?.trainer.network.layout != run.trainer.network.layout
        switch setting.consequence {
        case .nothing: #expect(effect == .nothing, "\(setting) \(setting.value(in: changed).typed)")
        case .newData:
          #expect(effect != .newWeights || isOtherShape, "\(setting) \(setting.value(in: changed).typed)")
        case .newWeights: break
        }
        found.insert(effect)
      }
    }
    #expect(found.contains(setting.consequence), "\(found)")
  }
}
