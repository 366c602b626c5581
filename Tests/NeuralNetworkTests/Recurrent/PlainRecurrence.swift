import LinearAlgebra
import NeuralNetwork

/// A recurrent network on one sequence by plain loops, in any precision: every sum from its first term to its last, as the
/// kernels have them.
struct PlainRecurrence<Number: BinaryFloatingPoint> {
  let inputs, units, outputs: Int
  var weights: [Number]
  let value: (Number) -> Number
  let slope: (Number, Number) -> Number
  let readout: (Number) -> Number
  let readoutSlope: (Number, Number) -> Number
  var x: [[Number]]
  var y: [[Number]]
  var asked: [Bool]
  var z: [[Number]] = []
  var h: [[Number]] = []
  var outputZ: [[Number]] = []
  var a: [[Number]] = []
  var delta: [[Number]] = []
  var outputDelta: [[Number]] = []

  private var first: Int { (inputs + units) * units }
  private var second: Int { first + units }
  private var third: Int { second + units * outputs }

  mutating func forward() {
    (z, h, outputZ, a) = ([], [], [], [])
    var before = Array(repeating: Number(0), count: units)
    for step in x.indices {
      let incoming = x[step] + before
      z.append(sums(incoming, weightsAt: 0, biasesAt: first, count: units))
      before = z[step].map(value)
      h.append(before)
      outputZ.append(sums(before, weightsAt: second, biasesAt: third, count: outputs))
      a.append(outputZ[step].map(readout))
    }
  }

  private func sums(_ incoming: [Number], weightsAt place: Int, biasesAt biases: Int, count: Int) -> [Number] {
    (0..<count).map { unit in
      var sum = weights[biases + unit]
      for (i, input) in incoming.enumerated() { sum += input * weights[place + i * count + unit] }
      return sum
    }
  }

  /// The sum of ½Σ(a − y)² over the targets.
  var cost: Number {
    var cost: Number = 0
    for step in x.indices where asked[step] {
      for o in 0..<outputs { cost += (a[step][o] - y[step][o]) * (a[step][o] - y[step][o]) / 2 }
    }
    return cost
  }

  mutating func backward(cut: Int) {
    delta = Array(repeating: Array(repeating: 0, count: units), count: x.count)
    outputDelta = x.indices.map { step in
      (0..<outputs).map { o in
        asked[step] ? (a[step][o] - y[step][o]) * readoutSlope(outputZ[step][o], a[step][o]) : 0
      }
    }
    for step in x.indices.reversed() {
      let passes = step + 1 < x.count && (step + 1) % cut != 0
      for unit in 0..<units {
        var sum: Number = 0
        for next in 0..<(passes ? units : 0) { sum += delta[step + 1][next] * weights[(inputs + unit) * units + next] }
        for o in 0..<outputs { sum += outputDelta[step][o] * weights[second + unit * outputs + o] }
        delta[step][unit] = sum * slope(z[step][unit], h[step][unit])
      }
    }
  }

  /// What these steps add to the gradient of the summed cost.
  func addGradient(_ steps: Range<Int>, to gradient: inout [Number]) {
    for step in steps {
      let before = step > 0 ? h[step - 1] : Array(repeating: 0, count: units)
      for unit in 0..<units {
        for (i, input) in (x[step] + before).enumerated() { gradient[i * units + unit] += input * delta[step][unit] }
        gradient[first + unit] += delta[step][unit]
      }
      for o in 0..<outputs {
        for unit in 0..<units { gradient[second + unit * outputs + o] += h[step][unit] * outputDelta[step][o] }
        gradient[third + o] += outputDelta[step][o]
      }
    }
  }
}

extension PlainRecurrence {
  init(_ network: RecurrentNetwork, _ x: [[Float]], _ y: [[Float]], _ asked: [Bool], _ functions: Functions) {
    (inputs, units, outputs) = (network.inputs, network.units, network.outputs)
    weights = network.parameters.values.map { Number($0) }
    self.x = x.map { $0.map { Number($0) } }
    self.y = y.map { $0.map { Number($0) } }
    self.asked = asked
    (value, slope) = (functions.value, functions.slope)
    (readout, readoutSlope) = (functions.readout, functions.readoutSlope)
  }

  struct Functions {
    let value: (Number) -> Number
    let slope: (Number, Number) -> Number
    let readout: (Number) -> Number
    let readoutSlope: (Number, Number) -> Number
  }
}

extension PlainRecurrence<Float> {
  static func functions(_ network: RecurrentNetwork) -> Functions {
    Functions(
      value: network.activation.value, slope: network.activation.derivative, readout: network.output.value,
      readoutSlope: network.output.derivative)
  }
}

extension PlainRecurrence<Double> {
  /// By the formulas alone; a linear readout.
  static func functions(_ network: RecurrentNetwork) -> Functions {
    Functions(
      value: { network.activation == .tanh ? PreciseElementary.tanh($0) : max(0, $0) },
      slope: { z, a in network.activation == .tanh ? (1 - a) * (1 + a) : z > 0 ? 1 : 0 },
      readout: { $0 }, readoutSlope: { _, _ in 1 })
  }
}
