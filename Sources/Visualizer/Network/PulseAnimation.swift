import Plots
import Training

/// Signals on their way through the diagram after a step: forward layer by layer, then errors backward, then the weights
/// flash by how much they change.
///
/// It is decoration alone: it never holds a number back and the next key ends it.
struct PulseAnimation: Sendable {
  private let gaps: [(number: Int, isBackward: Bool)]
  private let ticksPerGap: Int
  private let flashTicks: Int
  private var tick = 0

  /// The pulse of a step that ended with a phase; nil where no signal passed a layer.
  init?(after phase: TrainingPhase?, granularity: Granularity, depth: Int) {
    switch (granularity, phase) {
    case (.neuron, .forward(let layer)?), (.layer, .forward(let layer)?): gaps = [(layer, false)]
    case (.neuron, .backward(let layer)?), (.layer, .backward(let layer)?): gaps = [(layer, true)]
    case (.neuron, .update?), (.layer, .update?): gaps = []
    case (.sample, _), (.update, _):
      gaps = (0..<depth).map { ($0, false) } + (0..<depth).reversed().map { ($0, true) }
    case (.neuron, .input?), (.neuron, .error?), (.neuron, .epoch?), (.neuron, nil), (.layer, .input?),
      (.layer, .error?), (.layer, .epoch?), (.layer, nil), (.epoch, _):
      return nil
    }
    ticksPerGap = gaps.count == 1 ? 8 : 4
    flashTicks = phase == .update || phase == .epoch ? 12 : 0
  }

  var isOver: Bool { tick >= gaps.count * ticksPerGap + flashTicks }

  /// Whether the connections show how much they changed.
  var isFlash: Bool { tick >= gaps.count * ticksPerGap && !isOver }

  mutating func advance() { tick += 1 }

  /// Where the signal is now.
  var pulse: Diagram.Pulse? {
    guard tick < gaps.count * ticksPerGap else { return nil }
    let gap = gaps[tick / ticksPerGap]
    let position = (Double(tick % ticksPerGap) + 1) / Double(ticksPerGap)
    return Diagram.Pulse(gap: gap.number, position: position, isBackward: gap.isBackward)
  }
}
