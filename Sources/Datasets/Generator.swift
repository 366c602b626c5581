import LinearAlgebra

/// A data set made by a formula.
///
/// Circle, xor, gauss, spiral, plane and multi-gauss follow the formulas of TensorFlow Playground's `dataset.ts`;
/// in all formulas v = noise / 100.
public enum Generator: Hashable, Sendable {
  /// Points drawn at random: of a line for `line` and `sine`, of the plane for the others; `line`, `sine`, `plane` and
  /// `multiGauss` have numbers as labels, the others classes.
  case circle, xor, gauss, spiral, plane, multiGauss, moons, threeArms, line, sine
  /// Truth tables of two bits, row by row; `xor4` is the exclusive or.
  case and, or, xor4
  /// The parity of N bits (1 ... 10): +1 where an odd number of them is set.
  case parity(Int)

  /// The bits that a parity table may have.
  public static let parityBits = 1...10

  /// One of each kind, in the order in which they are offered; parity with three bits.
  public static let offered: [Generator] = [
    .circle, .xor, .gauss, .spiral, .moons, .threeArms, .plane, .multiGauss, .line, .sine, .and, .or, .xor4, .parity(3),
  ]

  /// The name in demo files and on the command line, such as `multi-gauss` or `parity-4`.
  public var name: String {
    switch self {
    case .circle: "circle"
    case .xor: "xor"
    case .gauss: "gauss"
    case .spiral: "spiral"
    case .plane: "plane"
    case .multiGauss: "multi-gauss"
    case .moons: "moons"
    case .threeArms: "three-arms"
    case .line: "line"
    case .sine: "sine"
    case .and: "and"
    case .or: "or"
    case .xor4: "xor4"
    case .parity(let bits): "parity-\(bits)"
    }
  }

  /// The generator of that name, or nil.
  public init?(name: String) {
    if let known = Self.offered.first(where: { $0.name == name }) {
      self = known
    } else if name.hasPrefix("parity-"), let bits = Int(name.dropFirst(7)), Self.parityBits.contains(bits) {
      self = .parity(bits)
    } else {
      return nil
    }
  }

  /// The number of raw inputs.
  public var inputCount: Int {
    switch self {
    case .line, .sine: 1
    case .parity(let bits): bits
    case .circle, .xor, .gauss, .spiral, .moons, .threeArms, .plane, .multiGauss, .and, .or, .xor4: 2
    }
  }

  /// Whether the rows are all combinations of bits, so that none is left to test with.
  public var isTruthTable: Bool {
    switch self {
    case .and, .or, .xor4, .parity: true
    case .circle, .xor, .gauss, .spiral, .moons, .threeArms, .plane, .multiGauss, .line, .sine: false
    }
  }

  /// The rows made unless a number is asked for: 500, or the Playground's 1200 for plane and multi-gauss, or all
  /// rows of a truth table.
  public var defaultCount: Int {
    switch self {
    case .plane, .multiGauss: 1200
    case .and, .or, .xor4, .parity: 1 << inputCount
    case .circle, .xor, .gauss, .spiral, .moons, .threeArms, .line, .sine: 500
    }
  }

  /// The range of each input that a map shows.
  var domain: [ClosedRange<Float>] {
    let range: ClosedRange<Float> =
      switch self {
      case .line: -1.2...1.2
      case .sine: -4...4
      case .and, .or, .xor4, .parity: -0.5...1.5
      case .circle, .xor, .gauss, .spiral, .moons, .threeArms, .plane, .multiGauss: -6...6
      }
    return Array(repeating: range, count: inputCount)
  }

  /// Makes a data set.
  ///
  /// - Parameters:
  ///   - count: the number of rows, at least 1; `defaultCount` where nil.
  ///   - noise: 0 ... 50, in percent.
  ///   - seed: the same seed gives the same rows on every machine.
  public func dataset(count: Int? = nil, noise: Float = 0, seed: UInt64) -> Dataset {
    let count = count ?? defaultCount
    precondition(count > 0, "a data set needs at least one row, got \(count)")
    var random = RandomStream(seed: seed, purpose: .data)
    let rows = self.rows(count: count, noise: noise / 100, random: &random)
    return Dataset(
      inputs: Matrix(rows: count, columns: inputCount, elements: rows.flatMap(\.inputs)),
      inputNames: (1...inputCount).map { "x\($0)" },
      labels: labels(of: rows.map(\.label)),
      domain: domain)
  }

  /// Classes are numbered from 0, the negative one first.
  private func labels(of numbers: [Float]) -> Dataset.Labels {
    switch self {
    case .plane, .multiGauss, .line, .sine:
      .values(numbers)
    case .threeArms:
      .classes(numbers.map { Int($0) }, names: ["A", "B", "C"])
    case .and, .or, .xor4, .parity:
      .classes(numbers.map { $0 > 0 ? 1 : 0 }, names: ["0", "1"])
    case .circle, .xor, .gauss, .spiral, .moons:
      .classes(numbers.map { $0 > 0 ? 1 : 0 }, names: ["-1", "+1"])
    }
  }
}
