import LinearAlgebra
import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// The layers as columns of units, the weights as connections.
///
/// While it runs, units over a plane show their own maps. While it is stepped, each shows what has been computed so
/// far for the sample in hand: on the way forward its activation, on the way back its δ.
struct NetworkView {
  let session: LearningSession
  let panel: NetworkPanel
  let selection: Selection?
  /// The sample of the batch whose numbers are shown.
  let sample: Int
  /// Whether the numbers of the last step are covered.
  let isCovered: Bool

  private var run: Run { session.run }

  func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    diagram.draw(into: &frame, in: region, theme: theme)
  }

  /// The unit or the weight under the mouse.
  func hit(x: Int, y: Int, in region: Region, theme: Theme) -> Selection? {
    switch diagram.hit(atColumn: x, row: y, in: region, theme: theme) {
    case .node(let node): Selection(layer: node.column - 1, unit: node.index)
    case .edge(let gap, let from, let to): Selection(layer: gap, unit: to, input: from)
    case nil: nil
    }
  }

  /// What the connections show where that is not the weights: what an update adds to them, or the blame on the way back.
  var caption: String? {
    if panel.animation?.isFlash == true, signals.changes != nil { return "lines: Δw of the update" }
    return !session.isRunning && signals.blame(run.trainer.network.parameters) != nil ? "lines: w·δ, the blame" : nil
  }

  private var diagram: Diagram {
    let signals = signals
    let weights = run.trainer.network.parameters
    let shown = (panel.animation?.isFlash == true ? signals.changes : nil) ?? signals.blame(weights) ?? weights
    var diagram = Diagram(
      columns: columns(signals),
      gaps: shown.layout.layers.map { $0.connections(of: shown, shown == weights ? step : nil) })
    diagram.pulses = panel.animation?.pulse.map { [$0] } ?? []
    diagram.selection = diagramSelection
    diagram.isolatesSelection = true
    diagram.showsWeights = true
    return diagram
  }

  /// What the last step added to each weight, where it was made in this network.
  private var step: Parameters? { run.lastStep.flatMap { $0.layout == run.trainer.network.layout ? $0 : nil } }

  private var diagramSelection: Diagram.Selection? {
    guard let selection else { return nil }
    let layer = selection.layer
    if let input = selection.input, layer >= 0, input < run.trainer.network.layout.layers[layer].inputs {
      return .edge(gap: layer, from: input, to: selection.unit)
    }
    return .node(Diagram.NodeID(column: layer + 1, index: selection.unit))
  }

  /// What the units show: the pass in hand, or while it runs the pass of one sample.
  private var signals: Signals {
    session.isRunning
      ? Signals(running: run) : Signals.shown(by: run, sample: sample, isCovered: isCovered)
  }

  private func columns(_ signals: Signals) -> [Diagram.Column] {
    let network = run.trainer.network
    let pictures = panel.showsMaps ? run.unitPictures(resolution: 12) : nil
    let inputs = run.trainer.data.inputNames.withoutSharedBeginning.enumerated().map { index, name in
      Diagram.Node(value: signals.input(index), label: name)
    }
    let layers = (0..<network.depth).map { layer in
      let isLast = layer == network.depth - 1
      let nodes = (0..<network.layout.layers[layer].units).map { unit in
        var node = Diagram.Node(
          value: signals.value(layer: layer, unit: unit), label: run.label(layer: layer, unit: unit),
          bias: Double(network.parameters[bias: layer, unit]),
          picture: signals.showsDelta(layer: layer) ? nil : pictures?[layer][unit])
        if isLast { (node.notes, node.isWanted) = (signals.notes(output: unit), signals.isWanted(output: unit)) }
        return node
      }
      let name = network.activations[layer].rawValue
      return Diagram.Column(
        title: signals.showsDelta(layer: layer) ? "δ of \(name)" : name, nodes: nodes,
        order: isLast ? nil : strongest(column: layer + 1))
    }
    return [Diagram.Column(title: "input", nodes: inputs, order: strongest(column: 0))] + layers
  }

  /// The units of a column by the sum of their outgoing |weights|, the strongest first, where they are many.
  private func strongest(column: Int) -> [Int]? {
    let parameters = run.trainer.network.parameters
    let layer = parameters.layout.layers[column]
    guard layer.inputs > 12 else { return nil }
    var sums = Array(repeating: Float(0), count: layer.inputs)
    for unit in 0..<layer.units {
      for input in 0..<layer.inputs {
        sums[input] += parameters.values[layer.index(unit: unit, input: input)].magnitude
      }
    }
    return sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
  }
}

extension [String] {
  /// The names without what all begin with, up to a separator: of `pixel_0_1` and `pixel_0_2`, `1` and `2` remain.
  var withoutSharedBeginning: [String] {
    guard count > 1, let first else { return self }
    let shared = dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
    guard let separator = shared.lastIndex(where: { "_-. ".contains($0) }) else { return self }
    let beginning = shared.distance(from: shared.startIndex, to: separator) + 1
    return allSatisfy { $0.count > beginning } ? map { String($0.dropFirst(beginning)) } : self
  }
}

extension Parameters.Layer {
  fileprivate func connections(of parameters: Parameters, _ step: Parameters?) -> Diagram.Connections {
    Diagram.Connections(
      weights: Array(parameters.values[weights]), changes: step.map { Array($0.values[weights]) }, fromCount: inputs,
      toCount: units, isInputMajor: true)
  }
}
