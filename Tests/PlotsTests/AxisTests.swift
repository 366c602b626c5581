import Foundation
import Plots
import Testing

@Suite struct AxisTests {
  @Test func ticksAreRoundAndInside() {
    for low in [-3.7, 0, 0.02, 1e-6, -1200] {
      for span in [1e-5, 0.013, 0.86, 7, 1240, 3.3e6] {
        for maximum in 2...12 {
          let ticks = Ticks(Axis(low...low + span), maximum: maximum)
          #expect(ticks.values.count <= maximum)
          #expect(ticks.values.count == ticks.labels.count)
          for value in ticks.values { #expect(value >= low - span * 1e-6 && value <= low + span * (1 + 1e-6)) }
          expectRoundSteps(ticks)
          #expect(Set(ticks.labels).count == ticks.labels.count, "\(ticks.labels)")
        }
      }
    }
  }

  /// Neighbours are 1, 2 or 5 times a power of ten apart.
  private func expectRoundSteps(_ ticks: Ticks) {
    for (a, b) in zip(ticks.values, ticks.values.dropFirst()) {
      let step = b - a
      let mantissa = step / pow(10, floor(log10(step * 1.000001)))
      #expect([1.0, 2, 5].contains { (mantissa - $0).magnitude < 1e-3 }, "\(step)")
    }
  }

  @Test(
    arguments: [
      (0.0...0.8, 3, ["0.0", "0.5"]), (0.0...1240, 4, ["0", "500", "1000"]), (-1.0...1, 3, ["-1", "0", "1"]),
      (-0.25...0.25, 5, ["-0.2", "-0.1", "0.0", "0.1", "0.2"]), (0...5_000_000, 4, ["0", "2M", "4M"]),
    ] as [(ClosedRange<Double>, Int, [String])])
  func linearLabels(_ range: ClosedRange<Double>, _ maximum: Int, _ labels: [String]) {
    #expect(Ticks(Axis(range), maximum: maximum).labels == labels)
  }

  @Test(
    arguments: [
      (0.001...1.0, 4, ["0.001", "0.01", "0.1", "1"]), (0.02...0.9, 8, ["0.02", "0.05", "0.1", "0.2", "0.5"]),
      (1e-6...1e3, 4, ["1e-6", "0.001", "1", "1000"]),
    ] as [(ClosedRange<Double>, Int, [String])])
  func logarithmicLabels(_ range: ClosedRange<Double>, _ maximum: Int, _ labels: [String]) {
    #expect(Ticks(Axis(range, isLogarithmic: true), maximum: maximum).labels == labels)
  }

  @Test func positionsAndValuesAreInverse() throws {
    for isLogarithmic in [false, true] {
      let axis = Axis(0.001...20, isLogarithmic: isLogarithmic)
      for step in 0...100 {
        let place = Double(step) / 100
        let back = try #require(axis.position(of: axis.value(at: place)))
        #expect((back - place).magnitude < 1e-12)
      }
    }
  }

  @Test func logarithmicPositionsMatchTheLibrarysLogarithm() throws {
    let axis = Axis(1e-8...1e8, isLogarithmic: true)
    for step in -160...160 {
      let value = pow(10, Double(step) / 20)
      let place = try #require(axis.position(of: value))
      #expect((place - (log10(value) + 8) / 16).magnitude < 1e-14)
    }
  }

  @Test func oddRangesAreMended() {
    #expect(Axis(2...2).range.contains(2))
    #expect(Axis(2...2).position(of: 2) == 0.5)
    #expect(Axis(-1...1, isLogarithmic: true).isLogarithmic == false)
    #expect(Axis(0...Double.infinity).range.upperBound.isFinite)
    #expect(Axis(0...1).position(of: .nan) == nil)
    #expect(Axis(1...10, isLogarithmic: true).position(of: -3) == 0)
  }

  @Test func aStickyRangeGrowsAtOnceAndShrinksSlowly() {
    var sticky = StickyRange(0...1, slack: 0.1)
    sticky.follow(-1...2)
    #expect(sticky.range == -1...2)
    sticky.follow(0...1)
    #expect(sticky.range == -0.9...1.9)
    for _ in 0..<200 { sticky.follow(0...1) }
    #expect((sticky.range.lowerBound - 0).magnitude < 1e-6 && (sticky.range.upperBound - 1).magnitude < 1e-6)
    sticky.follow(0...Double.infinity)
    #expect(sticky.range.upperBound < 2)
  }
}
