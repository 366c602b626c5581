import LinearAlgebra
import NeuralNetwork
import Plots
import Screen
import Training

extension State {
  /// The layers as columns of units, the weights as connections.
  ///
  /// While it runs, units over a plane show their own maps. While it is stepped, each shows what has been computed so
  /// far for the sample in hand: on the way forward its activation, on the way back its δ.
  func drawNetwork(into frame: inout Frame, in region: Region) {
    guard let run else { return }
    diagram(of: run).draw(into: &frame, in: region, theme: theme)
  }

  /// The unit under the mouse.
  func networkHit(x: Int, y: Int, in region: Region) -> Selection? {
    guard let run, let node = diagram(of: run).layout(in: region).node(atColumn: x, row: y) else { return nil }
    return Selection(layer: node.column - 1, unit: node.index)
  }

  private func diagram(of run: Run) -> Diagram {
    let signals = signals(of: run)
    let weights =
      animation?.isFlash == true ? signals.changes ?? run.trainer.network.parameters : run.trainer.network.parameters
    var diagram = Diagram(
      columns: columns(of: run, signals), gaps: weights.layout.layers.map { $0.connections(of: weights) })
    diagram.pulses = animation?.pulse.map { [$0] } ?? []
    diagram.selection = diagramSelection
    return diagram
  }

  private var diagramSelection: Diagram.Selection? {
    guard let selection else { return nil }
    let layer = selection.layer
    if let input = selection.input, layer >= 0, let layout = run?.trainer.network.layout,
      input < layout.layers[layer].inputs
    {
      return .edge(gap: layer, from: input, to: selection.unit)
    }
    return .node(Diagram.NodeID(column: layer + 1, index: selection.unit))
  }

  /// What the units show: the pass in hand, or while it runs the pass of one sample.
  private func signals(of run: Run) -> Signals {
    isRunning
      ? Signals(pass: run.shownPass)
      : Signals.shown(by: run, sample: arithmetic.sample, isCovered: arithmetic.isCovered)
  }

  private func columns(of run: Run, _ signals: Signals) -> [Diagram.Column] {
    let network = run.trainer.network
    let pictures = isRunning && run.pictureKind == .plane ? run.unitMaps(resolution: 12) : nil
    let inputs = run.trainer.data.inputNames.withoutSharedBeginning.enumerated().map { index, name in
      Diagram.Node(value: signals.input(index), label: name)
    }
    let layers = (0..<network.depth).map { layer in
      let nodes = (0..<network.layout.layers[layer].units).map { unit in
        Diagram.Node(
          value: signals.value(layer: layer, unit: unit), label: run.label(layer: layer, unit: unit),
          bias: Double(network.parameters[bias: layer, unit]), picture: pictures?[layer][unit])
      }
      let name = network.activations[layer].rawValue
      return Diagram.Column(title: signals.showsDelta(layer: layer) ? "δ of \(name)" : name, nodes: nodes)
    }
    return [Diagram.Column(title: "input", nodes: inputs)] + layers
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
  fileprivate func connections(of parameters: Parameters) -> Diagram.Connections {
    Diagram.Connections(
      weights: Array(parameters.values[weights]), fromCount: inputs, toCount: units, isInputMajor: true)
  }
}

extension Run {
  /// The pass of the sample in hand: the first of the batch that is on its way, else the first in the training part.
  var shownPass: Propagation {
    let row = trainer.phase == .input ? 0 : trainer.batchRows.first ?? 0
    var pass = Propagation(layout: trainer.network.layout, capacity: 1)
    pass.load(inputs: trainer.data.training.inputs, targets: trainer.data.training.targets, rows: [row])
    for layer in 0..<trainer.network.depth { pass.forward(layer: layer, of: trainer.network) }
    return pass
  }

  /// The name of a unit: hidden units are numbered, a single output is y, several have names of their own.
  func label(layer: Int, unit: Int) -> String {
    guard layer == trainer.network.depth - 1 else { return "h\(unit + 1)" }
    return trainer.network.layout.outputs == 1 ? "y" : trainer.data.outputNames[unit]
  }

  /// Each unit's activation over the input plane, for pictures of `resolution` by `resolution` points: `[layer][unit]`.
  func unitMaps(resolution: Int) -> [[HeatMap]] {
    plane(width: resolution, height: resolution).unitMaps(of: trainer.network).map { layer in
      layer.map { grid in
        var map = HeatMap(grid, scale: .diverging(limit: 1))
        (map.showsAxes, map.showsLegend) = (false, false)
        return map
      }
    }
  }

  /// A grid over the plane of the two inputs.
  func plane(width: Int, height: Int) -> InputPlane {
    InputPlane(
      x: dataset.domain[0], y: dataset.domain[1], width: width, height: height,
      transform: trainer.data.inputTransform)
  }
}
