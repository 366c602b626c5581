import NeuralNetwork
import Session
import Training

/// The layers as columns of units, the weights as connections: what of it is not the engine's.
public struct NetworkPanel: Sendable {
  /// Signals on their way through the diagram.
  var animation: PulseAnimation?
  /// Whether there are to be any.
  var hasMotion = true
  /// Whether units over a plane show their own maps, not their values alone.
  var showsMaps = true

  /// Which moment of a sequence is looked at, where the network is unrolled in time.
  var sequence = SequencePanel()

  /// What can be done with the panel's picture.
  public enum Action: Hashable, Sendable {
    /// The next picture of a moving signal.
    case animate
    /// Signals move through the diagram, or stand still.
    case toggleMotion
    /// Units show their maps, or their values.
    case toggleMaps
  }

  /// Sends signals through the diagram for what a trainer has just done, unless motion is off.
  mutating func animate(_ trainer: Trainer, _ granularity: Granularity) {
    guard hasMotion else { return }
    animation = PulseAnimation(after: trainer.performed, granularity: granularity, depth: trainer.network.depth)
  }

  /// The next picture of the animation.
  mutating func advanceAnimation() {
    animation?.advance()
    if animation?.isOver == true { animation = nil }
  }

  /// The unit that a key leads to: left and right by layer, up and down by unit.
  static func moved(_ selection: Selection?, _ direction: Visualizer.Action.Direction, in run: Run) -> Selection {
    let layout = run.trainer.network.layout
    guard var place = selection else { return Selection(layer: 0, unit: 0) }
    switch direction {
    case .left: place.layer = max(-1, place.layer - 1)
    case .right: place.layer = min(layout.layers.count - 1, place.layer + 1)
    case .up, .down, .pageUp, .pageDown, .home, .end: place.unit += direction.rows(page: 8)
    }
    place.unit = max(0, min(layout.sizes[place.layer + 1] - 1, place.unit))
    return Selection(layer: place.layer, unit: place.unit)
  }
}

extension State {
  mutating func perform(_ action: NetworkPanel.Action) {
    switch action {
    case .animate: network.advanceAnimation()
    case .toggleMotion:
      network.hasMotion.toggle()
      network.animation = nil
      tell(network.hasMotion ? "signals move" : "signals stand still")
    case .toggleMaps:
      network.showsMaps.toggle()
      tell(network.showsMaps ? "units show their maps" : "units show their values")
    }
  }

  /// The network panel's picture as it is now.
  func networkView(_ session: LearningSession) -> NetworkView {
    NetworkView(
      session: session, panel: network, selection: selection, sample: arithmetic.sample,
      isCovered: arithmetic.isCovered)
  }
}
