/// How far a share that was counted in a sample may be from the true one.
public struct WilsonInterval: Hashable, Sendable {
  /// The lower end, from 0.
  public let low: Double
  /// The upper end, to 1.
  public let high: Double

  /// Wilson's score interval (1927), which stays within 0 ... 1 for small samples:
  /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
  ///
  /// Traps unless 0 ≤ successes ≤ trials and there are trials.
  /// - Parameter z: the normal quantile; 1.96 for 95 %.
  public init(successes: Int, trials: Int, z: Double = 1.959963984540054) {
    precondition(trials > 0 && (0...trials).contains(successes), "\(successes) successes of \(trials) trials")
    let n = Double(trials)
    let p = Double(successes) / n
    let center = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    low = successes == 0 ? 0 : max(0, (center - spread) / scale)
    high = successes == trials ? 1 : min(1, (center + spread) / scale)
  }
}
