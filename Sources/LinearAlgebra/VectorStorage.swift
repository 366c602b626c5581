/// A vector of fixed length on the heap, for values that copy it only when one of two owners writes.
///
/// An owner keeps it in a variable and writes through `exclusive(_:)` alone.
public final class VectorStorage: @unchecked Sendable {
  /// The number of elements.
  public let count: Int
  @usableFromInline let numbers: UnsafeMutablePointer<Float>
  /// What was allocated: the numbers begin at the first cache line in it.
  private let room: UnsafeMutableRawPointer
  /// In bytes: a cache line, which is the widest vector too, so that none is read in two halves.
  private static let alignment = 64
  /// In bytes: how every allocation is aligned.
  private static let granule = 16

  /// A vector of zeros.
  public init(count: Int) {
    self.count = count
    // Blocks that the allocator itself has to align, glibc's before 2.38 does not find again once they are freed: with them the
    // heap of a long run grows to several times of what is in use.
    room = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.stride + Self.alignment - Self.granule, alignment: Self.granule)
    numbers = room.alignedUp(toMultipleOf: Self.alignment).bindMemory(to: Float.self, capacity: count)
    numbers.initialize(repeating: 0, count: count)
  }

  /// A vector of these numbers.
  public convenience init(_ elements: [Float]) {
    self.init(count: elements.count)
    elements.withUnsafeBufferPointer { if let start = $0.baseAddress { numbers.update(from: start, count: count) } }
  }

  deinit { room.deallocate() }

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
