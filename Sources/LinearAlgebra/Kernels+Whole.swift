import CKernels

extension Kernels {
  /// x ← x + factor · y, element by element, of whole numbers that stay within 32 bits.
  public static func add(
    _ y: UnsafePointer<Int32>, times factor: Int32, to x: UnsafeMutablePointer<Int32>, count: Int
  ) {
    kernels_in_use().pointee.add_times(x, y, factor, count)
  }
}
