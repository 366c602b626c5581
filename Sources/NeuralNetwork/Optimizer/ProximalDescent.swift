import LinearAlgebra

/// Finds w′ with F(w′) = w′ − w + η g(w′) = 0 where iteration does not: the lowest point near w of the proximal objective
/// ηC(w′) + ½‖w′ − w‖², whose gradient F is.
///
/// The method is L-BFGS (Nocedal and Wright, algorithm 7.4) in double precision, its line search led by the slope alone:
/// the objective grows without bound in every direction, so each line has a point where the slope is gone.
struct ProximalDescent {
  /// The gradients taken.
  private(set) var gradients = 0
  /// The best point found, and what is left there: ‖F‖ as a share of ‖w′ − w‖.
  private(set) var solution: (point: Parameters, residual: Float)?

  private let start: Parameters
  private let rate: Double
  private var point: [Double]
  /// F at the point.
  private var force: [Double]
  /// Steps and changes of F, with their products, the latest last.
  private var pairs: [(step: [Double], change: [Double], product: Double)] = []

  private static let memory = 20
  private static let limit = 400
  /// ‖F‖ in shares of the step at which the search ends.
  private static let goal: Float = 1e-5

  init(from start: Parameters, along gradient: Parameters, rate: Float) {
    self.start = start
    self.rate = Double(rate)
    point = start.values.map(Double.init)
    force = gradient.values.map { Double(rate) * Double($0) }
  }

  mutating func run(gradientAt: (Parameters) -> Parameters) {
    while gradients < Self.limit, !Task.isCancelled, !(solution.map { $0.residual <= Self.goal } ?? false) {
      var direction = descentDirection()
      if dot(direction, force) >= 0 {
        pairs = []
        direction = force
        direction.scale(by: -1)
      }
      guard walk(along: direction, gradientAt) else { return }
    }
  }

  /// −H⁻¹F by the two loops over the pairs.
  private func descentDirection() -> [Double] {
    var q = force
    var shares: [Double] = []
    for pair in pairs.reversed() {
      let share = dot(pair.step, q) / pair.product
      shares.append(share)
      q.add(pair.change, times: -share)
    }
    if let last = pairs.last { q.scale(by: last.product / dot(last.change, last.change)) }
    for (pair, share) in zip(pairs, shares.reversed()) {
      q.add(pair.step, times: share - dot(pair.change, q) / pair.product)
    }
    q.scale(by: -1)
    return q
  }

  /// Moves to a point of the line where the slope has fallen to a tenth; false where none is found.
  private mutating func walk(along direction: [Double], _ gradientAt: (Parameters) -> Parameters) -> Bool {
    let slope = dot(force, direction)
    var (low, high): ((t: Double, slope: Double), (t: Double, slope: Double)?) = ((0, slope), nil)
    var t = 1.0
    for _ in 0..<24 {
      var next = point
      next.add(direction, times: t)
      let there = force(at: next, gradientAt)
      let now = dot(there, direction)
      if now.isFinite, abs(now) <= 0.1 * abs(slope) {
        take(next, there)
        return true
      }
      if now < 0 { low = (t, now) } else { high = (t, now) }
      guard let high else {
        t *= 4
        continue
      }
      let share = high.slope.isFinite ? low.slope / (low.slope - high.slope) : 0.1
      t = low.t + (high.t - low.t) * min(0.9, max(0.1, share))
    }
    return false
  }

  private mutating func take(_ next: [Double], _ there: [Double]) {
    var (step, change) = (next, there)
    step.add(point, times: -1)
    change.add(force, times: -1)
    let product = dot(step, change)
    if product > 0 {
      pairs.append((step, change, product))
      if pairs.count > Self.memory { pairs.removeFirst() }
    }
    (point, force) = (next, there)
  }

  /// F, remembering the point where it is the least so far.
  private mutating func force(at place: [Double], _ gradientAt: (Parameters) -> Parameters) -> [Double] {
    let parameters = Parameters(layout: start.layout, values: place.map(Float.init))
    let gradient = gradientAt(parameters)
    gradients += 1
    let force = place.indices.map {
      Double(parameters.values[$0]) - Double(start.values[$0]) + rate * Double(gradient.values[$0])
    }
    let residual = Float(dot(force, force).squareRoot()) / start.distance(to: parameters)
    if residual.isFinite, solution.map({ residual < $0.residual }) ?? true { solution = (parameters, residual) }
    return force
  }
}

private func dot(_ x: [Double], _ y: [Double]) -> Double {
  var sum = 0.0
  for i in x.indices { sum += x[i] * y[i] }
  return sum
}

extension [Double] {
  /// self + factor · other, in place: the vectors are as long as the parameters, and there are dozens to a step.
  fileprivate mutating func add(_ other: [Double], times factor: Double) {
    for i in indices { self[i] += factor * other[i] }
  }

  fileprivate mutating func scale(by factor: Double) {
    for i in indices { self[i] *= factor }
  }
}
