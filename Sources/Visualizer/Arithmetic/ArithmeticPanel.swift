import NeuralNetwork
import Session
import Training

/// One unit in full, or one weight: which sample, and how much of it is covered.
public struct ArithmeticPanel: Hashable, Sendable {
  /// The sample of the batch whose numbers are shown.
  var sample = 0
  /// The line that was scrolled to; nil follows the present phase.
  var scroll: Int?
  /// Whether the numbers of each step stay covered until a key, for a class to guess.
  var isGuessing = false
  /// Whether the numbers of the last step are covered now.
  var isCovered = false
  /// Whether four activations stand beside each other, in place of the unit's arithmetic.
  var comparesActivations = false

  /// What can be done with the arithmetic.
  public enum Action: Hashable, Sendable {
    /// Covers each step's numbers until a key, for a class to guess; or stops doing so.
    case toggleGuessing
    /// Shows four activations on the unit's weighted sum; or its arithmetic again.
    case toggleActivations
  }

  /// Moves in the arithmetic: up and down through the unit's weights and its bias, left and right through the samples of the
  /// batch, by pages through the lines. Returns what is selected then.
  mutating func move(_ direction: Visualizer.Action.Direction, _ selection: Selection?, in run: Run) -> Selection {
    let network = run.trainer.network
    var place = selection ?? Selection(layer: network.depth - 1, unit: 0)
    switch direction {
    case .left: sample = max(0, sample - 1)
    case .right: sample = min(max(0, run.trainer.settings.batch.size(of: run.trainer.order.count) - 1), sample + 1)
    case .pageUp: scroll = max(0, (scroll ?? 0) - 8)
    case .pageDown: scroll = (scroll ?? 0) + 8
    case .home: (scroll, place.input) = (nil, nil)
    case .up, .down, .end:
      guard place.layer >= 0 else { return place }
      scroll = nil
      place.input = parameter(direction, from: place.input, last: network.layout.layers[place.layer].inputs)
    }
    return place
  }

  /// The weight, or with the number of inputs the bias, that a key leads to.
  private func parameter(_ direction: Visualizer.Action.Direction, from input: Int?, last: Int) -> Int? {
    switch direction {
    case .up: input.flatMap { $0 > 0 ? $0 - 1 : nil }
    case .down: min(last, input.map { $0 + 1 } ?? 0)
    case .left, .right, .pageUp, .pageDown, .home, .end: last
    }
  }

  /// Shows what is covered in place of a step forward; else covers what the step that follows computes. Says whether the key
  /// was used up.
  mutating func uncover(back: Bool) -> Bool {
    guard isGuessing else { return false }
    if isCovered, !back {
      isCovered = false
      return true
    }
    isCovered = !back
    return false
  }
}

extension State {
  mutating func perform(_ action: ArithmeticPanel.Action) {
    switch action {
    case .toggleGuessing:
      arithmetic.isGuessing.toggle()
      arithmetic.isCovered = false
      tell(arithmetic.isGuessing ? "each step is covered until n: guess first" : "steps show their numbers at once")
      if arithmetic.isGuessing { focus(on: .arithmetic) }
    case .toggleActivations:
      arithmetic.comparesActivations.toggle()
      if arithmetic.comparesActivations { focus(on: .arithmetic) }
    }
  }
}
