/// A workload whose speed is measured.
struct Benchmark: Sendable {
  /// The name on the command line.
  let name: String
  /// What is done, in words.
  let workload: String
  let measure: Measure
  let clock: Clock
  /// What is wished: units a second, or seconds a unit.
  let aim: Double?
  /// Makes everything ready; what it returns does a piece of the work and says how many units it was.
  let prepare: @Sendable () throws -> () -> Int

  /// What the result is given in.
  enum Measure: Hashable, Sendable {
    /// Units a second, of a name such as `samples`; more is better.
    case rate(of: String)
    /// The time of a unit of a name such as `frame`; less is better.
    case time(of: String)
  }

  /// What time is taken.
  enum Clock: String, Hashable, Sendable {
    /// The processor time of the thread that works: what others do on the machine meanwhile hardly counts.
    case processor
    /// The time on the wall, for work on several threads.
    case wall
  }

  init(
    _ name: String, _ workload: String, _ measure: Measure, clock: Clock = .processor, aim: Double? = nil,
    prepare: @escaping @Sendable () throws -> () -> Int
  ) {
    self.name = name
    self.workload = workload
    self.measure = measure
    self.clock = clock
    self.aim = aim
    self.prepare = prepare
  }

  /// Every workload, in the order in which they are shown.
  static let all = training + feedback + surfaces + maps + frames + histories
}
