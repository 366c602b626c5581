import LinearAlgebra

extension Generator {
  /// A point and its label: −1 or +1, the number of its class (three arms), or a number to predict.
  struct Row {
    var inputs: [Float]
    var label: Float

    init(_ inputs: Float..., label: Float) {
      self.inputs = inputs
      self.label = label
    }

    init(bits: [Float], label: Float) {
      inputs = bits
      self.label = label
    }
  }

  /// The rows in the order of the formula; `v` is the noise as a share.
  func rows(count: Int, noise v: Float, random: inout RandomStream) -> [Row] {
    switch self {
    case .circle: Self.circle(count, v, &random)
    case .xor: Self.xor(count, v, &random)
    case .gauss: Self.gauss(count, v, &random)
    case .spiral: Self.arms(2, turn: 3.5 * .pi, count, v, &random).map { Row(bits: $0.inputs, label: 1 - 2 * $0.label) }
    case .threeArms: Self.arms(3, turn: 1.5 * .pi, count, v, &random)
    case .moons: Self.moons(count, v, &random)
    case .plane: Self.plane(count, v, &random)
    case .multiGauss: Self.multiGauss(count, v, &random)
    case .line: Self.curve(count, v, reach: 1, &random) { 0.7 * $0 - 0.2 }
    case .sine: Self.curve(count, v, reach: .pi, &random) { Elementary.sin($0) }
    case .and: Self.truthTable(2, count, v, &random) { $0 == 2 }
    case .or: Self.truthTable(2, count, v, &random) { $0 > 0 }
    case .xor4: Self.truthTable(2, count, v, &random) { $0 == 1 }
    case .parity(let bits): Self.truthTable(bits, count, v, &random) { $0 % 2 == 1 }
    }
  }
}

// MARK: Two classes

extension Generator {
  /// Half of the points at r ∈ U(0, 2.5), half at r ∈ U(3.5, 5); +1 where the point, moved by U(−5, 5)v on each axis,
  /// lies within 2.5. The point itself stays in its place.
  private static func circle(_ count: Int, _ v: Float, _ random: inout RandomStream) -> [Row] {
    let inside = (count + 1) / 2
    return (0..<count).map { i in
      let r = i < inside ? random.uniform(0, 2.5) : random.uniform(3.5, 5)
      let angle = random.uniform(0, 2 * .pi)
      let (x, y) = (r * Elementary.sin(angle), r * Elementary.cos(angle))
      let (noisyX, noisyY) = (x + random.uniform(-5, 5) * v, y + random.uniform(-5, 5) * v)
      return Row(x, y, label: (noisyX * noisyX + noisyY * noisyY).squareRoot() < 2.5 ? 1 : -1)
    }
  }

  /// U(−5, 5)², pushed 0.3 off both axes; +1 where the product of the coordinates, each moved by U(−5, 5)v, is not
  /// negative.
  private static func xor(_ count: Int, _ v: Float, _ random: inout RandomStream) -> [Row] {
    (0..<count).map { _ in
      var x = random.uniform(-5, 5)
      x += x > 0 ? 0.3 : -0.3
      var y = random.uniform(-5, 5)
      y += y > 0 ? 0.3 : -0.3
      let (noisyX, noisyY) = (x + random.uniform(-5, 5) * v, y + random.uniform(-5, 5) * v)
      return Row(x, y, label: noisyX * noisyY >= 0 ? 1 : -1)
    }
  }

  /// +1 around (2, 2), −1 around (−2, −2), each with variance 0.5 + 7v on both axes.
  private static func gauss(_ count: Int, _ v: Float, _ random: inout RandomStream) -> [Row] {
    let positive = (count + 1) / 2
    let deviation = (0.5 + 7 * v).squareRoot()
    return (0..<count).map { i in
      let centre: Float = i < positive ? 2 : -2
      let x = centre + deviation * random.normal()
      let y = centre + deviation * random.normal()
      return Row(x, y, label: i < positive ? 1 : -1)
    }
  }

