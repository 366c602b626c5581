import Foundation
import LinearAlgebra

/// Arrays that NumPy has written: one (`.npy`), or several by name (`.npz`).
///
/// Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
struct NumPyFile {
  let path: String
  let arrays: [(name: String, array: NumPyArray)]

  init(_ contents: FileContents, path: String) throws(DataError) {
    self.path = path
    let place = contents.place
    do throws(NumPyArray.Failure) {
      if contents.format == .npy {
        arrays = [("", try NumPyArray(contents.bytes[...]))]
      } else {
        arrays = try Self.members(contents.bytes)
      }
    } catch {
      throw DataError(error == .workbook ? .foreign(.xlsx) : .badArray(reason: error.reason), at: place)
    }
  }

  private static func members(_ bytes: [UInt8]) throws(NumPyArray.Failure) -> [(name: String, array: NumPyArray)] {
    let archive: ZipArchive
    do throws(Inflate.Failure) {
      archive = try ZipArchive(bytes, limit: FileContents.byteLimit)
    } catch {
      throw .init(reason: error == .tooLarge ? "more than 512 MiB unpacked" : "the archive is damaged")
    }
    if archive.members.contains(where: { $0.name.hasPrefix("xl/") }) { throw .workbook }
    var result: [(name: String, array: NumPyArray)] = []
    for member in archive.members where member.name.hasSuffix(".npy") {
      result.append((String(member.name.dropLast(4)), try NumPyArray(member.bytes[...])))
    }
    guard !result.isEmpty else { throw .init(reason: "there is no array in the archive") }
    return result
  }
}

extension NumPyFile {
  /// The rows of the inputs' array with the labels of a second one.
  ///
  /// In an archive, `x_train`, `X`, `images` or `data` holds the inputs (else the largest array) and `y_train`, `y`,
  /// `labels` or `target` the labels (else the one array of one dimension and as many rows). Beside a single array a
  /// file named with `y` for `X` or `labels` for `images` is looked for; where there is none, its last column is taken.
  func dataset(labels: String?, task: DataRecipe.Task?) throws(DataError) -> Dataset {
    let place = DataError.Place(file: path)
    let inputs =
      chosen(Self.inputNames, among: arrays.filter { $0.array.shape.count > 1 }) ?? arrays.max {
        $0.array.values.count < $1.array.values.count
      }!
    let rows = inputs.array.shape.first ?? 0
    guard rows > 0, !inputs.array.values.isEmpty else { throw DataError(.noRows, at: place) }
    let width = inputs.array.values.count / rows
    var names = (1...width).map { "x\($0)" }
    var matrix = Matrix(rows: rows, columns: width, elements: inputs.array.values)
    var target = try labelArray(labels, rows: rows, except: inputs.name)
    if target == nil {
      guard width > 1, inputs.array.shape.count == 2 else {
        throw DataError(.noLabels(expected: candidates), at: place)
      }
      target = (0..<rows).map { matrix[$0, width - 1] }
      let kept = (0..<rows).flatMap { matrix.row($0).dropLast() }
      matrix = Matrix(rows: rows, columns: width - 1, elements: kept)
      names.removeLast()
    }
    if let bad = matrix.elements.first(where: { !$0.isFinite }) ?? target!.first(where: { !$0.isFinite }) {
      throw DataError(.notFinite("\(bad)"), at: place)
    }
    let shape = inputs.array.shape
    var dataset = Dataset(
      inputs: matrix, inputNames: names, labels: try Self.labels(target!, task, place),
      imageSize: shape.count == 3 || shape.count == 4 && shape[3] == 1
        ? Dataset.ImageSize(rows: shape[1], columns: shape[2]) : nil)
    if names.count < width { dataset.labelName = "column \(width)" }
    return dataset
  }

  private static let inputNames = ["x_train", "x", "train_images", "images", "data", "train_data"]
  private static let labelNames = ["y_train", "y", "train_labels", "labels", "target", "label", "targets"]

  private func chosen(
    _ names: [String], among arrays: [(name: String, array: NumPyArray)]
  ) -> (name: String, array: NumPyArray)? {
    names.lazy.compactMap { name in arrays.first { $0.name.lowercased() == name } }.first
  }

  private func labelArray(_ label: String?, rows: Int, except name: String) throws(DataError) -> [Float]? {
    let others = arrays.filter { $0.name != name }
    let named = label.map { label in others.filter { $0.name == label } } ?? others
    let flat = named.filter { $0.array.values.count == rows && $0.array.shape.filter { $0 > 1 }.count <= 1 }
    if let found = chosen(Self.labelNames, among: flat) ?? flat.first { return found.array.values }
    let folder = (path as NSString).deletingLastPathComponent as NSString
    let paths = (label.map { [$0] } ?? candidates).map { $0.hasPrefix("/") ? $0 : folder.appendingPathComponent($0) }
    guard let beside = paths.first(where: FileManager.default.fileExists) else {
      if let label { throw DataError(.noLabels(expected: [label]), at: DataError.Place(file: path)) }
      return nil
    }
    let file = try NumPyFile(try FileContents(path: beside), path: beside)
    let values = file.arrays[0].array.values
    guard values.count == rows else {
      throw DataError(.labelCount(labels: values.count, rows: rows), at: DataError.Place(file: beside))
    }
    return values
  }

  /// Names of a file with the labels of this one.
  private var candidates: [String] {
    let name = (path as NSString).lastPathComponent
    let pairs = [("images", "labels"), ("data", "labels"), ("data", "target"), ("X_", "y_"), ("x_", "y_"), ("X", "y")]
    var result: [String] = []
    for (from, to) in pairs where name.contains(from) && !result.contains(name.replacing(from, with: to)) {
      result.append(name.replacing(from, with: to))
    }
    return result
  }

