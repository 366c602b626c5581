import LinearAlgebra

extension TestFunction {
  /// The saddles inside the usual domain: no slope, and the ground rises one way and falls another. In the order of x, then y.
  ///
  /// They are found: Newton's method on the gradient, from every point of a lattice, keeps where it comes to rest with a Hessian
  /// of negative determinant. The work is done once for each function.
  public var saddles: [KnownMinima.Point] { Self.foundSaddles[self] ?? [] }

  private static let foundSaddles = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.searchSaddles()) })

  /// The points of the lattice along each side of the domain.
  private static let seeds = 24

  private func searchSaddles() -> [KnownMinima.Point] {
    let lattice = SurfaceGrid(width: Self.seeds, height: Self.seeds, window: domain)
    let span = Double(domain.a.upperBound - domain.a.lowerBound)
    var found: [KnownMinima.Point] = []
    for row in 0..<Self.seeds {
      for column in 0..<Self.seeds {
        guard let point = saddle(nearX: Double(lattice.a(column)), y: Double(lattice.b(row)), span: span) else {
          continue
        }
        let isNew = found.allSatisfy { abs($0.x - point.x) + abs($0.y - point.y) > 1e-4 * span }
        if isNew { found.append(point) }
      }
    }
    return found.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  /// Where Newton's method comes to rest from a place, if that is a saddle of the domain.
  private func saddle(nearX x: Double, y: Double, span: Double) -> KnownMinima.Point? {
    var (x, y) = (x, y)
    for _ in 0..<50 {
      let (slope, hessian) = (gradient(x, y), hessian(x, y))
      let determinant = hessian.xx * hessian.yy - hessian.xy * hessian.xy
      guard determinant != 0 else { return nil }
      let step = (
        x: (hessian.yy * slope.x - hessian.xy * slope.y) / determinant,
        y: (hessian.xx * slope.y - hessian.xy * slope.x) / determinant
      )
      (x, y) = (x - step.x, y - step.y)
      guard domain.contains(a: Float(x), b: Float(y)) else { return nil }
      if abs(step.x) + abs(step.y) < 1e-9 * span { return determinant < 0 ? KnownMinima.Point(x: x, y: y) : nil }
    }
    return nil
  }

  /// The second derivatives, as differences of the exact gradient.
  private func hessian(_ x: Double, _ y: Double) -> (xx: Double, xy: Double, yy: Double) {
    let h = 1e-5
    let (left, right, below, above) = (gradient(x - h, y), gradient(x + h, y), gradient(x, y - h), gradient(x, y + h))
    return (
      (right.x - left.x) / (2 * h), (right.y - left.y + above.x - below.x) / (4 * h), (above.y - below.y) / (2 * h)
    )
  }
}
