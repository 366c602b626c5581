import Datasets
import NeuralNetwork

/// The memory that a value holds.
public struct Footprint: Sendable {
  /// What it holds alone, in bytes.
  public var own: Int
  /// What others may hold too, such as data: to be counted once, however many hold it.
  public var shared: [Block] = []

  /// What a buffer on the heap takes beside its elements, in bytes.
  public static let overhead = 64

  /// Memory that nobody else holds, in bytes.
  public init(own: Int) { self.own = own }

  /// An array's buffer: the same for all copies of the array.
  public struct Block: Hashable, Sendable {
    let address: UInt
    let bytes: Int
  }

  /// The memory shared with others, in bytes.
  var sharedBytes: Int { shared.reduce(0) { $0 + $1.bytes } }

  /// Adds an array that other values may hold too.
  public mutating func share<Element>(_ array: [Element]?) {
    guard let array, !array.isEmpty else { return }
    let address = array.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    shared.append(Block(address: address, bytes: array.count * MemoryLayout<Element>.stride + Footprint.overhead))
  }

  /// What two parts of a value hold together.
  public static func + (left: Footprint, right: Footprint) -> Footprint {
    var sum = left
    sum.own += right.own
    sum.shared += right.shared
    return sum
  }
}

extension Footprint {
  /// Memory of one's own beside data that is shared.
  public init(own: Int, of data: LearningData) {
    self.own = own
    for samples in [data.training, data.test] {
      share(samples.inputs.elements)
      share(samples.targets.elements)
      share(samples.classes)
    }
    share(data.trainingRows)
    share(data.testRows)
  }

  /// Rows of data as they came, which are shared.
  public init(of dataset: Dataset) {
    own = 0
    share(dataset.inputs.elements)
    switch dataset.labels {
    case .classes(let classes, _): share(classes)
    case .values(let values): share(values)
    }
  }

  /// Weights and biases that are shared.
  public init(sharing parameters: Parameters) {
    own = 0
    share(parameters.values)
  }
}

/// Footprints added up: shared memory once, and that of one of them not at all.
///
/// Whoever goes on holds one set of data in any case. So what the past takes beside it is all, less the largest.
struct Ledger: Sendable {
  private(set) var own = 0
  private var blocks: Set<Footprint.Block> = []
  private var sharedBytes = 0
  private var largest = 0

  /// The memory shared, in bytes, less that of the one that shares most.
  var shared: Int { sharedBytes - largest }
  /// All of it, in bytes.
  var bytes: Int { own + shared }

  mutating func add(_ footprint: Footprint) {
    add(own: footprint.own)
    for block in footprint.shared where blocks.insert(block).inserted { sharedBytes += block.bytes }
    largest = max(largest, footprint.sharedBytes)
  }

  mutating func add(own bytes: Int) { own += bytes }
}
