import Foundation
import Testing

/// The command `bench`: which workloads it has, and what it says.
struct BenchTests {
  private static let workloads = [
    "train-2-8-8-1-stochastic", "train-2-8-8-1-batch", "train-64-32-10", "train-784-128-10",
    "train-recurrent-16", "hopfield-sweep", "hopfield-products", "surface", "surface-all-threads", "map", "frame",
    "frame-mountain",
    "back-one-step", "back-100000-updates",
  ]

  private func bench(_ arguments: String...) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent"), "bench"] + arguments)
  }

  @Test func theHelpListsEveryWorkload() throws {
    let lines = try bench("--help").output.split(separator: "\n")
    #expect(
      lines.filter { $0.contains(": ") }.compactMap { line in
        Self.workloads.first { line.hasPrefix($0 + ": ") }
      } == Self.workloads)
  }

  @Test func anUnknownWorkloadIsRefusedWithThoseThatThereAre() throws {
    let result = try bench("--only", "map", "--only", "nobody-knows-it")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        descent: there is no benchmark "nobody-knows-it"; there are \(Self.workloads.joined(separator: ", "))

        """)
  }

  @Test func noRunAtAllIsRefused() throws {
    let result = try bench("--runs", "0")
    #expect(result.status == 64)
    #expect(result.errors == "descent: expected a whole number from 1 for --runs, found 0\n")
  }

  private struct Report: Decodable {
    struct Benchmark: Decodable {
      struct Rate: Decodable { let median, best: Double }
      struct Seconds: Decodable { let median, minimum: Double }
      struct Aim: Decodable { let rate, share: Double }
      let name, unit, clock: String
      let rate: Rate
      let seconds: Seconds
      let aim: Aim
    }
    let runs: Int
    let benchmarks: [Benchmark]
  }

  @Test func resultsForMachines() throws {
    let result = try bench("--json", "--runs", "2", "--only", "train-2-8-8-1-batch")
    #expect(result.status == 0)
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(report.runs == 2)
    let benchmark = try #require(report.benchmarks.first)
    #expect(report.benchmarks.count == 1)
    #expect((benchmark.name, benchmark.unit, benchmark.clock) == ("train-2-8-8-1-batch", "samples", "processor"))
    #expect(benchmark.seconds.minimum > 0 && benchmark.seconds.minimum <= benchmark.seconds.median)
    #expect(benchmark.rate.best == 1 / benchmark.seconds.minimum)
    #expect(benchmark.aim.rate == 15e6)
    #expect(benchmark.aim.share == benchmark.rate.median / benchmark.aim.rate)
  }
}
