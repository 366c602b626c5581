/// Arithmetic on vectors of single-precision numbers, element by element.
extension Array where Element == Float {
  /// x ← x − factor · y. Where there is a limit and an element of y is not below it in magnitude, nothing changes. Traps
  /// unless the vectors are equally long.
  ///
  /// - Returns: whether it was done.
  @discardableResult
  public mutating func subtract(_ other: [Float], times factor: Float, limit: Float = .infinity) -> Bool {
    precondition(count == other.count, "vectors of \(count) and \(other.count) elements")
    guard count > 0 else { return true }
    return Kernels.subtract(other.start, times: factor, from: exclusiveStart(), count: other.count, limit: limit)
  }

  /// The first element, to read; valid while the vector is kept as it is. Traps where there is none.
  @inlinable @inline(__always)
  public var start: UnsafePointer<Float> { withUnsafeBufferPointer { $0.baseAddress! } }

  /// The first element, to write; valid while the vector is kept. Traps where there is none.
  @inlinable @inline(__always)
  public mutating func exclusiveStart() -> UnsafeMutablePointer<Float> {
    withUnsafeMutableBufferPointer { $0.baseAddress! }
  }

  /// The largest magnitude of an element; NaN where one is not a number; 0 for an empty vector.
  public var largestMagnitude: Float {
    isEmpty ? 0 : Kernels.largestMagnitude(start, count: count)
  }

  /// Changes each element by means of another vector's. Traps unless they are equally long.
  @inlinable @inline(__always)
  public mutating func update(with other: [Float], _ change: (inout Float, Float) -> Void) {
    precondition(count == other.count, "vectors of \(count) and \(other.count) elements")
    withUnsafeMutableBufferPointer { x in
      other.withUnsafeBufferPointer { y in
        for i in x.indices { change(&x[i], y[i]) }
      }
    }
  }

  /// Changes each element by means of two other vectors'. Traps unless all are equally long.
  @inlinable @inline(__always)
  public mutating func update(with first: [Float], _ second: [Float], _ change: (inout Float, Float, Float) -> Void) {
    precondition(count == first.count && count == second.count, "vectors of different lengths")
    withUnsafeMutableBufferPointer { x in
      first.withUnsafeBufferPointer { y in
        second.withUnsafeBufferPointer { z in
          for i in x.indices { change(&x[i], y[i], z[i]) }
        }
      }
    }
  }
}