  private static func labels(
    _ values: [Float], _ task: DataRecipe.Task?, _ place: DataError.Place
  ) throws(DataError) -> Dataset.Labels {
    let distinct = Set(values).sorted()
    guard distinct.count > 1 else { throw DataError(.oneClass(distinct.first?.short ?? ""), at: place) }
    let areClasses =
      distinct.count <= 100 && distinct.allSatisfy { $0 == $0.rounded() } && values.count >= 2 * distinct.count
    guard task == .classification || task == nil && areClasses else { return .values(values) }
    guard distinct.count <= TablePlan.classLimit else {
      throw DataError(.tooManyCategories(column: "labels", limit: TablePlan.classLimit), at: place)
    }
    let ranks = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    return .classes(values.map { ranks[$0]! }, names: distinct.map(\.short))
  }
}

/// One array of numbers.
struct NumPyArray {
  let shape: [Int]
  /// The numbers, the last dimension running fastest.
  let values: [Float]

  struct Failure: Error, Equatable {
    let reason: String
    /// A zip archive that is an Excel workbook.
    static let workbook = Failure(reason: "a workbook")
  }

  init(_ bytes: ArraySlice<UInt8>) throws(Failure) {
    let start = bytes.startIndex
    guard bytes.count >= 12, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw Failure(reason: "no header")
    }
    let isLong = bytes[start + 6] >= 2
    let lengthBytes = bytes[start + 8..<start + (isLong ? 12 : 10)]
    let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    let begin = start + (isLong ? 12 : 10)
    guard length <= 1 << 16, bytes.endIndex - begin >= length else { throw Failure(reason: "the header is cut short") }
    let header = String(decoding: bytes[begin..<begin + length], as: UTF8.self)
    guard let kind = Self.text(after: "'descr':", in: header), let sizes = Self.sizes(header) else {
      throw Failure(reason: "the header does not tell type and shape")
    }
    guard let type = NumberKind(kind) else { throw Failure(reason: "numbers of the type \(quoted(kind))") }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= RawTable.numberLimit else { throw Failure(reason: "more than 50 million numbers") }
      count = product
    }
    let content = bytes[(begin + length)...]
    guard content.count >= count * type.width else {
      throw Failure(reason: "cut short: \(count * type.width) bytes of numbers expected, \(content.count) found")
    }
    shape = sizes
    let values = type.numbers(content.prefix(count * type.width))
    self.values = header.contains("'fortran_order': True") ? Self.reordered(values, sizes) : values
  }

  private static func text(after key: String, in header: String) -> String? {
    guard let range = header.firstRange(of: key) else { return nil }
    let rest = header[range.upperBound...].drop { $0 == " " }
    guard rest.first == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != "'" })
  }

  private static func sizes(_ header: String) -> [Int]? {
    guard let range = header.firstRange(of: "'shape':"), let open = header[range.upperBound...].firstIndex(of: "("),
      let close = header[open...].firstIndex(of: ")")
    else { return nil }
    let parts = header[header.index(after: open)..<close].split(separator: ",").map { Int($0.filter { $0 != " " }) }
    let sizes = parts.compactMap { $0 }.filter { $0 >= 0 }
    return sizes.count == parts.count && sizes.count <= 8 ? sizes : nil
  }

  /// From first dimension fastest to last dimension fastest.
  private static func reordered(_ values: [Float], _ sizes: [Int]) -> [Float] {
    var result = [Float](repeating: 0, count: values.count)
    var index = Array(repeating: 0, count: sizes.count)
    for value in values {
      result[zip(index, sizes).reduce(0) { $0 * $1.1 + $1.0 }] = value
      for dimension in sizes.indices {
        index[dimension] += 1
        if index[dimension] < sizes[dimension] { break }
        index[dimension] = 0
      }
    }
    return result
  }
}

/// A type of numbers as NumPy names it: `<f4`, `|u1`, `>i2`, `|b1`.
private struct NumberKind {
  let width: Int
  private let kind: Character
  private let isBig: Bool

  init?(_ text: String) {
    guard text.count == 3, let order = text.first, "<>|=".contains(order), let width = text.last?.wholeNumberValue
    else {
      return nil
    }
    kind = text[text.index(after: text.startIndex)]
    guard
      ("iu".contains(kind) && [1, 2, 4, 8].contains(width)) || kind == "f" && [2, 4, 8].contains(width)
        || kind == "b" && width == 1
    else { return nil }
    self.width = width
    isBig = order == ">"
  }

  func numbers(_ bytes: ArraySlice<UInt8>) -> [Float] {
    if width == 1, kind != "i" { return bytes.map { Float($0) } }
    return bytes.withUnsafeBytes { raw in
      stride(from: 0, to: raw.count, by: width).map { start in
        var bits: UInt64 = 0
        for place in 0..<width {
          bits = bits << 8 | UInt64(raw[start + (isBig ? place : width - 1 - place)])
        }
        return number(bits)
      }
    }
  }

  private func number(_ bits: UInt64) -> Float {
    if kind == "f" {
      return width == 2
        ? Float(Float16(bitPattern: UInt16(bits)))
        : width == 4
          ? Float(bitPattern: UInt32(bits)) : Float(Double(bitPattern: bits))
    }
    if kind != "i" { return Float(bits) }
    let shift = UInt64(64 - 8 * width)
    return Float(Int64(bitPattern: bits << shift) >> Int64(shift))
  }
}
