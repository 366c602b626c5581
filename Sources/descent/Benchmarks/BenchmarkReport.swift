import Foundation

/// Results for machines.
struct BenchmarkReport: Encodable {
  let build: String
  let runs: Int
  let processors = ProcessInfo.processInfo.activeProcessorCount
  let benchmarks: [Result]

  /// One benchmark's result. Rates are units a second; the best one belongs to the minimum of the times.
  struct Result: Encodable {
    let name: String
    let workload: String
    let unit: String
    let clock: String
    let seconds: Seconds
    let rate: Rate
    let aim: Aim?
  }

  struct Seconds: Encodable {
    let median, minimum: Double
  }

  struct Rate: Encodable {
    let median, best: Double
  }

  /// What is wished, as a rate or as a time; a share of 1 or more of the median meets it.
  struct Aim: Encodable {
    var rate: Double?
    var seconds: Double?
    let share: Double
  }

  init(_ measurements: [Measurement], runs: Int) {
    build = isOptimized ? "release" : "debug"
    self.runs = runs
    benchmarks = measurements.map(Result.init)
  }

  /// One JSON object, keys in alphabetical order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension BenchmarkReport.Result {
  fileprivate init(_ measurement: Measurement) {
    let benchmark = measurement.benchmark
    let (median, minimum) = (measurement.median, measurement.minimum)
    self.init(
      name: benchmark.name, workload: benchmark.workload, unit: benchmark.measure.name,
      clock: benchmark.clock.rawValue, seconds: .init(median: median, minimum: minimum),
      rate: .init(median: 1 / median, best: 1 / minimum), aim: .init(measurement))
  }
}

extension BenchmarkReport.Aim {
  fileprivate init?(_ measurement: Measurement) {
    guard let aim = measurement.benchmark.aim, let share = measurement.share(ofAim: measurement.median) else {
      return nil
    }
    self.share = share
    switch measurement.benchmark.measure {
    case .rate: rate = aim
    case .time: seconds = aim
    }
  }
}
