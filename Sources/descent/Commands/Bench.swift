import ArgumentParser
import Foundation

/// Measures the speed of what the program spends its time on.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the speed: training, error surfaces, maps, frames, going back.",
    discussion: """
      Each workload is run several times for half a second, on one thread unless said otherwise; times on one thread are \
      of the processor, not of the wall. The best is the run of the least time.

      The time from a key press to the screen is not among them: it takes a terminal, and is measured from outside.

      \(Benchmark.all.map { "\($0.name): \($0.workload)" }.joined(separator: "\n"))
      """)

  @Option(help: ArgumentHelp("Measure each workload so many times.", valueName: "n"))
  var runs = 5

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Measure only this workload; again for more.", valueName: "name"))
  var only: [String] = []

  @Flag(help: "Print the results in JSON.")
  var json = false

  mutating func validate() throws {
    if runs < 1 { throw ValidationError("expected a whole number from 1 for --runs, found \(runs)") }
    let names = Benchmark.all.map(\.name)
    if let unknown = only.first(where: { !names.contains($0) }) {
      throw ValidationError("there is no benchmark \"\(unknown)\"; there are \(names.joined(separator: ", "))")
    }
  }

  func run() throws {
    if !isOptimized {
      StandardError.write(
        "descent: this is a debug build: its numbers say nothing about speed (build with -c release)\n")
    }
    let chosen = Benchmark.all.filter { only.isEmpty || only.contains($0.name) }
    if !json { try Output.write(Measurement.head) }
    var progress = ProgressBar(title: "bench")
    var measurements: [Measurement] = []
    for (number, benchmark) in chosen.enumerated() {
      func show(_ done: Int) {
        progress?.show(
          share: (Double(number) + Double(done) / Double(runs)) / Double(chosen.count), benchmark.name)
      }
      show(0)
      let measurement = try Measurement(of: benchmark, runs: runs, progress: show)
      progress?.end()
      if !json { try Output.write(measurement.line) }
      measurements.append(measurement)
    }
    if json { try Output.write(try BenchmarkReport(measurements, runs: runs).json() + "\n") }
  }
}

/// Whether the compiler has optimized this build.
let isOptimized: Bool = {
  var isDebug = false
  assert({ isDebug = true }() == ())
  return !isDebug
}()
