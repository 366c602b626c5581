import Foundation

/// What a benchmark came to: the time of one unit of work, in several runs.
struct Measurement: Sendable {
  let benchmark: Benchmark
  /// Seconds a unit, in each run, the shortest first.
  let times: [Double]

  /// Seconds a run at least.
  static let duration = 0.5

  /// Measures, after a piece of the work that does not count. `progress` hears of each run's end.
  init(of benchmark: Benchmark, runs: Int, progress: (_ runs: Int) -> Void) throws {
    self.benchmark = benchmark
    let work = try benchmark.prepare()
    _ = work()
    times = (1...runs).map { run in
      defer { progress(run) }
      return benchmark.clock.time(of: work)
    }.sorted()
  }

  /// The least time of a unit.
  var minimum: Double { times[0] }

  /// The time in the middle; the mean of the middle two where the runs are even.
  var median: Double { (times[(times.count - 1) / 2] + times[times.count / 2]) / 2 }

  /// How much better than the aim a time of a unit is: 1 meets it. Nil where there is no aim.
  func share(ofAim time: Double) -> Double? {
    benchmark.aim.map { aim in
      switch benchmark.measure {
      case .rate: 1 / time / aim
      case .time: aim / time
      }
    }
  }
}

extension Benchmark.Clock {
  /// Seconds a unit, of work repeated until it has taken long enough.
  fileprivate func time(of work: () -> Int) -> Double {
    let start = seconds
    var (units, elapsed) = (0, 0.0)
    while elapsed < Measurement.duration {
      units += work()
      elapsed = seconds - start
    }
    return elapsed / Double(units)
  }

  private var seconds: Double {
    var time = timespec()
    clock_gettime(self == .processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
