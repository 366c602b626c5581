import Experiments
import Session

extension Pick.Target {
  /// What is selected on the screen, where that is of the kind that the lesson's step asks for.
  init?(selectedOn state: State) {
    guard let session = state.session, let kind = session.lesson?.awaitedPick else { return nil }
    let selected =
      kind == .sample ? session.run.lookedAt.map { .sample($0) } : state.selection?.target(as: kind, in: session.run)
    guard let selected else { return nil }
    self = selected
  }
}

extension Selection {
  /// The unit or weight of a pick; nil of a sample.
  init?(_ target: Pick.Target) {
    switch target {
    case .unit(let layer, let unit): self.init(layer: layer, unit: unit)
    case .weight(let layer, let unit, let input): self.init(layer: layer, unit: unit, input: input)
    case .sample: return nil
    }
  }

  /// What is selected as something of a kind; nil where it is of another.
  fileprivate func target(as kind: Pick.Kind, in run: Run) -> Pick.Target? {
    guard layer >= 0 else { return nil }
    let process = run.history.process
    switch kind {
    case .unit: return input == nil ? .unit(layer: layer, unit: unit) : nil
    case .hidden:
      let isHidden =
        process.kind == .recurrent && layer == 0
        || process.kind == .feedforward && layer < process.trainer.network.depth - 1
      return input == nil && isHidden ? .unit(layer: layer, unit: unit) : nil
    case .weight:
      guard let input, process.kind != .hopfield, input < process.point.layout.layers[layer].inputs else { return nil }
      return .weight(layer: layer, unit: unit, input: input)
    case .sample: return nil
    }
  }
}

extension Pick.Kind {
  /// What is asked for, to whoever selects something else.
  var wanted: String {
    switch self {
    case .unit: "a unit is asked for: one of the boxes right of the inputs"
    case .hidden: "a hidden unit is asked for: a box between the inputs and the output"
    case .weight: "a weight is asked for: click its line, or go down to it in panel 5"
    case .sample: "a sample is asked for: N and B look at another"
    }
  }
}
