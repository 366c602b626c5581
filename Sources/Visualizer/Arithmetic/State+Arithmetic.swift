import NeuralNetwork
import Training

extension State {
  /// Moves in the arithmetic: up and down through the unit's weights and its bias, left and right through the samples
  /// of the batch, by pages through the lines.
  mutating func moveInArithmetic(_ direction: Action.Direction) {
    guard let run else { return }
    let network = run.trainer.network
    if selection == nil { selection = Selection(layer: network.depth - 1, unit: 0) }
    switch direction {
    case .left: arithmetic.sample = max(0, arithmetic.sample - 1)
    case .right:
      arithmetic.sample = min(
        max(0, run.trainer.settings.batch.size(of: run.trainer.order.count) - 1), arithmetic.sample + 1)
    case .pageUp: arithmetic.scroll = max(0, (arithmetic.scroll ?? 0) - 8)
    case .pageDown: arithmetic.scroll = (arithmetic.scroll ?? 0) + 8
    case .home: (arithmetic.scroll, selection!.input) = (nil, nil)
    case .up, .down, .end: moveParameter(direction, in: network.layout)
    }
  }

  private mutating func moveParameter(_ direction: Action.Direction, in layout: Parameters.Layout) {
    guard let place = selection, place.layer >= 0 else { return }
    arithmetic.scroll = nil
    let last = layout.layers[place.layer].inputs
    switch direction {
    case .up: selection?.input = place.input.flatMap { $0 > 0 ? $0 - 1 : nil }
    case .down: selection?.input = min(last, place.input.map { $0 + 1 } ?? 0)
    default: selection?.input = last
    }
  }

  /// The index of the parameter that Enter edits, where one is selected.
  var selectedParameter: Int? {
    guard let selection, selection.layer >= 0, selection.input != nil, let run else { return nil }
    let layout = run.trainer.network.layout
    return layout.index(of: selection.parameter(in: layout))
  }

  /// Sets the selected weight or bias to a typed number.
  mutating func setSelectedParameter(_ typed: String) {
    guard let index = selectedParameter else { return }
    guard let value = Float(typed.filter { $0 != " " }), value.isFinite else {
      return warn("a weight is a number, not \"\(typed)\"")
    }
    run?.make(.parameter(index: index, value: value))
    notice = Notice(text: "\(run!.trainer.network.layout.name(at: index)): \(value)", isWarning: false)
  }
}

extension State {
  /// The selected weight or bias with its value.
  var selectedParameterWords: String {
    guard let index = selectedParameter, let network = run?.trainer.network else { return "weight" }
    return "\(network.layout.name(at: index)) = \(network.parameters.values[index])"
  }

  /// Predict, then reveal: each step's numbers are covered until the key is pressed once more.
  mutating func toggleGuessing() {
    arithmetic.isGuessing.toggle()
    arithmetic.isCovered = false
    let words = arithmetic.isGuessing ? "each step is covered until n: guess first" : "steps show their numbers at once"
    notice = Notice(text: words, isWarning: false)
    if arithmetic.isGuessing { focus(on: .arithmetic) }
  }

  /// Shows what is covered in place of a step forward; else covers what the step that follows computes.
  mutating func uncover(back: Bool) -> Bool {
    guard arithmetic.isGuessing else { return false }
    if arithmetic.isCovered, !back {
      arithmetic.isCovered = false
      return true
    }
    arithmetic.isCovered = !back
    return false
  }
}
