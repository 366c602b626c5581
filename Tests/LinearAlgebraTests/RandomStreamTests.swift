import Testing

@testable import LinearAlgebra

@Suite struct RandomStreamTests {
  /// The first numbers of xoshiro256** from the state 1, 2, 3, 4 (the authors' reference implementation).
  @Test func equalsThePublishedVectors() {
    var stream = RandomStream(state: [1, 2, 3, 4])!
    #expect(
      (0..<10).map { _ in stream.next() } == [
        11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
        16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
      ])
  }

  @Test func stateGoesOnWhereItWasLeft() {
    var stream = RandomStream(seed: 3, purpose: .search)
    for _ in 0..<5 { _ = stream.next() }
    var again = RandomStream(state: stream.state)!
    #expect((0..<9).map { _ in stream.next() } == (0..<9).map { _ in again.next() })
    #expect(RandomStream(state: [0, 0, 0, 0]) == nil)
    #expect(RandomStream(state: [1, 2, 3]) == nil)
  }

  /// Lemire's method leaves no number out and prefers none: each of 7 falls within 5 deviations of its share.
  @Test func integersAreUniform() {
    var stream = RandomStream(seed: 1, purpose: .split)
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.integer(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
    #expect(stream.integer(below: 1) == 0)
  }

  @Test func normalNumbersHaveTheMomentsOfTheNormal() {
    var stream = RandomStream(seed: 2, purpose: .weights)
    let numbers = (0..<100_000).map { _ in Double(stream.normal()) }
    func moment(_ power: Int) -> Double {
      numbers.reduce(0) { sum, x in sum + (0..<power).reduce(1) { product, _ in product * x } } / Double(numbers.count)
    }
    #expect(abs(moment(1)) < 0.02)
    #expect(abs(moment(2) - 1) < 0.03)
    #expect(abs(moment(3)) < 0.06)
    #expect(abs(moment(4) - 3) < 0.2)
  }

  @Test func purposesAndSeedsDiffer() {
    let purposes: [RandomStream.Purpose] = [.weights, .shuffle, .dropout, .data, .split, .search, .directions]
    let first = (0..<50).flatMap { seed in
      purposes.map { purpose -> UInt64 in
        var stream = RandomStream(seed: UInt64(seed), purpose: purpose)
        return stream.next()
      }
    }
    #expect(Set(first).count == first.count)
  }
}
