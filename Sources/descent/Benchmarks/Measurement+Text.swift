import Foundation

/// Results as a table for people.
extension Measurement {
  static let head = line("", "median", "best", "aim", "") + "\n"

  /// The result as a line of the table.
  var line: String {
    let measure = benchmark.measure
    let aim = benchmark.aim.map { measure.text(ofAmount: $0) } ?? ""
    let share = share(ofAim: median).map { String(format: "%.2f ×", $0) } ?? ""
    return Self.line(benchmark.name, measure.text(of: median), measure.text(of: minimum), aim, share)
      + "  \(measure.unit): \(benchmark.workload)\n"
  }

  private static let nameWidth = Benchmark.all.map(\.name.count).max() ?? 0

  private static func line(_ name: String, _ numbers: String...) -> String {
    name.padding(toLength: nameWidth, withPad: " ", startingAt: 0)
      + numbers.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }
}

extension Benchmark.Measure {
  /// What is counted or timed: `samples/s`, `a frame`.
  var unit: String {
    switch self {
    case .rate(let name): "\(name)/s"
    case .time(let name): "a \(name)"
    }
  }

  /// The name of what is counted or timed.
  var name: String {
    switch self {
    case .rate(let name), .time(let name): name
    }
  }

  /// A time of a unit, in the way in which the result is given.
  func text(of time: Double) -> String {
    switch self {
    case .rate: text(ofAmount: 1 / time)
    case .time: text(ofAmount: time)
    }
  }

  /// A rate or a time with three digits: `12.3 M`, `1.53 ms`.
  func text(ofAmount amount: Double) -> String {
    switch self {
    case .rate where amount >= 1e6: String(format: "%.3g M", amount / 1e6)
    case .rate where amount >= 1e4: String(format: "%.3g k", amount / 1e3)
    case .rate: String(format: amount >= 100 ? "%.0f" : "%.3g", amount)
    case .time: String(format: "%.3g ms", amount * 1e3)
    }
  }
}