  /// Two half circles of radius 3 that reach into each other, moved by N(0, 1)·3v on each axis
  /// (scikit-learn's `make_moons`, centred and three times as large).
  private static func moons(_ count: Int, _ v: Float, _ random: inout RandomStream) -> [Row] {
    let upper = (count + 1) / 2
    return (0..<count).map { i in
      let (place, size) = i < upper ? (i, upper) : (i - upper, count - upper)
      let t = Float.pi * Float(place) / Float(max(size - 1, 1))
      let (c, s) = (Elementary.cos(t), Elementary.sin(t))
      let (x, y) = i < upper ? (c - 0.5, s - 0.25) : (0.5 - c, 0.25 - s)
      return Row(3 * (x + v * random.normal()), 3 * (y + v * random.normal()), label: i < upper ? 1 : -1)
    }
  }
}

// MARK: Spirals

extension Generator {
  /// Arms that wind out from the centre, labelled 0, 1, …: with m points an arm, r = 5i/m, t = turn·i/m + 2π·arm/arms,
  /// (r sin t, r cos t) + U(−1, 1)v.
  private static func arms(
    _ arms: Int, turn: Float, _ count: Int, _ v: Float, _ random: inout RandomStream
  ) -> [Row] {
    (0..<arms).flatMap { arm in
      let m = (count - arm + arms - 1) / arms
      let start = 2 * Float.pi * Float(arm) / Float(arms)
      return (0..<m).map { i in
        let r = 5 * Float(i) / Float(m)
        let t = turn * Float(i) / Float(m) + start
        let x = r * Elementary.sin(t) + random.uniform(-1, 1) * v
        let y = r * Elementary.cos(t) + random.uniform(-1, 1) * v
        return Row(x, y, label: Float(arm))
      }
    }
  }
}

// MARK: Numbers to predict

extension Generator {
  /// U(−6, 6)², labelled (x + y + n) / 10, where n is the sum of U(−6, 6)v for each axis.
  private static func plane(_ count: Int, _ v: Float, _ random: inout RandomStream) -> [Row] {
    (0..<count).map { _ in
      let (x, y) = (random.uniform(-6, 6), random.uniform(-6, 6))
      let noise = random.uniform(-6, 6) * v + random.uniform(-6, 6) * v
      return Row(x, y, label: (x + y + noise) / 10)
    }
  }

  private static let hills: [(x: Float, y: Float, sign: Float)] = [
    (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
  ]

  /// U(−6, 6)², labelled by six cones sign·max(0, 1 − d/2), the largest magnitude winning, d measured from the point
  /// moved by U(−6, 6)v on each axis.
  private static func multiGauss(_ count: Int, _ v: Float, _ random: inout RandomStream) -> [Row] {
    (0..<count).map { _ in
      let (x, y) = (random.uniform(-6, 6), random.uniform(-6, 6))
      let (noisyX, noisyY) = (x + random.uniform(-6, 6) * v, y + random.uniform(-6, 6) * v)
      let heights = hills.map { hill in
        let (dx, dy) = (noisyX - hill.x, noisyY - hill.y)
        return hill.sign * max(0, 1 - (dx * dx + dy * dy).squareRoot() / 2)
      }
      return Row(x, y, label: heights.reduce(0) { abs($1) > abs($0) ? $1 : $0 })
    }
  }

  /// x ∈ U(−reach, reach), y = f(x) + N(0, 1)v.
  private static func curve(
    _ count: Int, _ v: Float, reach: Float, _ random: inout RandomStream, _ f: (Float) -> Float
  ) -> [Row] {
    (0..<count).map { _ in
      let x = random.uniform(-reach, reach)
      return Row(x, label: f(x) + v * random.normal())
    }
  }
}

// MARK: Truth tables

extension Generator {
  /// All combinations of bits in counting order, the first bit the highest, again and again until there are `count`
  /// rows; each input is moved by U(−1, 1)v. +1 where `isTrue` holds for the number of ones.
  private static func truthTable(
    _ bits: Int, _ count: Int, _ v: Float, _ random: inout RandomStream, _ isTrue: (Int) -> Bool
  ) -> [Row] {
    (0..<count).map { number in
      let values = (0..<bits).map { Float((number >> (bits - 1 - $0)) & 1) }
      let ones = Int(values.reduce(0, +))
      return Row(bits: values.map { $0 + random.uniform(-1, 1) * v }, label: isTrue(ones) ? 1 : -1)
    }
  }
}
