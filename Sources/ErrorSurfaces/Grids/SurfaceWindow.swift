/// The part of a plane that is looked at: ranges of the offsets a and b.
public struct SurfaceWindow: Hashable, Sendable {
  /// The offsets along the first axis, in steps of its direction.
  public var a: ClosedRange<Float>
  /// The offsets along the second axis, in steps of its direction.
  public var b: ClosedRange<Float>

  /// The offsets between two bounds on each axis; nothing is checked.
  public init(a: ClosedRange<Float>, b: ClosedRange<Float>) {
    self.a = a
    self.b = b
  }

  /// −range…range on both axes. Traps unless `range` is positive and finite.
  public init(range: Float) {
    precondition(range > 0 && range.isFinite, "a window needs a positive range, got \(range)")
    self.init(a: -range...range, b: -range...range)
  }

  /// The middle of both ranges.
  public var center: (a: Float, b: Float) {
    (0.5 * a.lowerBound + 0.5 * a.upperBound, 0.5 * b.lowerBound + 0.5 * b.upperBound)
  }

  /// Whether a point lies in the window, its edge included.
  public func contains(a: Float, b: Float) -> Bool { self.a.contains(a) && self.b.contains(b) }

  /// The window seen from `factor` times as far (below 1: nearer), the point (a, b) staying where it is.
  ///
  /// Stays as it is where single precision could not tell its points apart.
  public func zoomed(by factor: Float, around point: (a: Float, b: Float)) -> SurfaceWindow {
    func scaled(_ range: ClosedRange<Float>, _ fixed: Float) -> ClosedRange<Float>? {
      let low = fixed + (range.lowerBound - fixed) * factor
      let high = fixed + (range.upperBound - fixed) * factor
      let floor = 1e-5 * max(abs(low), abs(high))
      return high - low > max(floor, 1e-20) && high - low < 1e9 ? low...high : nil
    }
    guard let a = scaled(a, point.a), let b = scaled(b, point.b) else { return self }
    return SurfaceWindow(a: a, b: b)
  }

  /// The window moved by shares of its own width and height.
  public func panned(a: Float, b: Float) -> SurfaceWindow {
    func moved(_ range: ClosedRange<Float>, _ share: Float) -> ClosedRange<Float> {
      let offset = share * (range.upperBound - range.lowerBound)
      let (low, high) = (range.lowerBound + offset, range.upperBound + offset)
      return low < high && max(abs(low), abs(high)) < 1e9 ? low...high : range
    }
    return SurfaceWindow(a: moved(self.a, a), b: moved(self.b, b))
  }
}
