import LinearAlgebra

extension SequenceGenerator {
  /// One sequence while it is made.
  struct Drawn {
    struct Step {
      var inputs: [Float]
      /// What is wanted, if something is.
      var target: [Float]?
      var allowed: [Float] = []
    }

    var steps: [Step]
  }

  func draw(_ steps: Int, from stream: inout RandomStream) -> Drawn {
    switch self {
    case .echo(let delay): echo(steps, delay, &stream)
    case .parity: parity(steps, &stream)
    case .sine: waves(steps, periods: [20], &stream)
    case .twoSines: waves(steps, periods: [20, 28.284271], &stream)
    case .reber: ReberGrammar.string(from: &stream)
    case .first: symbols(steps, asks: 0, &stream)
    case .last: symbols(steps, asks: steps - 1, &stream)
    }
  }

  /// Inputs are ±1.
  private func bits(_ count: Int, _ stream: inout RandomStream) -> [Int] {
    (0..<count).map { _ in Int(stream.next() >> 63) }
  }

  private func echo(_ steps: Int, _ delay: Int, _ stream: inout RandomStream) -> Drawn {
    precondition(steps > delay, "an echo after \(delay) steps in a sequence of \(steps)")
    let bits = bits(steps, &stream)
    return Drawn(
      steps: bits.indices.map { step in
        Drawn.Step(
          inputs: [Float(2 * bits[step] - 1)], target: step >= delay ? Self.one(bits[step - delay], of: 2) : nil)
      })
  }

  private func parity(_ steps: Int, _ stream: inout RandomStream) -> Drawn {
    var sum = 0
    return Drawn(
      steps: bits(steps, &stream).map { bit in
        sum += bit
        return Drawn.Step(inputs: [Float(2 * bit - 1)], target: Self.one(sum % 2, of: 2))
      })
  }

  /// x[t] = mean of sin(2π (t / period + phase)), wanted is x[t + 1].
  private func waves(_ steps: Int, periods: [Float], _ stream: inout RandomStream) -> Drawn {
    let phases = periods.map { _ in stream.uniform() }
    let values = (0...steps).map { step -> Float in
      var sum: Float = 0
      for (period, phase) in zip(periods, phases) {
        let turns = Float(step) / period + phase
        sum += Elementary.sin(2 * Float.pi * (turns - turns.rounded()))
      }
      return sum / Float(periods.count)
    }
    return Drawn(steps: (0..<steps).map { Drawn.Step(inputs: [values[$0]], target: [values[$0 + 1]]) })
  }

  private func symbols(_ steps: Int, asks place: Int, _ stream: inout RandomStream) -> Drawn {
    let count = Self.alphabet.count
    let symbols = (0..<steps).map { _ in stream.integer(below: count) }
    return Drawn(
      steps: symbols.indices.map { step in
        Drawn.Step(
          inputs: Self.one(symbols[step], of: count),
          target: step == steps - 1 ? Self.one(symbols[place], of: count) : nil)
      })
  }

  /// 1 in one place of several.
  static func one(_ place: Int, of count: Int) -> [Float] {
    (0..<count).map { $0 == place ? 1 : 0 }
  }
}
