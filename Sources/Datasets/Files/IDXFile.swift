import Foundation
import LinearAlgebra

/// A file in MNIST's IDX format, plain or packed by gzip: big-endian numbers behind a header of sizes.
///
/// http://yann.lecun.com/exdb/mnist: two zero bytes, the type of the numbers, the number of dimensions, each
/// dimension's size as four bytes, then the numbers, the last dimension running fastest.
public struct IDXFile: Sendable {
  /// The path that the file was read from.
  public let path: String
  /// The sizes, the number of rows first.
  public let sizes: [Int]
  /// The numbers, row by row.
  public let values: [Float]

  /// The numbers that are held in memory.
  private static let numberLimit = 50_000_000

  /// Reads the file.
  ///
  /// - Throws: `DataError` where it is not there, not in this format, cut short, or too large.
  public init(path: String) throws(DataError) { try self.init(try FileContents(path: path), path: path) }

  init(_ contents: FileContents, path: String) throws(DataError) {
    self.path = path
    let place = contents.place
    let bytes = contents.bytes
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, let type = NumberType(rawValue: bytes[2]), bytes[3] > 0
    else { throw DataError(bytes.isEmpty ? .empty : .notIDX, at: place) }
    let header = 4 + 4 * Int(bytes[3])
    guard bytes.count >= header else { throw DataError(.cutShort(expected: header, found: bytes.count), at: place) }
    let sizes = stride(from: 4, to: header, by: 4).map { bytes[$0..<$0 + 4].reduce(0) { $0 << 8 | Int($1) } }
    self.sizes = sizes
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= Self.numberLimit else {
        throw DataError(.tooLarge(limit: "50 million numbers"), at: place)
      }
      count = product
    }
    let expected = header + count * type.width
    guard bytes.count >= expected else { throw DataError(.cutShort(expected: expected, found: bytes.count), at: place) }
    values = type.numbers(in: bytes[header..<expected])
    if let value = values.first(where: { !$0.isFinite }) { throw DataError(.notFinite("\(value)"), at: place) }
  }
}

// MARK: Data sets

extension IDXFile {
  /// The rows with their labels, which are read from a second IDX file of one dimension.
  ///
  /// - Parameter labels: that file's path, from this file's folder; where nil it has this file's name with `labels`
  ///   for `images` and `idx1` for `idx3`, packed or not.
  public func dataset(labels: String? = nil) throws(DataError) -> Dataset {
    let place = DataError.Place(file: path)
    guard let count = sizes.first, count > 0 else { throw DataError(.noRows, at: place) }
    let width = values.count / count
    guard width > 0 else { throw DataError(.noInputs(leftOut: []), at: place) }
    let labelFile = try IDXFile(path: try labelPath(labels))
    guard labelFile.values.count == count, labelFile.sizes.count == 1 else {
      throw DataError(
        .labelCount(labels: labelFile.values.count, rows: count), at: DataError.Place(file: labelFile.path))
    }
    return Dataset(
      inputs: Matrix(rows: count, columns: width, elements: values), inputNames: (1...width).map { "x\($0)" },
      labels: try labelFile.classes(),
      imageSize: sizes.count == 3 ? Dataset.ImageSize(rows: sizes[1], columns: sizes[2]) : nil)
  }

  private func classes() throws(DataError) -> Dataset.Labels {
    guard let highest = values.max(), values.allSatisfy({ $0 >= 0 && $0 == $0.rounded() }), highest < 1000 else {
      throw DataError(.notLabels, at: DataError.Place(file: path))
    }
    if values.allSatisfy({ $0 == highest }) {
      throw DataError(.oneClass(highest.short), at: DataError.Place(file: path))
    }
    return .classes(values.map { Int($0) }, names: (0...Int(highest)).map(String.init))
  }

  private func labelPath(_ labels: String?) throws(DataError) -> String {
    let folder = (path as NSString).deletingLastPathComponent as NSString
    if let labels { return labels.hasPrefix("/") ? labels : folder.appendingPathComponent(labels) }
    let name = (path as NSString).lastPathComponent.replacing("images", with: "labels").replacing("idx3", with: "idx1")
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    let candidates = [plain, plain + ".gz"].filter { $0 != (path as NSString).lastPathComponent }
    guard let found = candidates.map(folder.appendingPathComponent).first(where: FileManager.default.fileExists) else {
      throw DataError(.noLabels(expected: candidates), at: DataError.Place(file: path))
    }
    return found
  }
}

// MARK: Numbers

/// The types of numbers of the format.
private enum NumberType: UInt8 {
  case unsignedByte = 0x08
  case signedByte = 0x09
  case short = 0x0B
  case int = 0x0C
  case float = 0x0D
  case double = 0x0E

  /// Bytes a number.
  var width: Int {
    switch self {
    case .unsignedByte, .signedByte: 1
    case .short: 2
    case .int, .float: 4
    case .double: 8
    }
  }

  func numbers(in bytes: ArraySlice<UInt8>) -> [Float] {
    guard self != .unsignedByte else { return bytes.map { Float($0) } }
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: width).map { start in
      number(bytes[start..<start + width].reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  private func number(_ bits: UInt64) -> Float {
    switch self {
    case .unsignedByte: Float(bits)
    case .signedByte: Float(Int8(truncatingIfNeeded: bits))
    case .short: Float(Int16(truncatingIfNeeded: bits))
    case .int: Float(Int32(truncatingIfNeeded: bits))
    case .float: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .double: Float(Double(bitPattern: bits))
    }
  }
}
