/// A stretch of a stored vector, indexed from 0; nothing is copied, and it stays as it is when the owner writes on.
public struct VectorView: RandomAccessCollection, Sendable {
  private let whole: VectorStorage
  private let start: Int
  /// The number of elements in the stretch.
  public let count: Int

  /// Traps unless the stretch lies within the vector.
  public init(of whole: VectorStorage, from start: Int, count: Int) {
    precondition(start >= 0 && count >= 0 && start + count <= whole.count, "a view past the end of its vector")
    self.whole = whole
    self.start = start
    self.count = count
  }

  /// 0, wherever in the vector the stretch begins.
  public var startIndex: Int { 0 }
  /// One past the last element: `count`.
  public var endIndex: Int { count }

  /// An element by its place in the stretch; traps outside of it.
  public subscript(index: Int) -> Float {
    precondition(index >= 0 && index < count, "element \(index) of \(count)")
    return whole.pointer[start + index]
  }

  /// Gives the stretch as it lies in memory, never nil; the buffer is valid within `body` only.
  public func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<Float>) throws -> R) rethrows -> R? {
    try withExtendedLifetime(whole) { try body(UnsafeBufferPointer(start: whole.pointer + start, count: count)) }
  }
}

extension VectorView: Hashable {
  /// Equal elements, wherever they are stored; NaN equals nothing, itself included.
  public static func == (left: VectorView, right: VectorView) -> Bool { left.elementsEqual(right) }
  /// Feeds the elements, which is all that `==` compares.
  public func hash(into hasher: inout Hasher) { for element in self { hasher.combine(element) } }
}
