import NeuralNetwork

extension Plane {
  /// The plane in which a path is seen best: through its last point, along the first two principal components of its
  /// points (Li et al. 2018, section 7).
  ///
  /// Components are the eigenvectors of the points' scatter about their mean, found through the smaller of the Gram
  /// matrix `[points, points]` and the scatter matrix `[parameters, parameters]`. They have length 1 and point from
  /// the path's beginning to its end. Takes at most 96 points of a longer path, evenly spaced. Throws where the points
  /// lie in one line.
  public static func principalComponents(of path: [Parameters]) throws(PlaneError) -> Plane {
    let points = path.evenlySpaced(atMost: 96).filter { $0.length.isFinite }
    guard points.count > 2, let last = points.last else { throw .pathTooShort(points: points.count) }
    let scatter = Scatter(of: points)
    let pairs = scatter.components()
    guard pairs.count > 1, pairs[1].variance > 1e-10 else { throw .pathTooShort(points: Set(points).count) }
    let net = last.subtracting(points[0])
    let axes = pairs.prefix(2).enumerated().map { number, pair in
      let direction = net.dot(pair.direction) < 0 ? pair.direction.scaled(by: -1) : pair.direction
      return Axis(direction, label: "PC \(number + 1)", unit: "length", variance: pair.variance)
    }
    return Plane(origin: last, a: axes[0], b: axes[1])
  }
}

/// Points less their mean.
private struct Scatter {
  private let centred: [Parameters]

  init(of points: [Parameters]) {
    var mean = points[0]
    for i in 0..<mean.count {
      mean.values[i] = Float(points.reduce(0.0) { $0 + Double($1.values[i]) } / Double(points.count))
    }
    centred = points.map { $0.subtracting(mean) }
  }

  /// The two components of the largest variance, with their shares of the whole.
  func components() -> [(direction: Parameters, variance: Double)] {
    let size = centred[0].count
    let throughGram = centred.count <= size
    let order = throughGram ? centred.count : size
    let matrix = throughGram ? gram() : covariance()
    let whole = (0..<order).reduce(0) { $0 + matrix[$1 * order + $1] }
    guard whole > 0, whole.isFinite else { return [] }
    let pairs = LeadingEigenpairs(2, order: order, elements: matrix)
    return (0..<min(2, order)).compactMap { number in
      let direction = throughGram ? combination(pairs.vector(number)) : parameters(pairs.vector(number))
      return direction.normalized.map { ($0, max(0, pairs.values[number]) / whole) }
    }
  }

  private func parameters(_ values: [Double]) -> Parameters {
    Parameters(layout: centred[0].layout, values: values.map { Float($0) })
  }

  /// ⟨xᵢ, xⱼ⟩
  private func gram() -> [Double] { centred.flatMap { row in centred.map { row.dot($0) } } }

  /// Σₖ xₖᵢ xₖⱼ
  private func covariance() -> [Double] {
    let size = centred[0].count
    var sums = Array(repeating: 0.0, count: size * size)
    for point in centred {
      for i in 0..<size {
        for j in 0..<size { sums[i * size + j] += Double(point.values[i]) * Double(point.values[j]) }
      }
    }
    return sums
  }

  /// Σₖ vₖ xₖ: an eigenvector of the Gram matrix turned into one of the scatter matrix.
  private func combination(_ vector: [Double]) -> Parameters {
    var sum = Array(repeating: 0.0, count: centred[0].count)
    for (weight, point) in zip(vector, centred) { for i in sum.indices { sum[i] += weight * Double(point.values[i]) } }
    return Parameters(layout: centred[0].layout, values: sum.map { Float($0) })
  }
}
