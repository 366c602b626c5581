/// A vector of fixed length on the heap, for values that copy it only when one of two owners writes.
///
/// An owner keeps it in a variable and writes through `exclusive(_:)` alone.
public final class VectorStorage: @unchecked Sendable {
  /// The number of elements.
  public let count: Int
  @usableFromInline let numbers: UnsafeMutablePointer<Float>
  /// In bytes: a cache line, which is the widest vector too, so that none is read in two halves.
  private static let alignment = 64

  /// A vector of zeros.
  public init(count: Int) {
    self.count = count
    let room = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.stride, alignment: Self.alignment)
    numbers = room.bindMemory(to: Float.self, capacity: count)
    numbers.initialize(repeating: 0, count: count)
  }

  /// A vector of these numbers.
  public convenience init(_ elements: [Float]) {
    self.init(count: elements.count)
    elements.withUnsafeBufferPointer { if let start = $0.baseAddress { numbers.update(from: start, count: count) } }
  }

  deinit { UnsafeMutableRawPointer(numbers).deallocate() }

  /// The numbers, to read.
  @inlinable public var pointer: UnsafePointer<Float> { UnsafePointer(numbers) }

  @usableFromInline
  func copy() -> VectorStorage {
    let copy = VectorStorage(count: count)
    copy.numbers.update(from: numbers, count: count)
    return copy
  }

  /// All of it, to read.
  public var view: VectorView { VectorView(of: self, from: 0, count: count) }

  /// The numbers, to write: the owner's alone, copied first where they are shared. Valid while the owner keeps them.
  @inlinable @inline(__always)
  public static func exclusive(_ storage: inout VectorStorage) -> UnsafeMutablePointer<Float> {
    if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
    return storage.numbers
  }
}
