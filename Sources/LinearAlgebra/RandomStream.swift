/// A reproducible stream of random numbers, the same on every machine.
///
/// Generator: xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64 from a seed and a purpose, so that
/// drawing more numbers for one purpose never shifts another's. The standard library's distributions and
/// shuffle are not used: they may change between releases.
public struct RandomStream: Hashable, Sendable {
  /// What the numbers are for. Streams of different purposes are independent.
  public enum Purpose: UInt64, Sendable {
    /// First weights; the order of samples; dropped units; rows that are made; the split into parts; random search; a
    /// surface's directions; a settling's order and chances; disturbed units. The raw values go into every stream.
    case weights = 1, shuffle, dropout, data, split, search, directions, settling, disturbance
  }

  private var s0, s1, s2, s3: UInt64

  /// A stream at its beginning: the same numbers for the same seed and purpose.
  public init(seed: UInt64, purpose: Purpose) {
    // The purpose is spread over all bits, so that one purpose's states are not another's, shifted.
    var mix = seed &+ (purpose.rawValue &* 0xd134_2543_de82_ef95)
    mix = (mix ^ (mix >> 32)) &* 0xdaba_0b6e_b093_22e3
    func next() -> UInt64 {
      mix &+= 0x9e37_79b9_7f4a_7c15
      var z = mix
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    (s0, s1, s2, s3) = (next(), next(), next(), next())
  }

  /// A stream that goes on from a state; nil unless it is four numbers, not all of them 0.
  public init?(state: [UInt64]) {
    guard state.count == 4, state.contains(where: { $0 != 0 }) else { return nil }
    (s0, s1, s2, s3) = (state[0], state[1], state[2], state[3])
  }

  /// The generator's state, four numbers.
  public var state: [UInt64] { [s0, s1, s2, s3] }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let rotated = s1 &* 5
    let result = ((rotated << 7) | (rotated >> 57)) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }

  /// Uniform in [0, 1), in steps of 2⁻²⁴.
  public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// Uniform in [low, high).
  public mutating func uniform(_ low: Float, _ high: Float) -> Float { low + (high - low) * uniform() }

  /// Normal with mean 0 and variance 1 (Marsaglia's polar method; the second number of each pair is not kept, so
  /// that the state is the generator's alone).
  public mutating func normal() -> Float {
    while true {
      let (u, v) = (uniform(-1, 1), uniform(-1, 1))
      let square = u * u + v * v
      if square > 0 && square < 1 { return u * (-2 * Elementary.log(square) / square).squareRoot() }
    }
  }

  /// Normal with the given mean and standard deviation.
  public mutating func normal(_ mean: Float, _ deviation: Float) -> Float { mean + deviation * normal() }

  /// An integer in 0..<bound, without bias (Lemire 2019). Traps unless `bound` is positive.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "integer(below:) needs a positive bound, got \(bound)")
    let range = UInt64(bound)
    while true {
      let (high, low) = next().multipliedFullWidth(by: range)
      if low >= range || low >= (0 &- range) % range { return Int(high) }
    }
  }

  /// Shuffles in place (Fisher–Yates, from the end).
  @inlinable
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for i in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(i, integer(below: i + 1))
    }
  }
}
