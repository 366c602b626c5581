import LinearAlgebra
import NeuralNetwork
import Plots
import Screen
import Training

extension State {
  /// The layers as columns of units, the weights as connections.
  ///
  /// While it runs, units over a plane show their own maps; while it stands still, each shows its activation for the
  /// sample in hand.
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
    let network = run.trainer.network
    var diagram = Diagram(columns: columns(of: run), gaps: network.layout.layers.map { $0.connections(in: network) })
    diagram.pulses = animation?.pulse.map { [$0] } ?? []
    if let selection {
      let node = Diagram.NodeID(column: selection.layer + 1, index: selection.unit)
      diagram.selection =
        if let input = selection.input, selection.layer >= 0 {
          .edge(gap: selection.layer, from: input, to: selection.unit)
        } else { .node(node) }
    }
    return diagram
  }

  private func columns(of run: Run) -> [Diagram.Column] {
    let (network, shown) = (run.trainer.network, run.shownPass)
    let pictures = isRunning && run.pictureKind == .plane ? run.unitMaps(resolution: 12) : nil
    let inputs = run.trainer.data.inputNames.enumerated().map { index, name in
      Diagram.Node(value: Double(shown.inputs[index]), label: name)
    }
    let layers = (0..<network.depth).map { layer in
      let nodes = (0..<network.layout.layers[layer].units).map { unit in
        Diagram.Node(
          value: Double(shown.layers[layer].a[unit]), label: run.label(layer: layer, unit: unit),
          bias: Double(network.parameters[bias: layer, unit]), picture: pictures?[layer][unit])
      }
      return Diagram.Column(title: network.activations[layer].rawValue, nodes: nodes)
    }
    return [Diagram.Column(title: "input", nodes: inputs)] + layers
  }
}

extension Parameters.Layer {
  fileprivate func connections(in network: Network) -> Diagram.Connections {
    Diagram.Connections(
      weights: Array(network.parameters.values[weights]), fromCount: inputs, toCount: units, isInputMajor: true)
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

  /// The name of a unit: outputs have names of their own, hidden units are numbered.
  func label(layer: Int, unit: Int) -> String {
    layer == trainer.network.depth - 1 ? trainer.data.outputNames[unit] : "h\(unit + 1)"
  }

  /// Each unit's activation over the input plane, for pictures of `resolution` by `resolution` points: `[layer][unit]`.
  func unitMaps(resolution: Int) -> [[HeatMap]] {
    let (x, y) = (dataset.domain[0], dataset.domain[1])
    let points = planePoints(x, y, width: resolution, height: resolution)
    var pass = Propagation(layout: trainer.network.layout, capacity: points.rows)
    pass.load(inputs: trainer.data.inputTransform(points))
    return trainer.network.layout.layers.indices.map { layer in
      pass.forward(layer: layer, of: trainer.network)
      let units = trainer.network.layout.layers[layer].units
      return (0..<units).map { unit in
        let values = (0..<points.rows).map { Double(pass.layers[layer].a[$0 * units + unit]) }
        var map = HeatMap(
          Grid(width: resolution, height: resolution, values: values), scale: .diverging(limit: 1))
        (map.showsAxes, map.showsLegend) = (false, false)
        return map
      }
    }
  }
}

/// The points of a grid over the plane, row by row from the lower left.
func planePoints(_ x: ClosedRange<Float>, _ y: ClosedRange<Float>, width: Int, height: Int) -> Matrix {
  var points = Matrix(rows: width * height, columns: 2)
  for row in 0..<height {
    for column in 0..<width {
      points[row * width + column, 0] = x.lowerBound + (x.upperBound - x.lowerBound) * Float(column) / Float(width - 1)
      points[row * width + column, 1] = y.lowerBound + (y.upperBound - y.lowerBound) * Float(row) / Float(height - 1)
    }
  }
  return points
}
