/// Costs on a rectangular grid of points of a plane.
///
/// Rows run from the window's lowest b to its highest, points in a row from the lowest a to the highest, both ends
/// included. A point whose cost is not finite is NaN.
public struct SurfaceGrid: Hashable, Sendable {
  /// The points in a row, along a.
  public let width: Int
  /// The rows, along b.
  public let height: Int
  /// The part of the plane that the grid spans.
  public let window: SurfaceWindow
  /// `[height, width]`, row by row.
  public internal(set) var costs: [Double]

  /// A grid of NaN. Traps unless there is a point.
  public init(width: Int, height: Int, window: SurfaceWindow) {
    precondition(width > 0 && height > 0, "a grid needs points, got \(width)x\(height)")
    self.width = width
    self.height = height
    self.window = window
    costs = Array(repeating: .nan, count: width * height)
  }

  /// The cost at a column and a row, both from 0: lowest a and lowest b first.
  public subscript(column: Int, row: Int) -> Double { costs[row * width + column] }

  /// The offset a of a column; the middle where there is one column only.
  public func a(_ column: Int) -> Float { Self.position(column, of: width, in: window.a) }

  /// The offset b of a row; the middle where there is one row only.
  public func b(_ row: Int) -> Float { Self.position(row, of: height, in: window.b) }

  /// The point of the grid nearest to an offset; nil outside the window.
  public func nearest(a: Float, b: Float) -> (column: Int, row: Int)? {
    guard window.contains(a: a, b: b) else { return nil }
    return (Self.index(of: a, count: width, in: window.a), Self.index(of: b, count: height, in: window.b))
  }

  /// The columns whose points lie between two offsets a.
  func columns(from low: Float, to high: Float) -> Range<Int> { Self.indices(low, high, of: width, in: window.a) }

  /// The rows whose points lie between two offsets b.
  func rows(from low: Float, to high: Float) -> Range<Int> { Self.indices(low, high, of: height, in: window.b) }

  /// The least and greatest finite costs; nil where there is none.
  public var range: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for cost in costs where cost.isFinite {
      low = min(low, cost)
      high = max(high, cost)
    }
    return low <= high ? low...high : nil
  }

  private static func position(_ index: Int, of count: Int, in range: ClosedRange<Float>) -> Float {
    guard count > 1 else { return 0.5 * range.lowerBound + 0.5 * range.upperBound }
    let share = Float(index) / Float(count - 1)
    return (1 - share) * range.lowerBound + share * range.upperBound
  }

  private static func indices(_ low: Float, _ high: Float, of count: Int, in range: ClosedRange<Float>) -> Range<Int> {
    let inside = (0..<count).filter { (low...high).contains(position($0, of: count, in: range)) }
    return inside.isEmpty ? 0..<0 : inside[0]..<inside[inside.count - 1] + 1
  }

  private static func index(of value: Float, count: Int, in range: ClosedRange<Float>) -> Int {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return share.isFinite ? max(0, min(count - 1, Int((share * Float(count - 1)).rounded()))) : 0
  }
}
