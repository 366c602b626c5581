import LinearAlgebra
import NeuralNetwork
import Testing

/// A batch of sequences, made up.
struct RecurrentBatch {
  var network: RecurrentNetwork
  let x, y: [[[Float]]]
  let asked: [[Bool]]

  init(inputs: Int, units: Int, outputs: Int, lengths: [Int], activation: Activation, output: Activation, seed: UInt64)
  {
    var stream = RandomStream(seed: seed, purpose: .data)
    network = RecurrentNetwork(inputs: inputs, units: units, outputs: outputs, activation: activation, output: output)
    network.initialize(with: .lecun, from: &stream)
    func rows(_ width: Int, _ stream: inout RandomStream) -> [[[Float]]] {
      lengths.map { length in (0..<length).map { _ in (0..<width).map { _ in stream.uniform(-1, 1) } } }
    }
    x = rows(inputs, &stream)
    y = rows(outputs, &stream)
    asked = lengths.map { length in (0..<length).map { $0 == length - 1 || stream.uniform() < 0.6 } }
  }

  var targetCount: Int { asked.joined().count { $0 } }

  func load(_ pass: inout RecurrentPropagation, truncation: Int?) {
    var sequences: [Range<Int>] = []
    for rows in x {
      sequences.append((sequences.last?.upperBound ?? 0)..<(sequences.last?.upperBound ?? 0) + rows.count)
    }
    let count = sequences.last?.upperBound ?? 0
    pass.load(
      inputs: Matrix(rows: count, columns: network.inputs, elements: x.joined().flatMap { $0 }),
      targets: Matrix(rows: count, columns: network.outputs, elements: y.joined().flatMap { $0 }),
      isAsked: asked.flatMap { $0 }, sequences: sequences, of: network, truncation: truncation)
  }

  func pass(truncation: Int? = nil, stepwise: Bool = false) -> RecurrentPropagation {
    var pass = RecurrentPropagation(of: network)
    load(&pass, truncation: truncation)
    if stepwise {
      for step in 0..<pass.steps { pass.forward(step..<step + 1, of: network) }
    } else {
      pass.forward(0..<pass.steps, of: network)
    }
    pass.error(cost: .quadratic, of: network)
    if stepwise {
      for step in (0..<pass.steps).reversed() { pass.backward(step..<step + 1, of: network) }
    } else {
      pass.backward(0..<pass.steps, of: network)
    }
    return pass
  }
}

/// The kernels give the bits of the plain loops, whole or step by step.
@Suite struct RecurrentKernelTests {
  @Test(arguments: [1, 2, 3, 4, 5, 8, 15, 16, 17, 33], [[6], [5, 5, 5, 5], [3, 7, 1, 4, 7]])
  func passesEqualPlainLoops(units: Int, lengths: [Int]) {
    for activation in RecurrentNetwork.activations {
      for (truncation, output) in [(nil, Activation.tanh), (3, .linear), (1, .sigmoid)] as [(Int?, Activation)] {
        let batch = RecurrentBatch(
          inputs: 2, units: units, outputs: 3, lengths: lengths, activation: activation, output: output,
          seed: UInt64(units))
        compare(batch, truncation: truncation)
      }
    }
  }

  private func compare(_ batch: RecurrentBatch, truncation: Int?) {
    let pass = batch.pass(truncation: truncation)
    #expect(pass == batch.pass(truncation: truncation, stepwise: true))
    var plain = batch.x.indices.map { sample in
      PlainRecurrence<Float>(
        batch.network, batch.x[sample], batch.y[sample], batch.asked[sample], PlainRecurrence.functions(batch.network))
    }
    var gradient = Array(repeating: Float(0), count: batch.network.layout.count)
    for sample in plain.indices {
      plain[sample].forward()
      plain[sample].backward(cut: truncation ?? 1000)
    }
    for step in 0..<pass.steps {
      for sample in plain.indices where step < plain[sample].x.count {
        compare(pass, plain[sample], step, sample)
        plain[sample].addGradient(step..<step + 1, to: &gradient)
      }
    }
    let share = 1 / Float(batch.targetCount)
    #expect(pass.gradient(of: batch.network).values == gradient.map { $0 * share })
  }

  private func compare(_ pass: RecurrentPropagation, _ plain: PlainRecurrence<Float>, _ step: Int, _ sample: Int) {
    func row(_ view: VectorView, _ width: Int) -> [Float] { Array(view.dropFirst(sample * width).prefix(width)) }
    let (hidden, readout) = (pass.hidden(step), pass.readout(step))
    #expect(row(hidden.z, pass.units) == plain.z[step])
    #expect(row(hidden.a, pass.units) == plain.h[step])
    #expect(row(hidden.delta, pass.units) == plain.delta[step])
    #expect(row(readout.z, pass.outputs) == plain.outputZ[step])
    #expect(row(readout.a, pass.outputs) == plain.a[step])
    #expect(row(readout.delta, pass.outputs) == plain.outputDelta[step])
  }

  /// Central differences of the cost in double precision against the gradient in double precision, to 1e-6; and the engine's
  /// single precision against both.
  @Test(arguments: RecurrentNetwork.activations, [4, 7]) func gradientIsThatOfDifferences(
    activation: Activation, units: Int
  ) {
    let batch = RecurrentBatch(
      inputs: 2, units: units, outputs: 2, lengths: [9, 6, 12], activation: activation, output: .linear, seed: 8)
    var exact = Array(repeating: 0.0, count: batch.network.layout.count)
    var plain = batch.x.indices.map { sample in
      PlainRecurrence<Double>(
        batch.network, batch.x[sample], batch.y[sample], batch.asked[sample], PlainRecurrence.functions(batch.network))
    }
    for sample in plain.indices {
      plain[sample].forward()
      plain[sample].backward(cut: 1000)
      plain[sample].addGradient(0..<batch.x[sample].count, to: &exact)
    }
    let scale = exact.reduce(0) { max($0, abs($1)) }
    let engine = batch.pass().gradient(of: batch.network)
    for index in exact.indices {
      let difference = plain.reduce(0.0) { $0 + self.difference(of: $1, at: index) }
      #expect(abs(difference - exact[index]) < 1e-6 * max(abs(exact[index]), 0.01 * scale), "parameter \(index)")
      let mine = Double(engine.values[index]) * Double(batch.targetCount)
      #expect(abs(mine - exact[index]) < 1e-5 * max(abs(exact[index]), 0.1 * scale), "parameter \(index)")
    }
  }

  private func difference(of plain: PlainRecurrence<Double>, at index: Int) -> Double {
    func cost(_ step: Double) -> Double {
      var moved = plain
      moved.weights[index] += step
      moved.forward()
      return moved.cost
    }
    return (cost(1e-5) - cost(-1e-5)) / 2e-5
  }

  /// Every step's share of a weight's gradient, added up, is the gradient.
  @Test func sharesAddUp() {
    let batch = RecurrentBatch(
      inputs: 1, units: 6, outputs: 1, lengths: [10, 10], activation: .tanh, output: .linear, seed: 3)
    let pass = batch.pass()
    let gradient = pass.gradient(of: batch.network)
    for index in gradient.values.indices {
      let sum = pass.shares(ofParameter: index, in: batch.network).reduce(0, +)
      #expect(abs(sum - gradient.values[index]) <= 1e-5 * gradient.values.largestMagnitude)
    }
    #expect(pass.gradientNorms.count == 10 && pass.gradientNorms.allSatisfy { $0 > 0 })
  }
}
