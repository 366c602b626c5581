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
    guard let values = try? JSONDecoder().decode([String: Value].self, from: header) else {
      throw TensorProblem(.notWeights(reason: "the header describes no tensors"))
    }
    numbers = contents.dropFirst(8 + Int(length))
    entries = values.compactMapValues { if case .tensor(let entry) = $0 { entry } else { nil } }
  }

  /// The parameters of a network; every tensor must be there, and none beside.
  func parameters(_ layout: Parameters.Layout) throws(TensorProblem) -> Parameters {
    let tensors = WeightsFile.tensors(of: layout)
    if let surplus = Set(entries.keys).subtracting(tensors.map(\.name)).min() {
      throw TensorProblem(.surplusTensor(surplus))
    }
    var parameters = Parameters(layout: layout)
    for tensor in tensors {
      for (index, value) in zip(tensor.indices, try values(of: tensor)) { parameters.values[index] = value }
    }
    return parameters
  }

  private func values(of tensor: WeightsFile.Tensor) throws(TensorProblem) -> [Float] {
    guard let entry = entries[tensor.name] else { throw TensorProblem(.missingTensor(tensor.name)) }
    guard entry.dtype == "F32" else { throw TensorProblem(.wrongNumberType(tensor: tensor.name, entry.dtype)) }
    guard entry.shape == tensor.shape else {
      throw TensorProblem(.wrongShape(tensor: tensor.name, expected: tensor.shape, found: entry.shape))
    }
    let offsets = entry.dataOffsets
    guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0],
      offsets[1] - offsets[0] == 4 * tensor.indices.count
    else { throw TensorProblem(.notWeights(reason: "the tensor \(quoted(tensor.name)) has no place of its size")) }
    guard offsets[1] <= numbers.count else {
      throw TensorProblem(.notWeights(reason: "cut short: the tensor \(quoted(tensor.name)) lies beyond the end"))
    }
    let values = floats(numbers.dropFirst(offsets[0]).prefix(4 * tensor.indices.count))
    guard values.allSatisfy(\.isFinite) else { throw TensorProblem(.notFinite(tensor: tensor.name)) }
    return values
  }

  /// Little-endian numbers of four bytes each.
  private func floats(_ bytes: Data) -> [Float] {
    let bytes = [UInt8](bytes)
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      Float(bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
  }
}
