extension Grid {
  /// Classes with their certainty at places 0…1 across and down: the class with the most of the certainty around wins, so that
  /// the border between two samples lies where their leads cancel, not halfway.
  func classesSampled(across: [Double], down: [Double]) -> Grid {
    guard !isEmpty else { return sampled(across: across, down: down, isSmooth: false) }
    let (columns, rows) = (
      across.map { Stop($0, count: width, isSmooth: true) }, down.map { Stop($0, count: height, isSmooth: true) }
    )
    var result: [Double] = []
    result.reserveCapacity(columns.count * rows.count)
    for row in rows {
      for column in columns {
        let (above, below) = (row.first * width, row.second * width)
        let corners = SIMD4(
          values[above + column.first], values[above + column.second], values[below + column.first],
          values[below + column.second])
        result.append(Self.vote(corners, column.share, row.share))
      }
    }
    return Grid(width: columns.count, height: rows.count, values: result)
  }

  /// The winning class, and behind the point how far it is ahead of the next.
  private static func vote(_ v: SIMD4<Double>, _ across: Double, _ down: Double) -> Double {
    guard v.sum().isFinite, v.min() >= 0, v.max() < 1e6 else { return .nan }
    let weights = SIMD4((1 - across) * (1 - down), across * (1 - down), (1 - across) * down, across * down)
    let classes = SIMD4(Int(v.x), Int(v.y), Int(v.z), Int(v.w))
    if classes == SIMD4(repeating: classes.x) { return (v * weights).sum() }
    let scores = (v - SIMD4<Double>(classes) + 1e-6) * weights
    var (best, lead, next) = (-1, -Double.infinity, 0.0)
    for index in 0..<4 where classes[index] != best && weights[index] > 0 {
      var score = 0.0
      for other in 0..<4 where classes[other] == classes[index] { score += scores[other] }
      if score > lead { (best, lead, next) = (classes[index], score, max(0, lead)) } else { next = max(next, score) }
    }
    return Double(best) + max(0, min(0.999, lead - next))
  }
}
