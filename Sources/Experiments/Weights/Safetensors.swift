import Foundation
import NeuralNetwork

/// The contents of a safetensors file, taken apart and checked.
struct Safetensors {
  private let numbers: Data
  private let entries: [String: Entry]

  /// A tensor as the header describes it.
  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case dataOffsets = "data_offsets"
    }
  }

  /// One value of the header: a tensor, or the notes under `__metadata__`.
  private enum Value: Decodable {
    case tensor(Entry)
    case notes

    init(from decoder: Decoder) throws {
      if decoder.codingPath.last?.stringValue == "__metadata__" {
        self = .notes
      } else {
        self = .tensor(try Entry(from: decoder))
      }
    }
  }

  /// The bytes that a header may have.
  private static let headerLimit: UInt64 = 16 << 20

  init(contents: Data) throws(TensorProblem) {
    guard contents.count >= 8 else {
      throw TensorProblem(.notWeights(reason: "\(contents.count) bytes are too few for a header"))
    }
    let length = contents.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.headerLimit, length <= UInt64(contents.count - 8) else {
      throw TensorProblem(.notWeights(reason: "the header claims \(length) bytes, the file has \(contents.count)"))
    }
    let header = contents.dropFirst(8).prefix(Int(length))
    guard Self.names(in: [UInt8](header)).isUnique else {
      throw TensorProblem(.notWeights(reason: "the header names a tensor twice"))
    }
    guard let values = try? JSONDecoder().decode([String: Value].self, from: header) else {
      throw TensorProblem(.notWeights(reason: "the header describes no tensors"))
    }
    numbers = contents.dropFirst(8 + Int(length))
    entries = values.compactMapValues { if case .tensor(let entry) = $0 { entry } else { nil } }
  }

  /// The parameters of a network; every tensor must be there, and none beside.
  ///
  /// Names of PyTorch's `nn.Sequential` (`0.weight`, `2.bias`, also behind a prefix) stand for the layers in their
  /// order; numbers of other widths are rounded to F32. The remark says so.
  func parameters(_ layout: Parameters.Layout) throws(TensorProblem) -> (parameters: Parameters, remark: String?) {
    let tensors = WeightsFile.tensors(of: layout)
    let names = StateDict(names: Array(entries.keys), layers: layout.layers.count)?.names ?? [:]
    let expected = tensors.map { names[$0.name] ?? $0.name }
    if let surplus = Set(entries.keys).subtracting(expected).min() { throw TensorProblem(.surplusTensor(surplus)) }
    var parameters = Parameters(layout: layout)
    for (tensor, name) in zip(tensors, expected) {
      for (index, value) in zip(tensor.indices, try values(of: tensor, named: name)) {
        parameters.values[index] = value
      }
    }
    try checkPlaces()
    return (parameters, remark(mapped: names))
  }

  private func remark(mapped names: [String: String]) -> String? {
    var remarks: [String] = []
    if let first = names["layers.0.weight"] {
      remarks.append("its layers are named \(quoted(first)), …: taken in their order")
    }
    let types = Set(entries.values.map(\.dtype)).subtracting(["F32"]).sorted()
    if !types.isEmpty { remarks.append("\(types.joined(separator: ", ")) numbers are rounded to F32") }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// The tensors lie one behind the other without gap or overlap and fill the file, as the format demands.
  private func checkPlaces() throws(TensorProblem) {
    var end = 0
    for (name, entry) in entries.sorted(by: { $0.value.dataOffsets.lexicographicallyPrecedes($1.value.dataOffsets) }) {
      guard entry.dataOffsets[0] == end else {
        throw TensorProblem(
          .notWeights(reason: "the tensor \(quoted(name)) does not begin where the one before it ends"))
      }
      end = entry.dataOffsets[1]
    }
    guard end == numbers.count else {
      throw TensorProblem(.notWeights(reason: "\(numbers.count - end) bytes behind the last tensor belong to none"))
    }
  }

  private func values(of tensor: WeightsFile.Tensor, named name: String) throws(TensorProblem) -> [Float] {
    guard let entry = entries[name] else { throw TensorProblem(.missingTensor(name)) }
    guard let type = TensorNumber(rawValue: entry.dtype) else {
      throw TensorProblem(.wrongNumberType(tensor: name, entry.dtype))
    }
    guard entry.shape == tensor.shape else {
      throw TensorProblem(.wrongShape(tensor: name, expected: tensor.shape, found: entry.shape))
    }
    let offsets = entry.dataOffsets
    let size = type.width * tensor.indices.count
    guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] - offsets[0] == size else {
      throw TensorProblem(.notWeights(reason: "the tensor \(quoted(name)) has no place of its size"))
    }
    guard offsets[1] <= numbers.count else {
      throw TensorProblem(.notWeights(reason: "cut short: the tensor \(quoted(name)) lies beyond the end"))
    }
    let values = type.floats([UInt8](numbers.dropFirst(offsets[0]).prefix(size)))
    guard values.allSatisfy(\.isFinite) else { throw TensorProblem(.notFinite(tensor: name)) }
    return values
  }

  /// The names at the header's first level, as they are written.
  private static func names(in header: [UInt8]) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    var (depth, at) = (0, 0)
    while at < header.count {
      switch header[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let start = at + 1
        at = start
        while at < header.count, header[at] != UInt8(ascii: "\"") { at += header[at] == UInt8(ascii: "\\") ? 2 : 1 }
        let end = min(at, header.count)
        var next = at + 1
        while next < header.count, header[next] == UInt8(ascii: " ") { next += 1 }
        if depth == 1, next < header.count, header[next] == UInt8(ascii: ":") { names.append(header[start..<end]) }
      default: break
      }
      at += 1
    }
    return names
  }
}

extension [ArraySlice<UInt8>] {
  fileprivate var isUnique: Bool { Set(self).count == count }
}

/// The types of numbers that weights are read from, little-endian.
private enum TensorNumber: String {
  case f32 = "F32"
  case f64 = "F64"
  case f16 = "F16"
  case bf16 = "BF16"

  /// Bytes a number.
  var width: Int {
    switch self {
    case .f16, .bf16: 2
    case .f32: 4
    case .f64: 8
    }
  }

  func floats(_ bytes: [UInt8]) -> [Float] {
    stride(from: 0, to: bytes.count, by: width).map { start in
      let bits = bytes[start..<start + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return switch self {
      case .f32: Float(bitPattern: UInt32(bits))
      case .f64: Float(Double(bitPattern: bits))
      case .f16: Float(Float16(bitPattern: UInt16(bits)))
      case .bf16: Float(bitPattern: UInt32(bits) << 16)
      }
    }
  }
}
