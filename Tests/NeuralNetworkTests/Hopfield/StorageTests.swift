import LinearAlgebra
import NeuralNetwork
import Testing

@Suite struct StorageTests {
  static func patterns(_ count: Int, units: Int, seed: UInt64) -> [[Int8]] {
    var stream = RandomStream(seed: seed, purpose: .data)
    return (0..<count).map { _ in HopfieldNetworkTests.units(units, from: &stream) }
  }

  @Test func hebbIsTheMeanOfProducts() {
    let patterns = Self.patterns(3, units: 10, seed: 1)
    let network = StorageRule.hebb.network(storing: patterns, count: 10)
    for i in 0..<10 {
      for j in 0..<10 {
        let sum = i == j ? 0 : patterns.reduce(0) { $0 + Int($1[i]) * Int($1[j]) }
        #expect(network[i, j] == Int32(sum))
        #expect(abs(network.weight(i, j) - Double(sum) / 10) < 1e-15)
      }
    }
  }

  /// w ξ = ξ with the diagonal, so without it every field is (1 − w_ii) ξ_i: all patterns rest, up to many.
  @Test(arguments: [1, 10, 30, 60]) func projectionKeepsEveryPattern(count: Int) {
    let patterns = Self.patterns(count, units: 64, seed: UInt64(count))
    let network = StorageRule.projection.network(storing: patterns, count: 64)
    for pattern in patterns { #expect(HopfieldState(pattern, in: network).isStable) }
  }

  /// One pattern twice, or reversed, adds nothing: the projection is that of the space.
  @Test func projectionTakesDependentPatterns() {
    let patterns = Self.patterns(3, units: 20, seed: 4)
    let doubled = patterns + [patterns[1], patterns[0].map { -$0 }]
    let rule = StorageRule.projection
    #expect(rule.network(storing: doubled, count: 20) == rule.network(storing: patterns, count: 20))
  }

  /// Of perpendicular patterns the two rules agree, but for rounding.
  @Test func rulesAgreeOnPerpendicularPatterns() {
    let patterns: [[Int8]] = [[1, 1, 1, 1], [1, -1, 1, -1]]
    let (hebb, projection) = (
      StorageRule.hebb.network(storing: patterns, count: 4), StorageRule.projection.network(storing: patterns, count: 4)
    )
    for i in 0..<4 { for j in 0..<4 { #expect(abs(hebb.weight(i, j) - projection.weight(i, j)) < 1e-5) } }
  }

  @Test(arguments: StorageRule.allCases) func nothingStoredIsNoWeight(rule: StorageRule) {
    #expect(rule.network(storing: [], count: 5).largestWeight == 0)
  }

  @Test func statesAreRecognized() {
    let patterns = Self.patterns(5, units: 101, seed: 9)
    func mixture(_ parts: [(Int, Int)]) -> [Int8] {
      (0..<101).map { i in parts.reduce(0) { $0 + $1.1 * Int(patterns[$1.0][i]) } > 0 ? 1 : -1 }
    }
    let names = ["A", "B", "C", "D", "E"]
    #expect(Recognition(of: patterns[3], among: patterns) == .stored(3))
    #expect(Recognition(of: patterns[1].map { -$0 }, among: patterns).words(names: names) == "B reversed")
    for (a, b, c) in [(0, 1, 2), (1, 3, 4), (0, 2, 4)] {
      for signs in 0..<8 {
        let parts = [a, b, c].enumerated().map { ($1, signs >> $0 & 1 == 1 ? -1 : 1) }
        guard case .mixture(let found) = Recognition(of: mixture(parts), among: patterns) else {
          Issue.record("no mixture of \(parts)")
          continue
        }
        #expect(Set(found.map { [$0.pattern, $0.isReversed ? -1 : 1] }) == Set(parts.map { [$0.0, $0.1] }))
      }
    }
    guard case .mixture(let five) = Recognition(of: mixture((0..<5).map { ($0, 1) }), among: patterns) else {
      Issue.record("no mixture of five")
      return
    }
    #expect(Set(five.map(\.pattern)) == [0, 1, 2, 3, 4])
    var near = patterns[2]
    near[7] = -near[7]
    #expect(Recognition(of: near, among: patterns).words(names: names) == "spurious, nearest to C")
    #expect(Recognition(of: near, among: []).words(names: []) == "spurious")
  }
}
